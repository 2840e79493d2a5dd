import Proceedings

/// The words of some events in their order, each as its number.
struct EventWords {
    /// A title or a passage.
    struct Part {
        var words: Range<Int>
        /// The talk's place among all.
        var talk: Int32
        var isHeading: Bool
        /// Whether it is a paragraph, whose phrases are sentences and parts of them.
        var isProse = true
    }

    /// How often the same text is counted in an event at most.
    static let mostRepeats = 2

    /// What stands in the sequence where a phrase begins.
    static let boundary: Int32 = -1

    private(set) var table = WordNumbers()
    /// How often each word stands in the texts.
    private(set) var counts: [Int32] = []
    /// How often each word follows an English article or preposition.
    private(set) var afterArticle: [Int32] = []
    /// Every word of the texts, in order, with the boundaries.
    private(set) var sequence: [Int32] = []
    /// The parts of each event.
    private(set) var parts: [[Part]] = []

    private var articles: Set<Int32> = []
    private var talks: Int32 = 0

    /// Reads the titles and passages of some events.
    init(_ events: [Corpus.EventRecord]) {
        for word in ["the", "a", "an", "of", "The", "A", "An", "our", "their", "your", "its", "this", "for", "with"] {
            articles.insert(Int32(table.number(of: word)))
        }
        counts = Array(repeating: 0, count: table.count)
        afterArticle = counts
        for event in events {
            var parts: [Part] = []
            var seen: [UInt64: Int] = [:]
            for (talk, _) in event.talks {
                if let title = talk.title { parts.append(read(title, .heading)) }
                // A remark on the scene (`(Applause)`) is nobody's.
                for passage in talk.passages where passage.kind != .note {
                    // What stands there again and again, word for word, is a part of the pages or a phrase of the chair.
                    let hash = Self.hash(passage.text)
                    seen[hash, default: 0] += 1
                    guard seen[hash, default: 0] <= Self.mostRepeats else { continue }
                    parts.append(read(passage.text, passage.kind))
                }
                talks += 1
            }
            self.parts.append(parts)
        }
    }

    /// FNV-1a: two of a few million texts have one hash once in a million corpora.
    private static func hash(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { bytes in
            bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        }
    }

    private mutating func read(_ text: String, _ kind: Passage.Kind) -> Part {
        let start = sequence.count
        var text = text
        text.withUTF8 { bytes in
            WordScanner.forEachWord(in: bytes) { range, beginsPhrase in
                let word = Int32(table.number(of: UnsafeBufferPointer(rebasing: bytes[range])))
                if Int(word) == counts.count {
                    counts.append(0)
                    afterArticle.append(0)
                }
                counts[Int(word)] += 1
                if beginsPhrase {
                    sequence.append(Self.boundary)
                } else if let before = sequence.last, articles.contains(before) {
                    afterArticle[Int(word)] += 1
                }
                sequence.append(word)
            }
        }
        return Part(
            words: start..<sequence.count, talk: talks, isHeading: kind == .heading, isProse: kind == .paragraph)
    }
}
