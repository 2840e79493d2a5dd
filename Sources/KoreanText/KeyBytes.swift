/// Words as bytes, one for each letter of Hangul, in whose order words stand as they are typed.
///
/// ASCII is itself; a letter of Hangul is a byte from 0x80; any other character is three bytes after 0xF8. So words of ASCII
/// come first, then Hangul, then the rest.
public enum KeyBytes {
    /// The first byte of a letter of Hangul; ASCII is below.
    public static let firstLetter: UInt8 = 0x80
    /// What stands before a character that is neither ASCII nor Hangul.
    public static let otherMark: UInt8 = 0xF8

    /// The keys that a text is typed with, double vowels and finals taken apart, as ``Jamo/keystrokes(_:)`` gives them.
    public static func keystrokes(_ text: [Unicode.Scalar]) -> [UInt8] {
        var keys: [UInt8] = []
        for scalar in text { append(scalar, to: &keys, splitsLetters: true) }
        return keys
    }

    /// The keys that a text in UTF-8 is typed with.
    public static func keystrokes(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var keys: [UInt8] = []
        keys.reserveCapacity(text.count)
        text.forEachScalar { append($0, to: &keys, splitsLetters: true) }
        return keys
    }

    /// The letters that a text is written with, as ``Jamo/letters(_:)`` gives them.
    public static func letters(_ text: [Unicode.Scalar]) -> [UInt8] {
        var letters: [UInt8] = []
        for scalar in text { append(scalar, to: &letters, splitsLetters: false) }
        return letters
    }

    /// Adds the bytes of one character.
    ///
    /// - Parameter splitsLetters: Whether double vowels and finals are taken apart.
    public static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8], splitsLetters: Bool) {
        let value = scalar.value
        switch value {
        case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: value))
        case 0xAC00...0xD7A3:
            let index = Int(value - 0xAC00)
            bytes.append(initials[index / 588])
            append(vowels[index / 28 % 21], to: &bytes, splitsLetters)
            if index % 28 > 0 { append(finals[index % 28 - 1], to: &bytes, splitsLetters) }
        case 0x3131...0x3163: append(byte(scalar), to: &bytes, splitsLetters)
        default:
            bytes.append(otherMark)
            for shift in [16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
        }
    }

    @inline(__always)
    private static func append(_ letter: UInt8, to bytes: inout [UInt8], _ splitsLetters: Bool) {
        let parts = splitsLetters ? self.parts[Int(letter - firstLetter)] : (0, 0)
        if parts.0 == 0 {
            bytes.append(letter)
        } else {
            bytes.append(parts.0)
            bytes.append(parts.1)
        }
    }

    private static func byte(_ letter: Unicode.Scalar) -> UInt8 {
        firstLetter + UInt8(truncatingIfNeeded: letter.value - 0x3131)
    }

    private static let initials = Jamo.initials.map(byte)
    private static let vowels = Jamo.vowels.map(byte)
    private static let finals = Jamo.finals.map(byte)

    /// The two keys of each letter that is typed with two; zeros for the others.
    private static let parts: [(UInt8, UInt8)] = (0x3131...0x3163 as ClosedRange<UInt32>).map { value in
        guard let letter = Unicode.Scalar(value), let parts = Jamo.parts[letter] else { return (0, 0) }
        return (byte(parts[0]), byte(parts[1]))
    }
}
