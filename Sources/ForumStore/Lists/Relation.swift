/// Rows that the list's rows are related to, as a subquery that gives the keys of those for which a condition holds.
struct Relation: Hashable, Sendable {
    /// The column of the list's own table that the subquery's keys are compared with.
    let column: String
    /// The subquery up to its condition.
    let head: String
    /// The subquery after its condition.
    var tail = ""
}

extension Relation {
    private static let people =
        "JOIN panelists pn ON pn.key = pa.panelist LEFT JOIN organizations o ON o.key = pa.organization"

    static let eventPeople = Relation(
        column: "e.key",
        head: "SELECT t.event FROM participations pa \(people) JOIN talks t ON t.key = pa.talk WHERE ")
    static let eventTopics = Relation(
        column: "e.key",
        head: """
            SELECT t.event FROM talk_topics tt JOIN topics tp ON tp.key = tt.topic JOIN talks t ON t.key = tt.talk WHERE
            """ + " ")
    static let talkPeople = Relation(
        column: "t.key", head: "SELECT pa.talk FROM participations pa \(people) WHERE ")
    static let talkTopics = Relation(
        column: "t.key", head: "SELECT tt.talk FROM talk_topics tt JOIN topics tp ON tp.key = tt.topic WHERE ")
    static let appearances = Relation(
        column: "pn.key",
        head: """
            SELECT pa.panelist FROM participations pa LEFT JOIN organizations o ON o.key = pa.organization \
            JOIN talks t ON t.key = pa.talk JOIN events e ON e.key = t.event WHERE
            """ + " ")
    static let panelistTopics = Relation(
        column: "pn.key",
        head: """
            SELECT pa.panelist FROM participations pa JOIN talk_topics tt ON tt.talk = pa.talk \
            JOIN topics tp ON tp.key = tt.topic WHERE
            """ + " ")
    static let topicTalks = Relation(
        column: "tp.key",
        head: """
            SELECT tt.topic FROM talk_topics tt JOIN talks t ON t.key = tt.talk JOIN events e ON e.key = t.event WHERE
            """ + " ")
    static let topicPeople = Relation(
        column: "tp.key",
        head: """
            SELECT tt.topic FROM talk_topics tt JOIN participations pa ON pa.talk = tt.talk \
            JOIN panelists pn ON pn.key = pa.panelist WHERE
            """ + " ")
    static let passageVoices = Relation(
        column: "p.key",
        head: """
            SELECT pv.passage FROM passage_voices pv JOIN panelists pn ON pn.key = pv.panelist \
            LEFT JOIN participations pa ON pa.talk = pv.talk AND pa.position = pv.position \
            LEFT JOIN organizations o ON o.key = pa.organization WHERE
            """ + " ")
    static let passageTopics = Relation(
        column: "p.key", head: "SELECT pt.passage FROM passage_topics pt JOIN topics tp ON tp.key = pt.topic WHERE ")
    static let passageEvents = Relation(
        column: "p.talk", head: "SELECT t.key FROM talks t JOIN events e ON e.key = t.event WHERE ")
    /// The section itself and everything below it.
    static let passageSections = Relation(
        column: "p.section",
        head: "WITH RECURSIVE inside (key) AS (SELECT s.key FROM sections s WHERE ",
        tail: " UNION SELECT s.key FROM sections s JOIN inside i ON s.parent = i.key) SELECT key FROM inside")
}
