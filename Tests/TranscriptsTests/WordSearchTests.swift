import SeededNumbers
import Testing

@testable import Transcripts

/// What asks every line is written for speed; here it is held against the plainest way to say the same.
@Suite("Sets of scalars and of word endings, and searches by bytes")
struct WordSearchTests {
    /// One, two, three and four bytes of UTF-8, some with bytes in common, a combining mark, and the space.
    private static let alphabet: [Unicode.Scalar] = [
        "a", "b", "(", "é", "\u{301}", "가", "각", "나", "수", "교", "\u{1100}", "\u{1161}", "…", "○", "\u{FFFD}", "😀", "𠀀",
        " ", " ",
    ]

    private static func text(_ random: inout Seeded, _ lengths: ClosedRange<Int>, spaces: Bool = true)
        -> String
    {
        var view = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: lengths, using: &random) {
            let scalar = alphabet[Int.random(in: 0...alphabet.count - (spaces ? 1 : 3), using: &random)]
            view.append(scalar)
        }
        return String(view)
    }

    /// Whether the scalars of a text end in those of another.
    private static func ends(_ text: some StringProtocol, in suffix: String) -> Bool {
        Array(text.unicodeScalars).suffix(suffix.unicodeScalars.count).elementsEqual(suffix.unicodeScalars)
            && text.unicodeScalars.count >= suffix.unicodeScalars.count
    }

    @Test("a set of scalars holds those it was made of and no others, as far as the Basic Multilingual Plane goes")
    func scalars() {
        var random = Seeded(4)
        for _ in 0..<20 {
            let chosen = (0..<Int.random(in: 0...60, using: &random)).compactMap { _ in
                Unicode.Scalar(UInt32(Int.random(in: 0...0x2FFFF, using: &random)))
            }
            let set = ScalarSet(chosen)
            let model = Set(chosen.filter { $0.value < 0x1_0000 })
            for value in UInt32(0)...0x2FFFF {
                guard let scalar = Unicode.Scalar(value) else { continue }
                if set.contains(scalar) != model.contains(scalar) {
                    Issue.record("U+\(String(value, radix: 16)), set of \(chosen)")
                }
            }
        }
        let literal: ScalarSet = "가○\u{FFFF}"
        #expect(literal.contains("가") && literal.contains("○") && literal.contains("\u{FFFF}"))
        #expect(!literal.contains("각") && !literal.contains("\u{0}"))
    }

    @Test("a set of endings finds what a look at each of them finds", arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
    func suffixes(seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<60 {
            let words = (0..<Int.random(in: 0...12, using: &random)).map { _ in Self.text(&random, 1...3, spaces: false)
            }
            let set = SuffixSet(words)
            for _ in 0..<60 {
                var word = Self.text(&random, 0...4, spaces: false)
                if Int.random(in: 0...1, using: &random) == 0, let ending = words.randomElement(using: &random) {
                    word += ending
                }
                let count = word.unicodeScalars.count
                let endings = words.filter { Self.ends(word, in: $0) }.map(\.unicodeScalars.count)
                let note: Comment = "\(word) among \(words), seed \(seed)"
                #expect(set.contains(word) == endings.contains(count), note)
                for least in 0...3 {
                    #expect(set.match(word, atLeast: least) == endings.contains { count - $0 >= least }, note)
                }
                #expect(set.matchPart(word) == endings.contains { $0 > 1 || count > $0 }, note)
                // A part of a longer text is looked at by itself.
                let part = Substring("교\(word)수".unicodeScalars.dropFirst().dropLast())
                #expect(set.contains(part) == set.contains(word), note)
            }
        }
    }

    @Test("words are what stands between single or several plain spaces", arguments: [UInt64(1), 2, 3])
    func words(seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<500 {
            let text = Self.text(&random, 0...12)
            let model = Array(text.utf8).split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
            #expect(text.words.map { Array($0.utf8) } == model.map { Array($0.utf8) }, "\(text), seed \(seed)")
        }
    }

    @Test("a search by bytes finds the first place, in parts of texts too", arguments: [UInt64(1), 2, 3])
    func search(seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<1500 {
            let whole = Self.text(&random, 0...14)
            let scalars = whole.unicodeScalars
            let start = scalars.index(scalars.startIndex, offsetBy: Int.random(in: 0...scalars.count, using: &random))
            let end = scalars.index(start, offsetBy: Int.random(in: 0...scalars[start...].count, using: &random))
            let text = whole[start..<end]
            var wanted = Self.text(&random, 0...3)
            if Int.random(in: 0...1, using: &random) == 0 {
                wanted = String(text.unicodeScalars.dropFirst(Int.random(in: 0...3, using: &random)).prefix(2))
            }
            let (bytes, sought) = (Array(text.utf8), Array(wanted.utf8))
            let model = (0...max(0, bytes.count - sought.count)).first {
                !sought.isEmpty && bytes[$0...].prefix(sought.count).elementsEqual(sought)
            }
            let found = text.firstRange(ofBytes: wanted)
            let note: Comment = "“\(wanted)” in “\(text)”, seed \(seed)"
            #expect(found.map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } == model, note)
            if let found { #expect(Array(text[found].utf8) == sought, note) }
            #expect(text.holds(wanted) == (model != nil), note)
        }
    }
}
