/// Properties that are asked of nearly every scalar of a text: of ASCII and Hangul without a search in Unicode's tables.
extension Unicode.Scalar {
    private var isHangulSyllable: Bool { (0xAC00...0xD7A3).contains(value) }

    /// Unicode's property Alphabetic.
    var isAlphabetic: Bool {
        if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) }
        return isHangulSyllable || properties.isAlphabetic
    }

    /// Unicode's property Lowercase.
    var isLowercase: Bool {
        if value < 0x80 { return (0x61...0x7A).contains(value) }
        return !isHangulSyllable && properties.isLowercase
    }

    /// Unicode's property Uppercase.
    var isUppercase: Bool {
        if value < 0x80 { return (0x41...0x5A).contains(value) }
        return !isHangulSyllable && properties.isUppercase
    }
}
