import Bytes

/// Comparison of entity tags (RFC 9110 §8.8.3).
public enum EntityTag {
    /// Whether a list of entity tags, as `If-Match` and `If-None-Match` have it, holds the tag; `*` is no tag.
    ///
    /// What is no list of entity tags holds none from the fault on.
    ///
    /// - Parameters:
    ///   - tag: A strong tag, quotes included.
    ///   - list: The field's value.
    ///   - isWeak: Whether weak tags count (RFC 9110 §8.8.3.2).
    public static func isListed(_ tag: Span<UInt8>, in list: Span<UInt8>, isWeak: Bool) -> Bool {
        var position = 0
        while position < list.count {
            if list[position].isOptionalWhitespace || list[position] == UInt8(ascii: ",") {
                position += 1
                continue
            }
            var isWeakTag = false
            if position + 1 < list.count, list[position] == UInt8(ascii: "W"),
                list[position + 1] == UInt8(ascii: "/")
            {
                isWeakTag = true
                position += 2
            }
            guard position < list.count, list[position] == UInt8(ascii: "\"") else { return false }
            // A comma may stand within the quotes, so the list is not split before its tags are read.
            let start = position
            position += 1
            while position < list.count, list[position] != UInt8(ascii: "\"") { position += 1 }
            guard position < list.count else { return false }
            position += 1
            if !isWeakTag || isWeak, list.extracting(start..<position).isSame(as: tag) { return true }
        }
        return false
    }
}
