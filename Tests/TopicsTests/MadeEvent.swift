import Proceedings

/// Events made of plain texts.
enum MadeEvent {
    /// An event with a talk for each list of texts, and a paragraph for each text.
    static func event(
        _ id: String, talks: [[String]], title: String? = nil, people: [Participation] = []
    ) -> Corpus.EventRecord {
        let made = talks.enumerated().map { index, texts in
            Talk(
                id: .init("\(id)-t\(index + 1)"), kind: .talk, kindLabel: "", ordinal: nil, position: index + 1,
                title: title, participations: people, lines: 1...max(1, texts.count),
                passages: texts.enumerated().map { place, text in
                    Passage(
                        id: .init("\(id)-t\(index + 1).p\(place + 1)"), kind: .paragraph, text: text,
                        spans: [SourceSpan(page: 1, printedPage: nil, lines: (place + 1)...(place + 1))])
                })
        }
        return .init(event: Event(id: .init(id)), sources: [], talks: made.map { ($0, .init(id)) })
    }
}
