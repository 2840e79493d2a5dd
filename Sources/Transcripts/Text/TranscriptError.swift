/// Why bytes could not be read as proceedings at all.
public enum TranscriptError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is nothing to read: no bytes, or nothing but white space.
    case empty
    /// More bytes than the parser was told to accept.
    case tooLarge(byteCount: Int, limit: Int)
    /// More lines than the parser was told to accept.
    case tooManyLines(count: Int, limit: Int)
    /// Not text: what it looks like instead, and where that was seen.
    case notText(found: String, offset: Int)
    /// Neither UTF-8 nor Korean text in CP949; the first byte that is not UTF-8, and where it is.
    case invalidEncoding(byte: UInt8, offset: Int)
    /// UTF-16 by its byte-order mark, but with half a surrogate pair or half a unit at an offset.
    case invalidUTF16(offset: Int)
    /// Text without a single programme item; the first lines that carry any text, and what it looks like instead.
    case noProgrammeItem(firstLines: [String], kind: InputKind = .prose)

    /// Captions without a single line of times; the first lines that carry any text.
    case noCue(firstLines: [String])

    /// What happened, where, and what would have been right, in a sentence or two.
    public var description: String {
        switch self {
        case .empty:
            "the transcript is empty: expected the text of printed proceedings"
        case .tooLarge(let byteCount, let limit):
            "the transcript has \(byteCount) bytes: at most \(limit) are allowed"
        case .tooManyLines(let count, let limit):
            "the transcript has \(count) lines: at most \(limit) are allowed"
        case .notText(let found, let offset):
            "not a transcript: \(found) at byte \(offset); expected plain text in UTF-8, UTF-16 with a byte-order mark, "
                + "or CP949 (EUC-KR)" + (found.hasSuffix(")") ? "; save it as plain text first" : "")
        case .invalidEncoding(let byte, let offset):
            "invalid text encoding: byte 0x\(Self.hexadecimal(byte)) at offset \(offset) is not UTF-8, and the text is "
                + "not Korean in CP949 (EUC-KR) either; expected UTF-8, UTF-16 with a byte-order mark, or CP949"
        case .invalidUTF16(let offset):
            "invalid UTF-16 at byte \(offset): half a character; expected whole UTF-16 after its byte-order mark"
        case .noProgrammeItem(let firstLines, let kind): "\(kind); the text begins: " + Self.quoted(firstLines)
        case .noCue(let firstLines):
            "no cue found: expected a line of times such as “00:00:01,000 --> 00:00:02,500”; the text begins: "
                + Self.quoted(firstLines)
        }
    }

    private static func quoted(_ lines: [String]) -> String {
        lines.map { "“\($0)”" }.joined(separator: ", ")
    }

    static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count < 2 ? "0\(digits)" : digits
    }
}
