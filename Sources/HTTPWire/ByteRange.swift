/// Where something stands in a message's bytes; half the size of `Range<Int>`, for a message is never that long.
public struct ByteRange: Sendable, Hashable {
    /// The first byte's offset.
    public var start: UInt32
    /// The offset after the last byte.
    public var end: UInt32

    /// Makes a range; an end before the start makes an empty one.
    @inline(__always)
    public init(_ start: Int, _ end: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: max(start, end))
    }

    /// Whether there is no byte.
    public var isEmpty: Bool { start == end }
    /// The offsets.
    @inline(__always) public var offsets: Range<Int> { Int(start)..<max(Int(start), Int(end)) }
}

extension Span<UInt8> {
    /// Whether these bytes are the given small ASCII letters, whatever their case here.
    @inline(__always)
    func equalsIgnoringCase(_ lowercased: StaticString) -> Bool {
        guard count == lowercased.utf8CodeUnitCount else { return false }
        for index in indices where self[index].lowercased != lowercased.utf8Start[index] { return false }
        return true
    }

    /// The range without the white space at both ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, self[lower].isOptionalWhitespace { lower += 1 }
        while upper > lower, self[upper - 1].isOptionalWhitespace { upper -= 1 }
        return lower..<upper
    }

    /// Calls `body` with each element of a comma-separated list, trimmed, empty ones included, until it returns false.
    func forEachListElement(_ body: (Range<Int>) -> Bool) {
        var start = 0
        for index in 0...count where index == count || self[index] == UInt8(ascii: ",") {
            guard body(trimmed(start..<index)) else { return }
            start = index + 1
        }
    }
}

extension Span<UInt8> {
    /// The bytes as text, with replacement characters where they are no UTF-8.
    func text(_ range: ByteRange) -> String {
        extracting(range.offsets).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
