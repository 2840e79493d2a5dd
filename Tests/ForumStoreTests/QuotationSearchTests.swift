import KoreanText
import Proceedings
import Testing

@testable import ForumStore

@Suite("Quotations, through the index and without it")
struct QuotationSearchTests {
    private static let words = [
        "데이터", "를", "나", "는", "정부의", "규제가", "이", "모델은", "AI", "기술을", "개발한다.", "‘양자’", "컴퓨터", "20", "30", "정보-통신", "그",
        "해",
        "中國의", "것이다.",
    ]

    private let folder: TemporaryFolder
    private let reader: StoreReader
    private let texts: [[String]]

    init() throws {
        var random = Seeded(state: 7)
        texts = (0..<3).map { _ in
            (0..<12).map { _ in
                (0..<random.next(1, 9)).map { _ in Self.words[random.next(0, Self.words.count - 1)] }.joined(
                    separator: " ")
            }
        }
        folder = try TemporaryFolder()
        let talks = texts.enumerated().map { index, passages in
            Talk(
                id: .init("e-t\(index + 1)"), kind: .talk, kindLabel: "", ordinal: nil, position: index + 1, title: nil,
                participations: [], lines: 1...1,
                passages: passages.enumerated().map { place, text in
                    Passage(
                        id: .init("e-t\(index + 1).p\(place + 1)"), kind: place == 0 ? .heading : .paragraph,
                        text: text,
                        spans: [SourceSpan(page: 1, printedPage: nil, lines: 1...1)])
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

    private struct Seeded {
        var state: UInt64

        mutating func next(_ low: Int, _ high: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return low + Int(state >> 33) % (high - low + 1)
        }
    }

    private func found(_ text: String, usesIndex: Bool) throws -> Quotation? {
        guard let pattern = QuotationPattern(text) else { return nil }
        var search = QuotationSearch(
            reader: reader, text: text, pattern: pattern, limit: .max, usesIndex: usesIndex)
        return try search.places()
    }

    @Test("both find the same, whatever is left out of the spacing", arguments: [UInt64(1), 2, 3, 4, 5])
    func same(seed: UInt64) throws {
        var random = Seeded(state: seed)
        for _ in 0..<60 {
            let talk = texts[random.next(0, 2)]
            let first = random.next(0, talk.count - 1)
            let joined = talk[first...min(talk.count - 1, first + random.next(0, 2))].joined(separator: " ")
            let characters = Array(joined)
            let start = random.next(0, characters.count - 1)
            var text = String(characters[start...random.next(start, characters.count - 1)])
            switch random.next(0, 4) {
            case 0: text = text.filter { $0 != " " }
            case 1: text = text.map { "\($0) " }.joined()
            case 2: text += "없다"
            default: break
            }
            text = text.split(separator: " ").joined(separator: " ")
            let (fast, slow) = (try found(text, usesIndex: true), try found(text, usesIndex: false))
            #expect(fast?.result == slow?.result, "\(text), seed \(seed)")
            // What one passage holds is not sought over the ends of passages, too.
            let within = { (places: [[Quotation.Part]]?) in Set((places ?? []).filter { $0.count == 1 }) }
            #expect(within(fast?.places) == within(slow?.places), "\(text), seed \(seed)")
        }
    }

    @Test("a quotation may run over several passages, and is cut into their own words")
    func over() throws {
        let talk = texts[1]
        let text = talk[2...5].joined(separator: " ")
        let place = try #require(try reader.quotation(text, limit: 5)?.places.first)
        #expect(place.map(\.passage.rawValue) == (3...6).map { "e-t2.p\($0)" })
        #expect(place.map(\.text).joined(separator: " ") == text)
    }
}
