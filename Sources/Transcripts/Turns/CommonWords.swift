/// Which of some capitalised words stand in a text in small letters, too, and are no names there.
struct CommonWords {
    private(set) var found: Set<String> = []

    /// Looks a text through.
    ///
    /// - Parameters:
    ///   - wanted: Words of ASCII letters, in small letters.
    ///   - clean: The text.
    init(_ wanted: Set<String>, in clean: [UInt8]) {
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

    private static func opening(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        Int(bytes[start]) << 8 | (start + 1 < end ? Int(bytes[start + 1]) : 0)
    }
}
