/// Strict UTF-8, a byte at a time: no overlong forms, no surrogates, nothing beyond U+10FFFF (RFC 3629 §4).
public struct UTF8Check: Sendable {
    private var missing = 0
    /// What the next continuation byte may be: narrower after the leads of overlong forms, surrogates and the end.
    private var allowed: ClosedRange<UInt8> = 0x80...0xbf

    /// Makes a check before the first byte.
    public init() {}

    /// Whether no character is begun and not ended.
    public var isBetweenCharacters: Bool { missing == 0 }

    /// Takes the next byte; returns whether it may stand there.
    public mutating func accepts(_ byte: UInt8) -> Bool {
        guard missing == 0 else {
            guard allowed ~= byte else { return false }
            missing -= 1
            allowed = 0x80...0xbf
            return true
        }
        switch byte {
        case 0x00...0x7f: return true
        case 0xc2...0xdf: missing = 1
        case 0xe0...0xef:
            missing = 2
            if byte == 0xe0 { allowed = 0xa0...0xbf }
            if byte == 0xed { allowed = 0x80...0x9f }
        case 0xf0...0xf4:
            missing = 3
            if byte == 0xf0 { allowed = 0x90...0xbf }
            if byte == 0xf4 { allowed = 0x80...0x8f }
        default: return false
        }
        return true
    }
}
