import Proceedings

@testable import ForumStore

/// A store of talks that are made of plain texts, one for each passage.
struct MadeTalks {
    private let folder: TemporaryFolder
    let reader: StoreReader

    init(_ texts: [[String]]) throws {
        folder = try TemporaryFolder()
        let talks = texts.enumerated().map { index, passages in
            Talk(
                id: .init("e-t\(index + 1)"), kind: .talk, kindLabel: "", ordinal: nil, position: index + 1, title: nil,
                participations: [], lines: 1...1,
                passages: passages.enumerated().map { place, text in
                    Passage(
                        id: .init("e-t\(index + 1).p\(place + 1)"), kind: place == 0 ? .heading : .paragraph,
                        text: text, spans: [SourceSpan(page: 1, printedPage: nil, lines: 1...1)])
                })
        }
        let line = SourceLine(number: 1, text: "줄", terminator: "", lineClass: .body, page: 1)
        let source = Source(
            id: "e", event: "e", name: "transcript.txt", format: "proceedings", encoding: "UTF-8",
            sha256: String(repeating: "0", count: 64), byteCount: 3, lines: [line])
        let event = Corpus.EventRecord(event: Event(id: "e"), sources: [source], talks: talks.map { ($0, "e") })
        try StoreBuilder(path: folder.store).build(
            from: Corpus(snapshot: "s", events: [event], panelists: [], topics: [], mentions: []))
        reader = try StoreReader(path: folder.store)
    }
}
