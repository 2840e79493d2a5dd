/// What stands of a word on one side of a break between two lines, as much of it as is looked at.
struct WordPart {
    /// How many scalars are looked at.
    static let reach = 24

    private(set) var count = 0
    private(set) var first: Unicode.Scalar = "\0"
    private(set) var second: Unicode.Scalar = "\0"
    private(set) var beforeLast: Unicode.Scalar = "\0"
    private(set) var last: Unicode.Scalar = "\0"
    /// The last scalar of the word before the last of a line.
    private(set) var lastBefore: Unicode.Scalar = "\0"
    /// The last four characters as patterns have them, after the word's edge where it has fewer.
    private(set) var lastCharacters: UInt64 = 0x20
    /// The first four characters as patterns have them.
    private(set) var firstCharacters: UInt64 = 0
    private(set) var hash = WordHash()
    /// The hash of the word that it makes with the part before it.
    private(set) var joinedHash: WordHash
    /// The syllables at its start.
    private(set) var syllables = ShortWord()
    /// It without the marks of sentences.
    private(set) var withoutMarks = ShortWord()
    private var isHangul = true

    /// The last word of a line, which no space follows.
    init(atEndOf line: Span<UInt8>) {
        joinedHash = hash
        var start = line.count
        var count = 0
        while start > 0, line[start - 1] != 0x20, count < Self.reach {
            start -= 1
            if line[start] & 0xC0 != 0x80 { count += 1 }
        }
        read(line, start..<line.count)
        guard start > 1, line[start - 1] == 0x20 else { return }
        var end = start - 2
        while end > 0, line[end] & 0xC0 == 0x80 { end -= 1 }
        line.extracting(end..<(start - 1)).withUnsafeBufferPointer { bytes in bytes.forEachScalar { lastBefore = $0 } }
    }

    /// The first word of a line, which no space comes before.
    ///
    /// - Parameter part: What stands before it, on the line before.
    init(atStartOf line: Span<UInt8>, after part: WordPart) {
        joinedHash = part.hash
        var end = 0
        var count = 0
        while end < line.count, line[end] != 0x20 {
            if line[end] & 0xC0 != 0x80 {
                guard count < Self.reach else { break }
                count += 1
            }
            end += 1
        }
        read(line, 0..<end)
    }

    private mutating func read(_ line: Span<UInt8>, _ range: Range<Int>) {
        line.extracting(range).withUnsafeBufferPointer { bytes in bytes.forEachScalar { append($0) } }
    }

    @inline(__always)
    private mutating func append(_ scalar: Unicode.Scalar) {
        if count == 0 { first = scalar }
        if count == 1 { second = scalar }
        (beforeLast, last) = (last, scalar)
        let unit = SpacingPatterns.unit(scalar)
        lastCharacters = lastCharacters << 16 | unit
        if count < SpacingPatterns.reach { firstCharacters = firstCharacters << 16 | unit }
        count += 1
        hash.extend(by: scalar)
        joinedHash.extend(by: scalar)
        isHangul = isHangul && Hangul.isSyllable(scalar)
        if isHangul { syllables.append(scalar) }
        switch scalar {
        case ",", ".", "?", "!": break
        default: withoutMarks.append(scalar)
        }
    }
}
