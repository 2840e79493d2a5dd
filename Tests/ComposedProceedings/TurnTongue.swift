import SeededNumbers

/// What a language gives to composed turns: invented names, and sentences put together of common words.
package struct TurnTongue: Sendable {
    package var code: String
    var given: [String]
    var surnames: [String]
    /// What stands between a given name and a surname, and whether the surname comes first.
    var gap = " "
    var isSurnameFirst = false
    var men: String
    var women: String
    /// Offices of the one who presides, and of others.
    var chairs: [String]
    var offices: [String]
    var groups: [String]
    var notes: [String]
    var numbered: String
    /// How people begin, ask and go on; `%` stands for one of the things.
    var openings: [String]
    var questions: [String]
    var statements: [String]
    var things: [String]
    /// What begins lists within a turn, and headings between turns.
    var asides: [String]
    var headings: [String]
    var titles: [String]
    var present: String
    var places: [String]

    /// Whether words are parted by blanks.
    var hasBlanks: Bool { code != "ja" && code != "zh" }

    static let english = TurnTongue(
        code: "en",
        given: [
            "Ada", "Brill", "Corin", "Delphine", "Edwin", "Farah", "Gideon", "Hesper", "Ilse", "Jorun", "Keziah",
            "Lorne", "Maud", "Niles",
        ],
        surnames: [
            "Quillby", "Tilden", "Marrowick", "Sandover", "Pellworth", "Orlebar", "Vexley", "Hathersay", "Brinkmoor",
            "Yardale", "McAvon", "O'Harrow", "Dunmere", "Fennick",
        ],
        men: "Mr.", women: "Ms.",
        chairs: ["The Chairman", "The Speaker", "The Chair", "The Moderator", "The President"],
        offices: [
            "Minister for Roads", "Minister of Tides", "Clerk of the Board", "Commissioner for Ferries",
            "Secretary of Works",
        ],
        groups: ["Some hon. Members", "Several members", "All", "An hon. Member"],
        notes: ["[Applause]", "(Laughter)", "[Laughter.]", "(Pause.)", "[crosstalk]"], numbered: "Speaker",
        openings: [
            "Thank you very much.", "I rise to speak about the %.", "Well, we have looked at the % again.",
            "Yes, I agree with that.",
            "Good morning, everyone.", "I move that the % be deferred.", "Let me answer you at once.",
            "No, that is not what I said.",
            "My colleagues and I have read the %.", "Okay, so the % comes first.", "It was built before my time.",
            "The % was finished in May.",
        ],
        questions: [
            "Could you tell us about the %?", "Who pays for the %?", "Do you think the % is safe?",
            "And what happened to the %?",
        ],
        statements: [
            "The % was repaired last winter at the expense of the district.", "We spent most of the year on the %.",
            "There is no reason to close the % before the autumn.",
            "The engineers say that the % will hold for ten years.",
            "People in the lower town depend on the %, and they told us so.",
            "That is why I would ask for the % to be measured again.",
            "In the report the % is mentioned twice.", "It costs less than the % did, and it lasts longer.",
            "Nobody expected the % to be so heavy.",
        ],
        things: [
            "weir", "harbour wall", "ferry", "salt road", "lamp tax", "north sluice", "old mill", "grain store",
            "tide table", "causeway", "bell tower", "water meter",
        ],
        asides: ["Note", "First", "Budget", "Conclusion", "Example", "Deadline"],
        headings: ["PETITIONS", "THE HARBOUR WALL", "Item 4 – Ferries", "ORAL QUESTIONS", "2. The salt road"],
        titles: [
            "MINUTES OF THE HARBOUR BOARD", "Hearing on the Salt Road", "Committee on Tides and Weirs",
            "Interview about the ferry",
        ],
        present: "Present", places: ["Northwind Institute", "Lantana Works", "Ministry of Tides", "Gull Street School"])

    static let korean = TurnTongue(
        code: "ko",
        given: ["다온", "하람", "도섭", "은솔", "가온", "서율", "민채", "유담", "태겸", "라온", "보늬", "준서"],
        surnames: ["김", "박", "한", "문", "곽", "조", "윤", "서", "남", "강"], gap: "", isSurnameFirst: true, men: "", women: "",
        chairs: ["의장", "위원장", "사회자", "좌장"], offices: ["건설국장", "수도과장", "위원", "시장", "교육장", "의원"],
        groups: ["일동", "의원 다수", "여러 위원"], notes: ["(웃음)", "(일동 박수)", "(장내 소란)", "(박수)"], numbered: "참석자",
        openings: [
            "예, 감사합니다.", "안녕하십니까?", "제가 먼저 말씀드리겠습니다.", "네, 그렇습니다.", "성원이 되었으므로 회의를 시작하겠습니다.",
            "방금 말씀하신 %에 대해서 답변드리겠습니다.", "그건 저희도 알고 있어요.", "% 이야기부터 해 보죠.", "수고 많으셨습니다.",
        ],
        questions: ["%은 언제 끝납니까?", "그러면 %에 드는 돈은 누가 냅니까?", "% 말고 다른 방법은 없나요?", "%을 다시 살펴볼 수 있습니까?"],
        statements: [
            "지난해에 %을 모두 고쳤습니다.", "주민들은 %이 가장 급하다고 합니다.", "%에 들어간 비용은 예산의 절반을 넘었습니다.",
            "그래서 %을 먼저 살펴보아야 한다고 생각합니다.", "자료를 보면 %은 두 번 나옵니다.", "%이 무너지면 아랫마을이 물에 잠깁니다.",
            "아직 %에 관한 조사가 끝나지 않았습니다.", "내년 봄까지는 %을 마칠 수 있을 것 같아요.",
        ],
        things: ["둑길", "나루터", "물레방아", "소금길", "등대", "곡식창고", "수문", "종탑", "물길", "다리"],
        asides: ["결론", "참고", "첫째", "주의", "예산", "근거"],
        headings: ["1. 둑길 보수의 건", "의사일정 제2항", "Ⅱ. 나루터 운영", "다음 안건"],
        titles: ["제12회 물길위원회 회의록", "나루터 간담회 녹취록", "소금길 대담", "둑길 보수 공청회"], present: "참석자",
        places: ["새벽대학교", "한빛연구원", "물길시청", "나루신문"])

    static let japanese = TurnTongue(
        code: "ja", given: ["太郎", "花子", "健一", "美咲", "直樹", "由紀"], surnames: ["山瀬", "川凪", "森守", "石灘", "岸辺", "竹浦"],
        gap: "",
        isSurnameFirst: true, men: "君", women: "さん", chairs: ["議長", "委員長", "司会"], offices: ["委員", "市長", "局長", "教育長"],
        groups: ["一同", "全員"], notes: ["（拍手）", "（笑い）"], numbered: "参加者",
        openings: ["ありがとうございます。", "お答えいたします。", "よろしくお願いします。", "はい、そのとおりです。", "%について申し上げます。"],
        questions: ["%はどうなりますか。", "%の費用はだれが払いますか。"],
        statements: ["昨年、%をすべて直しました。", "住民は%がいちばん急ぐと言っています。", "%は来年の春までに終わります。", "報告書には%が二度出てきます。"],
        things: ["堤防", "渡し船", "水門", "灯台", "塩の道", "水車"], asides: ["注意", "結論", "参考"], headings: ["一、堤防の件", "日程第二"],
        titles: ["水路委員会会議録", "渡し船座談会"], present: "出席者", places: ["夜明大学", "水路新聞"])

    static let chinese = TurnTongue(
        code: "zh", given: ["明", "晓岚", "子衡", "若溪", "文澜", "予安"], surnames: ["王", "李", "陈", "林", "周", "吴"], gap: "",
        isSurnameFirst: true,
        men: "先生", women: "女士", chairs: ["主席", "主持人"], offices: ["局长", "代表", "记者", "委员"], groups: ["众人", "全体"],
        notes: ["（掌声）", "（笑声）"],
        numbered: "发言人", openings: ["谢谢主席。", "大家好，我先说几句。", "是的，我同意。", "我们再看一看%吧。"],
        questions: ["%什么时候完成呢？", "%的钱由谁来出？"], statements: ["去年我们把%全部修好了。", "居民都说%最急。", "报告里两次提到%。", "%明年春天可以完成。"],
        things: ["堤坝", "渡船", "水闸", "灯塔", "盐路", "水车"], asides: ["注意", "结论", "例如"], headings: ["一、堤坝修缮", "第二项议题"],
        titles: ["水路委员会会议记录", "渡船座谈会"], present: "出席者", places: ["黎明大学", "水路日报"])

    static let german = TurnTongue(
        code: "de", given: ["Adele", "Bruno", "Clara", "Detlev", "Elke", "Falk"],
        surnames: ["Adlerstein", "Brückwald", "Moorkamp", "Sanddorf", "Tannhof", "Wiesenau"],
        men: "Herr", women: "Frau", chairs: ["Präsidentin", "Vorsitzender", "Präsident"],
        offices: ["Bundesminister", "Staatssekretärin", "Bürgermeister"],
        groups: ["Zurufe", "Alle"], notes: ["(Beifall)", "(Heiterkeit)"], numbered: "Sprecher",
        openings: [
            "Vielen Dank.", "Ich möchte zuerst über % sprechen.", "Ja, wir haben das geprüft.",
            "Guten Morgen, meine Damen und Herren.", "Nein, das habe ich nicht gesagt.",
        ],
        questions: ["Wer bezahlt % am Ende?", "Können Sie uns % erklären?"],
        statements: [
            "Im letzten Winter wurde % auf Kosten des Kreises erneuert.", "Wir haben lange über % beraten.",
            "Der Bericht nennt % an zwei Stellen.", "Die Leute im Unterdorf brauchen % jeden Tag.",
        ],
        things: ["das Wehr", "die Fähre", "den Salzweg", "die Mühle", "den Glockenturm", "die Schleuse"],
        asides: ["Hinweis", "Fazit", "Beispiel"],
        headings: ["TAGESORDNUNGSPUNKT 2", "Die Fähre"],
        titles: ["Protokoll des Hafenausschusses", "Gespräch über die Fähre"], present: "Anwesend",
        places: ["Nordwindinstitut", "Hafenamt"])

    static let french = TurnTongue(
        code: "fr", given: ["Armelle", "Blaise", "Corentin", "Diane", "Élodie", "Firmin"],
        surnames: ["Dupreval", "Quersin", "Marandeau", "Tillois", "Valbrune", "Orsenne"],
        men: "M.", women: "Mme", chairs: ["Le président", "La présidente"], offices: ["le ministre", "la rapporteure"],
        groups: ["Plusieurs députés", "Tous"],
        notes: ["(Applaudissements.)", "(Rires)"], numbered: "Intervenant",
        openings: [
            "Merci, monsieur le président.", "Je voudrais parler de %.", "Oui, nous avons étudié %.",
            "Non, je n'ai pas dit cela.", "Bonjour à tous.",
        ],
        questions: ["Qui paiera pour % ?", "Pouvez-vous nous parler de % ?"],
        statements: [
            "L'hiver dernier, nous avons réparé le mur près de %.", "Le rapport mentionne deux fois %.",
            "Les gens de la ville basse ont besoin de %.", "Rien ne presse pour %.",
        ],
        things: ["la digue", "la route du sel", "la tour", "l'écluse", "la halle", "la barque"],
        asides: ["Remarque", "Conclusion", "Exemple"],
        headings: ["QUESTIONS ORALES", "La route du sel"],
        titles: ["Compte rendu de la commission du port", "Entretien sur la digue"], present: "Présents",
        places: ["Institut du Nord", "Office des marées"])

    static let spanish = TurnTongue(
        code: "es", given: ["Alba", "Bruno", "Celia", "Dario", "Elvira", "Fausto"],
        surnames: ["Quiroga", "Marduño", "Sandoria", "Tilvera", "Valderas", "Ochagón"],
        men: "El señor", women: "La señora", chairs: ["El señor presidente", "La señora presidenta"],
        offices: ["ministro", "secretaria"], groups: ["Varios diputados", "Todos"],
        notes: ["(Aplausos)", "(Risas.)"], numbered: "Participante",
        openings: [
            "Muchas gracias, señora presidenta.", "Yo quiero hablar de %.", "Sí, nosotros hemos estudiado %.",
            "No, creo que no es así.", "Buenos días a todos.",
        ],
        questions: ["¿Quién paga %?", "¿Puede usted explicar %?"],
        statements: [
            "El invierno pasado reparamos el muro junto a %.", "El informe menciona dos veces %.",
            "La gente de la ciudad baja necesita %.", "Nada impide abrir % en otoño.",
        ],
        things: ["el dique", "la ruta de la sal", "la torre", "la esclusa", "el molino", "la barca"],
        asides: ["Nota", "Conclusión", "Ejemplo"],
        headings: ["PREGUNTAS", "La ruta de la sal"],
        titles: ["Acta de la comisión del puerto", "Entrevista sobre el dique"], present: "Asistentes",
        places: ["Instituto del Norte", "Oficina de mareas"])

    static let russian = TurnTongue(
        code: "ru", given: ["Арина", "Богдан", "Василиса", "Глеб", "Дарина", "Ефим"],
        surnames: ["Орлецкий", "Тилин", "Маревский", "Санова", "Вешняк", "Кувин"], men: "Господин",
        women: "Госпожа", chairs: ["Председатель", "Ведущий"], offices: ["Министр", "Депутат"],
        groups: ["Все", "Несколько депутатов"], notes: ["(Аплодисменты)", "(Смех)"],
        numbered: "Участник",
        openings: [
            "Спасибо, уважаемые коллеги.", "Я хочу сказать о том, что такое %.", "Да, мы это видели.",
            "Нет, я этого не говорил.", "Здравствуйте.",
        ],
        questions: ["Кто заплатит за это, если не %?", "Вы видели, как работает %?"],
        statements: [
            "Прошлой зимой там, где стоит %, всё починили.", "В отчёте дважды названа вещь: это %.",
            "Людям нижнего города нужна %.", "До осени %, как мы знаем, не закроется.",
        ],
        things: ["плотина", "паромная пристань", "соляная дорога", "башня", "мельница"],
        asides: ["Пример", "Вывод", "Примечание"], headings: ["ВТОРОЙ ВОПРОС", "Соляная дорога"],
        titles: ["Протокол портовой комиссии", "Беседа о плотине"], present: "Присутствуют",
        places: ["Северный институт"])
}
