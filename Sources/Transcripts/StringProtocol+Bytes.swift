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

    /// Where a text first stands.
    func firstRange(ofBytes wanted: String) -> Range<Index>? {
        let sought = Array(wanted.utf8)
        var text = String(self)
        let found = text.withUTF8 { bytes -> Int? in
            guard let first = sought.first, bytes.count >= sought.count else { return nil }
            return (0...(bytes.count - sought.count)).first { offset in
                bytes[offset] == first && bytes[offset...].starts(with: sought)
            }
        }
        guard let found else { return nil }
        let start = utf8.index(startIndex, offsetBy: found)
        return start..<utf8.index(start, offsetBy: sought.count)
    }

    /// Whether a text stands anywhere.
    func holds(_ wanted: String) -> Bool { firstRange(ofBytes: wanted) != nil }
}
