import Testing

@testable import Transcripts

@Suite("Labels of turns")
struct TurnLabelTests {
    private func candidate(_ line: String, gaps: [Int] = []) -> TurnCandidate? {
        TurnScanner().candidate(TurnLine(row: 0, text: line, gapWords: gaps, isBlockStart: true), at: 0)
    }

    @Test(
        "a label gives name, office and what is said",
        arguments: [
            ("김철수: 네.", "김철수", nil, "네."), ("김철수 교수: 네.", "김철수", "교수", "네."), ("○ 홍길동 위원", "홍길동", "위원", ""),
            ("◯위원장 정성호 네.", "정성호", "위원장", "네."), ("【홍길동】 네.", "홍길동", nil, "네."), ("사회자: 네.", nil, "사회자", "네."),
            ("토론자 2: 네.", "토론자 2", nil, "네."), ("▲홍길동 = 네.", "홍길동", nil, "네."), ("(홍길동) 네.", "홍길동", nil, "네."),
            ("The CHAIRMAN. The Committee will come to order.", nil, "CHAIRMAN", "The Committee will come to order."),
            ("Dr. HANLEY. Thank you.", "HANLEY", nil, "Thank you."),
            ("Mr. SMITH of Ohio. I yield.", "SMITH", nil, "I yield."),
            ("Senator McDONALD. No.", "Senator McDONALD", "Senator", "No."),
            ("[00:52:10] 사회자: 시작합니다.", nil, "사회자", "시작합니다."),
            ("주민 2 : 몇 차로나 막습니까?", "주민 2", nil, "몇 차로나 막습니까?"), ("▷ 김민수 : 네.", "김민수", nil, "네."),
            ("(03:12) 김민수: 네.", "김민수", nil, "네."), ("00:03:12 [김민수] 네.", "김민수", nil, "네."),
            ("○교통정책과장 임가람 설명드리겠습니다.", "임가람", "교통정책과장", "설명드리겠습니다."),
            ("The Minister for Roads (Mr. Pell): I beg to reply.", "Pell", "Minister for Roads", "I beg to reply."),
            ("Hon. (Dr.) Velka: I rise.", "Velka", nil, "I rise."),
            ("Mr. Speaker: Order!", nil, "Mr. Speaker", "Order!"),
            ("Mayor Orle: Yes.", "Mayor Orle", "Mayor", "Yes."), ("[강다은 / 시장]", "강다은", "시장", ""),
            ("Ada Quill (Northport) (Ind): Will the Minister?", "Ada Quill", nil, "Will the Minister?"),
            ("M. le président. La parole est à vous.", nil, "M. président", "La parole est à vous."),
            ("El señor Quiroga.- Gracias, señora presidenta.", "Quiroga", nil, "Gracias, señora presidenta."),
            ("President. – The debate is closed.", nil, "President", "The debate is closed."),
            ("議長（山田太郎君）：開きます。", "山田太郎", "議長", "開きます。"), ("主持人：各位好。", nil, "主持人", "各位好。"),
            ("**Ada Quill** [00:12]: Well.", "Ada Quill", nil, "Well."), ("### Ada Quill", "Ada Quill", nil, ""),
            (">> IRIS WELD: GOOD EVENING.", "IRIS WELD", nil, "GOOD EVENING."),
            ("- mira: I agree", "mira", nil, "I agree"),
            ("Q64 Chair: Welcome.", nil, "Chair", "Welcome."), ("Ada Quill  0:15", "Ada Quill", nil, ""),
            ("Mme la rapporteure. Merci.", nil, "rapporteure", "Merci."),
            ("ORESTE FALCHI, Ministro dell'interno. Grazie.", "ORESTE FALCHI", "Ministro dell'interno", "Grazie."),
            (
                "A SRA. LÍDIA FONTOURA (PT - BA. Para discursar.) - Obrigada.", "LÍDIA FONTOURA", nil, "Obrigada."
            ),
            ("Osei, Amara   0:03", "Osei, Amara", nil, ""), ("UNIDENTIFIED MALE: No!", nil, nil, "No!"),
            ("A voice from the gallery: Shame!", nil, nil, "Shame!"), ("+1 555-0100   0:31", nil, nil, ""),
            ("토론자 1 (안보람, 새벽대학교): 네.", "안보람", nil, "네."), ("Q. Did they?", nil, nil, "Did they?"),
            ("## ○의장 김병국", "김병국", "의장", ""), ("<답변> (강바름 수자원국장) 네.", "강바름", "수자원국장", "네."),
        ] as [(String, String?, String?, String)])
    func label(_ line: String, _ name: String?, _ office: String?, _ rest: String) throws {
        let candidate = try #require(self.candidate(line))
        #expect(candidate.reading.shape.isVoice)
        #expect(candidate.reading.name == name)
        #expect(candidate.reading.office == office)
        #expect(candidate.rest == rest)
        #expect(line.hasPrefix(candidate.printed))
        #expect(line.utf8.count - candidate.restOffset == rest.utf8.count)
    }

