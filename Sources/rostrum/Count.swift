/// A number with its noun: `1 talk`, `7 talks`.
struct Count {
    static let lines = Count(singular: "line", plural: "lines")
    static let talks = Count(singular: "talk", plural: "talks")
    static let events = Count(singular: "event", plural: "events")
    static let panelists = Count(singular: "panelist", plural: "panelists")
    static let topics = Count(singular: "topic", plural: "topics")
    static let passages = Count(singular: "passage", plural: "passages")
    static let turns = Count(singular: "turn", plural: "turns")
    static let voices = Count(singular: "voice", plural: "voices")

    let singular: String
    let plural: String

    func of(_ number: Int) -> String {
        "\(number) \(number == 1 ? singular : plural)"
    }
}
