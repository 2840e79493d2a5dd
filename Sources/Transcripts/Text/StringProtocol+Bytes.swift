/// Searches of clean lines byte by byte: what is sought stands there as printed, so that no characters need be formed.
extension StringProtocol {
    /// The words, parted by single spaces.
    var words: [SubSequence] {
        var result: [SubSequence] = []
        var start = startIndex
        var index = startIndex
        while index < endIndex {
            if utf8[index] == 0x20 {
                if start < index { result.append(self[start..<index]) }
                start = utf8.index(after: index)
            }
            index = utf8.index(after: index)
        }
        if start < endIndex { result.append(self[start...]) }
        return result
    }

    /// What stands behind the spaces at the start.
    var withoutLeadingSpaces: SubSequence {
        var start = startIndex
        while start < endIndex, utf8[start] == 0x20 { start = utf8.index(after: start) }
        return self[start...]
    }

    /// Whether the first letter is a small one.
    var beginsLowercase: Bool {
        var bytes = utf8.makeIterator()
        guard let first = bytes.next() else { return false }
        if first < 0x80, bytes.next().map({ $0 < 0x80 }) ?? true { return (0x61...0x7A).contains(first) }
        return self.first?.isLowercase == true
    }

    /// The first scalars, at most a count of them.
    func prefix(ofScalars count: Int) -> SubSequence {
        guard utf8.count > count else { return self[...] }
        return self[..<(unicodeScalars.index(startIndex, offsetBy: count, limitedBy: endIndex) ?? endIndex)]
    }

    /// Where a text first stands.
    func firstRange(ofBytes wanted: String) -> Range<Index>? {
        let found = withBytes { bytes in wanted.withBytes { Self.offset(of: $0, in: bytes) } }
        guard let found else { return nil }
        let start = utf8.index(startIndex, offsetBy: found)
        return start..<utf8.index(start, offsetBy: wanted.utf8.count)
    }

    private static func offset(of sought: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = sought.first else { return nil }
        var offset = 0
        while offset + sought.count <= bytes.count {
            if bytes[offset] == first, bytes[offset...].starts(with: sought) { return offset }
            offset += 1
        }
        return nil
    }

    /// Hands over the text's bytes, of a part of a string where they stand.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        var copy = String(self)
        return copy.withUTF8(body)
    }

    /// Whether a text stands anywhere.
    func holds(_ wanted: String) -> Bool { firstRange(ofBytes: wanted) != nil }
}
