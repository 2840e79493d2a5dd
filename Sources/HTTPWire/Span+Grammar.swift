import Bytes

extension EightBytes {
    static var get: EightBytes { EightBytes(value: 0x2054_4547) }
    static var version: EightBytes { EightBytes(value: 0x312e_312f_5054_5448) }

    /// The end of a line and an empty one, as they are loaded.
    fileprivate static var emptyLine: UInt32 { UInt32(0x0a0d_0a0d).littleEndian }
}

extension Span<UInt8> {
    /// The first offset in a range whose byte cannot stand in a request target, or the range's end.
    ///
    /// Bytes of 0x80 and above are let through: the application reads raw UTF-8 as it reads %XX.
    @inline(__always)
    func endOfTarget(_ range: Range<Int>) -> Int {
        end(range, of: { $0.less(than: 0x21) | $0.equal(to: 0x7f) | $0.equal(to: UInt8(ascii: "#")) }) {
            ByteSet.target.contains($0) || $0 >= 0x80
        }
    }

    /// The first offset in a range whose byte cannot stand in a field value, or the range's end; a tab can.
    @inline(__always)
    func endOfFieldValue(_ range: Range<Int>) -> Int {
        end(range, of: { $0.less(than: 0x20) | $0.equal(to: 0x7f) }) {
            ByteSet.fieldValue.contains($0) || $0 >= 0x80
        }
    }

    /// The length of what stands before the end of the first empty line and of that line, or `nil` where none of it ends
    /// within `limit` bytes: that of a message's head, unless it is no message.
    public func headLength(limit: Int) -> Int? {
        let end = Swift.min(count, limit)
        guard end >= EightBytes.count else {
            for position in 0..<Swift.max(0, end - 3) where isEmptyLine(at: position) { return position + 4 }
            return nil
        }
        // At last the last eight bytes, some of them again, rather than fewer.
        let last = end - EightBytes.count
        var position = 0
        while true {
            var found = EightBytes(self, at: position).equal(to: .carriageReturn)
            while found != 0 {
                let place = position + EightBytes.first(found)
                if place + 4 <= end, isEmptyLine(at: place) { return place + 4 }
                found &= found &- 1
            }
            guard position < last else { return nil }
            position = Swift.min(position &+ EightBytes.count, last)
        }
    }

    /// Whether a line ends there and an empty one follows; there are four bytes.
    @inline(__always)
    private func isEmptyLine(at position: Int) -> Bool {
        bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self) == EightBytes.emptyLine
    }
}
