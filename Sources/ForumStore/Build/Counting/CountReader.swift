import SQLite

/// Reads what is counted from the tables of a store that is being built, talk by talk.
struct CountReader {
    private let passages: Statement
    private let topics: Statement
    private let parts: Statement
    private let talks: Statement

    init(_ connection: Connection) throws(SQLiteError) {
        passages = try connection.prepare(
            "SELECT key, talk, kind, section, speaker, voice_kind FROM passages ORDER BY key")
        topics = try connection.prepare("SELECT passage, topic FROM passage_topics ORDER BY passage, topic")
        parts = try connection.prepare(
            """
            SELECT talk, panelist, role, organization, is_voice FROM participations ORDER BY talk, position
            """)
        talks = try connection.prepare("SELECT key, event FROM talks ORDER BY key")
    }

    /// Counts everything.
    func count() throws(SQLiteError) -> PassageCounter {
        var counter = PassageCounter()
        var (hasPassage, hasTopic, hasPart) = (try passages.step(), try topics.step(), try parts.step())
        while try talks.step() {
            let talk = talks.int64(at: 0)
            var people = TalkPeople()
            while hasPart, parts.int64(at: 0) <= talk {
                people.add(
                    .init(
                        panelist: parts.int64(at: 1), role: parts.string(at: 2),
                        organization: parts.isNull(at: 3) ? nil : parts.int64(at: 3)),
                    isVoice: parts.int64(at: 4) != 0)
                hasPart = try parts.step()
            }
            var rows: [PassageCounter.Row] = []
            while hasPassage, passages.int64(at: 1) <= talk {
                var row = PassageCounter.Row(
                    key: passages.int64(at: 0), kind: passages.string(at: 2) ?? "",
                    section: passages.optionalKey(at: 3), speaker: passages.optionalKey(at: 4),
                    voiceKind: passages.string(at: 5), topics: [])
                while hasTopic, topics.int64(at: 0) <= row.key {
                    row.topics.append(topics.int64(at: 1))
                    hasTopic = try topics.step()
                }
                rows.append(row)
                hasPassage = try passages.step()
            }
            counter.add(rows, event: talks.int64(at: 1), people)
        }
        return counter
    }
}

extension Statement {
    fileprivate func optionalKey(at index: Int) -> Int64? { isNull(at: index) ? nil : int64(at: index) }
}
