import Bytes

/// Reads the extensions of one chunk byte by byte (RFC 9112 §7.1.1), and drops them: none is known here.
///
/// `*( BWS ";" BWS name [ BWS "=" BWS ( token / quoted-string ) ] )`, where white space is a space or a tab.
struct ChunkExtensions: Sendable, Hashable {
    private enum Phase: Sendable {
        case beforeSemicolon, beforeName, name, behindName, beforeValue, token, quoted, escaped, behindValue
    }

    private var phase = Phase.beforeSemicolon

    static let malformed = WireError.badRequest(
        "A chunk extension is ; and a name, and may have = and a token or a quoted string behind it.")

    /// Whether the line may end here.
    var mayEnd: Bool { phase == .name || phase == .token || phase == .behindValue }

    /// Takes the next byte, the first of which stands behind the chunk's size.
    mutating func step(_ byte: UInt8) throws(WireError) {
        switch phase {
        case .beforeSemicolon:
            if byte == UInt8(ascii: ";") { phase = .beforeName } else { try skip(byte, to: .beforeSemicolon) }
        case .beforeName: if ByteSet.token.contains(byte) { phase = .name } else { try skip(byte, to: .beforeName) }
        case .name where ByteSet.token.contains(byte): break
        case .name, .behindName:
            switch byte {
            case UInt8(ascii: "="): phase = .beforeValue
            case UInt8(ascii: ";"): phase = .beforeName
            default: try skip(byte, to: .behindName)
            }
        case .beforeValue:
            if byte == UInt8(ascii: "\"") {
                phase = .quoted
            } else if ByteSet.token.contains(byte) {
                phase = .token
            } else {
                try skip(byte, to: .beforeValue)
            }
        case .token where ByteSet.token.contains(byte): break
        case .token, .behindValue:
            if byte == UInt8(ascii: ";") { phase = .beforeName } else { try skip(byte, to: .beforeSemicolon) }
        case .quoted, .escaped: try stepInString(byte)
        }
    }

    /// RFC 9110 §5.6.4: within a quoted string a backslash takes its meaning from the byte behind it.
    private mutating func stepInString(_ byte: UInt8) throws(WireError) {
        guard ByteSet.fieldValue.contains(byte) || byte >= 0x80 else { throw Self.malformed }
        if phase == .escaped {
            phase = .quoted
        } else if byte == UInt8(ascii: "\\") {
            phase = .escaped
        } else if byte == UInt8(ascii: "\"") {
            phase = .behindValue
        }
    }

    private mutating func skip(_ byte: UInt8, to next: Phase) throws(WireError) {
        guard byte.isOptionalWhitespace else { throw Self.malformed }
        phase = next
    }
}
