extension UnsafeBufferPointer<UInt8> {
    /// Hands over the characters of well-formed UTF-8; what is not ends them.
    @inlinable
    public func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
        var index = 0
        while index < count {
            let lead = UInt32(self[index])
            let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            guard index + width <= count else { return }
            var value = lead
            switch width {
            case 1: break
            case 2: value = lead & 0x1F
            case 3: value = lead & 0x0F
            default: value = lead & 0x07
            }
            for offset in 1..<Swift.max(width, 1) { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
            guard let scalar = Unicode.Scalar(value) else { return }
            body(scalar)
            index += width
        }
    }
}
