extension Span<UInt8> {
    /// The first offset in a range of a byte beyond ASCII, or of the given one, or the range's end.
    @inlinable @inline(__always)
    public func endOfPlainASCII(_ range: Range<Int>, but byte: UInt8) -> Int {
        end(range, of: { $0.beyondASCII | $0.equal(to: byte) }) { $0 < 0x80 && $0 != byte }
    }

    /// The first offset of a byte in a range, or the range's end.
    @inlinable @inline(__always)
    public func first(_ byte: UInt8, in range: Range<Int>) -> Int {
        end(range, of: { $0.equal(to: byte) }) { $0 != byte }
    }

    /// The first offset in a range of a byte that `isInside` does not let through, or the range's end.
    ///
    /// - Parameters:
    ///   - range: Where to look; what lies beyond the span is not looked at.
    ///   - marks: Marks bytes to look at, eight at a time: all that `isInside` does not let through, and maybe others.
    ///   - isInside: Whether to go on over a byte.
    @inlinable @inline(__always)
    public func end(
        _ range: Range<Int>, of marks: (EightBytes) -> UInt64, isInside: (UInt8) -> Bool
    ) -> Int {
        var position = range.lowerBound
        let end = Swift.min(range.upperBound, count)
        while position < end {
            // What stands behind the range may be looked at, and is not told of.
            if position + EightBytes.count <= count {
                let found = marks(EightBytes(self, at: position))
                guard found != 0 else {
                    position += EightBytes.count
                    continue
                }
                position += EightBytes.first(found)
                guard position < end else { break }
            }
            guard isInside(self[position]) else { return position }
            position += 1
        }
        return end
    }

    /// Whether these bytes and those are the same.
    @inlinable @inline(__always)
    public func isSame(as other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        var position = 0
        while position + EightBytes.count <= count {
            guard EightBytes(self, at: position) == EightBytes(other, at: position) else { return false }
            position += EightBytes.count
        }
        if position < count, count >= EightBytes.count {
            // The last eight, some of them for the second time.
            position = count - EightBytes.count
            return EightBytes(self, at: position) == EightBytes(other, at: position)
        }
        while position < count {
            guard self[position] == other[position] else { return false }
            position += 1
        }
        return true
    }

    /// Whether these bytes begin with those.
    @inlinable @inline(__always)
    public func begins(with prefix: [UInt8]) -> Bool {
        count >= prefix.count && extracting(..<prefix.count).isSame(as: prefix.span)
    }
}