    @Test(
        "what merely looks like a label names no speaker",
        arguments: [
            "한국이 뒤처진 이유: 생태계", "다음과 같다: 첫째", "비율 3:1 정도", "○ 데이터법은 적용됨", "(홍길동)은 말한다", "장소 : 도시환경위원회실",
            "일시: 2023년 5월 17일", "[00:03:12] 오늘은 소송의 흐름을 정리합니다.", "12:30 점심", "Dr. HANLEY said so.",
            "The committee met.", "Note: the figures are old.", "결론: 부두를 고친다.", "https://example.org/a: see there",
            "[Laughter.]", "(END VIDEO CLIP)", "Ayes: Odgers, Pell.", "第1条: 目的", "TONIGHT WE TALK ABOUT THE FERRY.",
            "Chairman Pell, I want to thank you. I think it took long.", "我在會上向各位委員提出以下要求：我說談。",
            "Herr Kollege Rimkus, Sie waren vorbildlich. Danke.", "Vielen Dank. – Nächster Redner ist Otto Pell.",
        ])
    func noLabel(_ line: String) {
        #expect(candidate(line)?.reading.shape.isVoice != true)
    }

    @Test("a wide gap ends a label that no mark ends, and a time before it is its own")
    func gaps() throws {
        let unmarked = try #require(self.candidate("소위원장 박하온 성원이 되었으므로 개의합니다.", gaps: [2]))
        #expect(unmarked.reading.name == "박하온" && unmarked.reading.office == "소위원장")
        #expect(unmarked.rest == "성원이 되었으므로 개의합니다.")
        let chat = try #require(self.candidate("10:15 다래 회의 자료 보셨어요?", gaps: [1, 2]))
        #expect(chat.reading.name == "다래" && chat.rest == "회의 자료 보셨어요?" && chat.time?.milliseconds == 615_000)
    }

    @Test(
        "times beside labels are read, and those of a clock told from those of a recording",
        arguments: [
            ("[00:12] 네", 12_000, false), ("(1:02:03.5) 네", 3_723_500, false), ("10:42 AM 네", 0, true),
            ("[오전 10:42] 네", 0, true), ("2024. 2. 13. 오후 1:05, 네", 0, true),
            ("12/02/2024, 10:42 - 네", 0, true),
        ])
    func times(_ text: String, _ milliseconds: Int, _ isClock: Bool) throws {
        let (time, _) = try #require(LabelTime.read(text[...]))
        #expect(time.milliseconds == milliseconds && time.isClock == isClock)
    }

    @Test("two of one surname are told apart, and whom the surname alone means is left open")
    func surnames() throws {
        let text = """
            Mr. SMITH of Ohio. I yield to my friend.

            Mr. SMITH of Maine. I thank him.

            Mr. SMITH. And I thank both of you.

            Mr. SMITH of Ohio. You are welcome.
            """
        let parsed = try TranscriptParser().parse(Array(text.utf8), event: "e")
        let passages = parsed.talks.flatMap(\.passages)
        #expect(passages.map(\.speaker) == ["Mr. SMITH of Ohio", "Mr. SMITH of Maine", nil, "Mr. SMITH of Ohio"])
        #expect(passages.map(\.voice?.kind) == [.person, .person, .unknown, .person])
        #expect(parsed.diagnostics.map(\.code) == ["unresolved-voice"])
        #expect(parsed.turns?.turns == 4 && parsed.turns?.unresolved == 1)
    }

    @Test("a colon in what is said, a word before one and a chair who opens take no words from their speaker")
    func colons() throws {
        let council = """
            ○김소율 위원  언제 고칩니까?
            ○위원장 정가람  자료를 보면 첫째: 도로, 둘째: 공원입니다.
            ○김소율 위원  그러면 결론: 내년입니까?
            ○위원장 정가람  네, 그렇습니다.
            """
        let read = try TranscriptParser().parse(Array(council.utf8), event: "e").talks.flatMap(\.passages)
        #expect(read.map(\.speaker) == ["김소율", "정가람", "김소율", "정가람"])
        #expect(read[1].text == "자료를 보면 첫째: 도로, 둘째: 공원입니다.")
        let panel = "■ 토론\n\n좌장 권하람 : 토론을 시작하겠습니다.\n\n토론자 안보람 : 저는 찬성합니다.\n\n좌장 권하람 : 고맙습니다.\n\n토론자 안보람 : 네, 이상입니다.\n"
        let said = try TranscriptParser().parse(Array(panel.utf8), event: "e").talks.flatMap(\.passages)
        #expect(said.map(\.text) == ["토론을 시작하겠습니다.", "저는 찬성합니다.", "고맙습니다.", "네, 이상입니다."])
        #expect(said.map(\.speaker) == ["권하람", "안보람", "권하람", "안보람"])
    }
}
