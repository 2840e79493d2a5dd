/// What stands of a word on one side of a break between two lines, as much of it as is looked at.
struct WordPart {
    /// How many scalars are looked at.
    static let reach = 24

    private(set) var count = 0
    private(set) var first: Unicode.Scalar = "\0"
    private(set) var second: Unicode.Scalar = "\0"
    private(set) var beforeLast: Unicode.Scalar = "\0"
    private(set) var last: Unicode.Scalar = "\0"
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
