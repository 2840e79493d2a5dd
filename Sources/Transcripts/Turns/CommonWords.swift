/// Which of some capitalised words stand in a text in small letters, too, and are no names there.
struct CommonWords {
    private(set) var found: Set<String> = []

    /// Looks a text through.
    ///
    /// - Parameters:
    ///   - wanted: Words of ASCII letters, in small letters.
    ///   - clean: The text.
    init(_ wanted: Set<String>, in clean: [UInt8]) {
        findKorean(wanted, in: clean)
        let wanted = wanted.filter { !$0.isEmpty && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }
        guard !wanted.isEmpty else { return }
        // The first two letters tell most words apart.
        var openings = [Bool](repeating: false, count: 1 << 16)
        for word in wanted { openings[Self.opening(Array(word.utf8), 0, word.utf8.count)] = true }
        var start = -1
        for index in 0...clean.count {
            let byte = index < clean.count ? clean[index] : 0x20
            if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A {
                if start < 0 { start = index }
                continue
            }
            // A part of a name, a file or a longer word with a hyphen is no word of its own.
            if start >= 0, byte < 0x80, clean[start] >= 0x61, openings[Self.opening(clean, start, index)],
                start == 0 || clean[start - 1] == 0x20 || clean[start - 1] == 0x22
            {
                let word = String(decoding: clean[start..<index], as: UTF8.self)
                if wanted.contains(word) { found.insert(word) }
            }
            start = -1
        }
    }

    /// How often a Korean word stands with the particle of a thing, to be none of a name.
    static let leastWithParticle = 2
    /// Finds the Korean words of three syllables that a text uses as things.
    private mutating func findKorean(_ wanted: Set<String>, in clean: [UInt8]) {
        let words = Set(
            wanted.filter { $0.utf8.count == 9 && $0.utf8.allSatisfy { $0 >= 0x80 } }.map { Array($0.utf8) })
        guard !words.isEmpty else { return }
        // People are mostly followed by other particles, or by their office.
        let particles = TurnWords.embedded.objectParticles
        var openings = [Bool](repeating: false, count: 1 << 16)
        for word in words { openings[Self.opening(word, 1, 9)] = true }
        var counts: [[UInt8]: Int] = [:]
        var index = 0
        while index + 12 < clean.count {
            defer { index += 1 }
            guard clean[index] >= 0xEA, index == 0 || clean[index - 1] == 0x20,
                openings[Self.opening(clean, index + 1, index + 9)]
            else { continue }
            let word = Array(clean[index..<(index + 9)])
            guard words.contains(word), particles.contains(where: { clean[(index + 9)...].starts(with: $0) })
            else { continue }
            counts[word, default: 0] += 1
        }
        for (word, count) in counts where count >= Self.leastWithParticle {
            found.insert(String(decoding: word, as: UTF8.self))
        }
    }

    private static func opening(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        Int(bytes[start]) << 8 | (start + 1 < end ? Int(bytes[start + 1]) : 0)
    }
}
