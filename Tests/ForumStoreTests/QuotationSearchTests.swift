import KoreanText
import Proceedings
import SeededNumbers
import Testing

@testable import ForumStore

@Suite("Quotations, through the index and without it")
struct QuotationSearchTests {
    private static let words = [
        "데이터", "를", "나", "는", "정부의", "규제가", "이", "모델은", "AI", "기술을", "개발한다.", "‘양자’", "컴퓨터", "20", "30", "정보-통신", "그",
        "해",
        "中國의", "것이다.",
    ]

    private let store: MadeTalks
    private let reader: StoreReader
    private let texts: [[String]]

    init() throws {
        var random = Seeded(7)
        texts = (0..<3).map { _ in
            (0..<12).map { _ in
                (0..<random.next(1, 9)).map { _ in Self.words[random.next(0, Self.words.count - 1)] }.joined(
                    separator: " ")
            }
        }
        store = try MadeTalks(texts)
        reader = store.reader
    }

    private func found(_ text: String, usesIndex: Bool) throws -> Quotation? {
        guard let pattern = QuotationPattern(text) else { return nil }
        var search = QuotationSearch(
            reader: reader, text: text, pattern: pattern, limit: .max, end: .now.advanced(by: .seconds(600)),
            usesIndex: usesIndex)
        var found = try search.places()
        if found.result == .notFound { found.nearest = try search.nearest() }
        return found
    }

    @Test(
        "both find the same, whatever is left out of the spacing, and wherever the limits are",
        arguments: [UInt64(1), 2, 3, 4, 5], [1, 3, 200])
    func same(seed: UInt64, most: Int) throws {
        reader.limits.groupPassages = most
        reader.limits.maxAnchors = most
        var random = Seeded(seed)
        for _ in 0..<60 {
            let talk = texts[random.next(0, 2)]
            let first = random.next(0, talk.count - 1)
            let last = min(talk.count - 1, first + random.next(0, 2))
            let joined = talk[first...last].joined(separator: " ")
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
            // A short text is not sought over many ends (the chapter Provenance says over how many).
            let anchors = QuotationAnchors(QuotationPattern(text)?.scalars ?? []).tokens.count
            guard anchors < 2 || max(2, anchors / 2) > last - first else { continue }
            let (fast, slow) = (try found(text, usesIndex: true), try found(text, usesIndex: false))
            #expect(fast?.result == slow?.result, "\(text), seed \(seed)")
            #expect(fast?.places == slow?.places, "\(text), seed \(seed)")
            #expect(fast?.total == fast?.places.count && slow?.total == slow?.places.count, "\(text), seed \(seed)")
            let (near, nearest) = (fast?.nearest?.similarity ?? 0, slow?.nearest?.similarity ?? 0)
            #expect(near <= nearest, "\(text), seed \(seed)")
            if nearest >= 0.8 { #expect(near == nearest, "\(text), seed \(seed)") }
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

extension Seeded {
    fileprivate mutating func next(_ low: Int, _ high: Int) -> Int { .random(in: low...high, using: &self) }
}
