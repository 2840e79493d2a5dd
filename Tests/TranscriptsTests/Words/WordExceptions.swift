/// The words that are not in every place what their kind says, with the reason.
enum WordExceptions {
    static let all: [(word: String, place: String, reason: String)] = groups.flatMap { group in
        group.words.flatMap { word in group.places.map { (word, $0, group.reason) } }
    }

    private static let groups: [(words: [String], places: [String], reason: String)] = [
        (
            [
                "deputy mayor", "clerk of the court", "ranking member", "majority leader", "minority leader",
                "vice chair",
                "prime minister", "presiding officer", "acting president", "deputy speaker", "vice president",
                "نائب الرئيس",
                "السيد الرئيس", "chủ tịch", "chủ tọa", "đại biểu",
            ], ["beforeName", "beforeFullName"],
            "of an office of several words before a name, labels in alphabets keep all as the name"
        ),
        (
            ["pro tempore"], ["beforeName", "beforeFullName"],
            "stands behind an office (`President pro tempore`), never before a name"
        ),
        (["記者", "记者"], ["afterName"], "behind three characters or more stands the paper that it is of (`中央社記者`)"),
        (["y"], ["withinName"], "parts two people as often (`Pérez y López`)"),
    ]

    static func reason(_ word: String, _ place: String) -> String? {
        all.first { $0.word == word && $0.place == place }?.reason
    }
}
