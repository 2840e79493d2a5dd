import PlainTalks
import Proceedings

extension Corpus {
    /// Makes one event of the talks in some folders.
    init(plainTalks folders: [String]) throws {
        var lines: [SourceLine] = []
        var talks: [Talk] = []
        for talk in try PlainTalks.read(folders) {
            let id = "talks-t\(talks.count + 1)"
            let first = lines.count + 1
            var passages: [Passage] = []
            for (index, text) in talk.passages.enumerated() {
                let number = lines.count + 1
                let passage = Passage(
                    id: .init("\(id).p\(index + 1)"), kind: .paragraph, text: text,
                    spans: [SourceSpan(page: 1, printedPage: nil, lines: number...number)])
                lines.append(
                    SourceLine(
                        number: number, text: text, terminator: "\n", lineClass: .body, talk: .init(id),
                        passage: passage.id, join: .end, page: 1))
                passages.append(passage)
            }
            talks.append(
                Talk(
                    id: .init(id), kind: .talk, kindLabel: "", ordinal: talks.count + 1, position: talks.count + 1,
                    title: talk.title, participations: [],
                    lines: first...lines.count,
                    passages: passages))
        }
        let source = Source(
            id: "talks", event: "talks", name: "talks", format: "text", encoding: "UTF-8",
            sha256: String(repeating: "0", count: 64), byteCount: 1, lines: lines)
        self.init(
            snapshot: "talks",
            events: [
                .init(
                    event: Event(id: "talks"), sources: [source], talks: talks.map { (talk: $0, source: source.id) })
            ],
            panelists: [], topics: [], mentions: [])
    }
}
