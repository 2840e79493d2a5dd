extension UTF8 {
    /// How many bytes a character takes that begins so, in well-formed UTF-8.
    @inlinable
    public static func width(startingWith lead: UInt8) -> Int {
        lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }
}

extension RandomAccessCollection<UInt8> where Index == Int {
    /// The value of the character that begins at an index, and how many bytes it takes, in well-formed UTF-8; `nil` where the end
    /// cuts it off.
    @inlinable
    public func scalarValue(at index: Int, before end: Int) -> (value: UInt32, width: Int)? {
        let lead = self[index]
        guard lead >= 0x80 else { return (UInt32(lead), 1) }
        let width = UTF8.width(startingWith: lead)
        guard index + width <= end else { return nil }
        var value = UInt32(lead) & (0x7F >> UInt32(width))
        for place in (index + 1)..<(index + width) { value = value << 6 | UInt32(self[place] & 0x3F) }
        return (value, width)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Hands over the characters of well-formed UTF-8; what is not ends them.
    @inlinable
    public func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
        var index = 0
        while index < count {
            guard let (value, width) = scalarValue(at: index, before: count), let scalar = Unicode.Scalar(value)
            else { return }
            body(scalar)
            index += width
        }
    }
}
