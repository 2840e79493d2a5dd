/// The words of printed days.
enum DateWords {
    /// The months by their names: English with its short forms, German, French, Spanish, Portuguese, Italian, Dutch.
    static let months: [String: Int] = {
        var result: [String: Int] = [:]
        for names in languages {
            for (index, name) in names.split(separator: " ").enumerated() { result[String(name)] = index + 1 }
        }
        return result
    }()

    private static let languages = [
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jänner feber märz april mai juni juli august sept oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "januari februari maart april mei juni juli augustus september oktober november december",
    ]

    /// What stands between day, month and year.
    static let links: Set<String> = ["of", "de", "del", "di", "den"]
    /// What stands right after the number of a day.
    static let ordinals: Set<String> = ["st", "nd", "rd", "th", "er", "º", "ª", "o"]

    /// The year before the first of an era.
    static let eras = ["令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911]

    /// What stands beside a day and says no more than it: days of the week, parts of a time.
    static let beside: Set<String> = {
        let words =
            "st nd rd th er of de del di den le the el on am vom dem a p m h uhr o clock noon "
            + "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun "
            + "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
            + "lundi mardi mercredi jeudi vendredi samedi dimanche "
            + "lunes martes miércoles jueves viernes sábado domingo "
            + "segunda terça quarta quinta sexta feira lunedì martedì mercoledì giovedì venerdì sabato domenica "
            + "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
            + "년 월 일 화 수 목 금 토 年 月 日 元 火 水 木 金 土 曜 時 分 시 분 오전 오후 월요 화요 수요 목요 금요 토요 일요 "
            + "令和 平成 昭和 大正"
        return Set(words.split(separator: " ").map(String.init))
    }()
}
