import PlainTalks
import Proceedings

extension Corpus.EventRecord {
    /// Makes an event of the talks in a folder.
    init(plainTalks folder: String) throws {
        let talks = try PlainTalks.read([folder]).enumerated().map { index, talk in
            let id = "talks-t\(index + 1)"
            return Talk(
                id: .init(id), kind: .talk, kindLabel: "", ordinal: index + 1, position: index + 1, title: nil,
                participations: [], lines: 1...talk.passages.count,
                passages: talk.passages.enumerated().map { index, text in
                    Passage(id: .init("\(id).p\(index + 1)"), kind: .paragraph, text: text, spans: [])
                })
        }
        self.init(event: Event(id: "talks"), sources: [], talks: talks.map { (talk: $0, source: "talks") })
    }
}
