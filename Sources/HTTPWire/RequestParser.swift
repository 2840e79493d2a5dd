import Bytes

/// Reads the head of a request from bytes as they come; it looks at each byte once.
///
/// The caller passes all bytes of the message received so far, every time from the message's beginning, and the parser
/// goes on where it stopped. The result does not depend on how the bytes were split. RFC 9112 §2.2, §3, §5.
public struct RequestParser: Sendable {
    /// What there is of the head.
    public private(set) var head = RequestHead()

    private enum Phase: Sendable {
        case begin, leadingLineFeed
        case method, target, version, requestLineFeed
        case lineStart, name, valueStart, value, valueLineFeed, lastLineFeed

        var isInFields: Bool {
            switch self {
            case .lineStart, .name, .valueStart, .value, .valueLineFeed, .lastLineFeed: true
            default: false
            }
        }
    }

    private var phase = Phase.begin
    /// The next byte to look at.
    private var position = 0
    /// Where the token being read begins.
    private var mark = 0
    /// Where the request line, and later the field section, begins: limits are counted from it.
    private var sectionStart = 0
    private var name = ByteRange(0, 0)
    private let limits: WireLimits

    /// Makes a parser for one connection's requests.
    public init(limits: WireLimits = WireLimits()) { self.limits = limits }

    /// Whether no byte of a request has come: an empty line before it counts for nothing.
    public var isAtBeginning: Bool { phase == .begin || phase == .leadingLineFeed }

    /// Makes ready for the next request.
    public mutating func reset() {
        guard phase != .begin || position != 0 else { return }
        head.reset()
        phase = .begin
        position = 0
        mark = 0
        sectionStart = 0
    }

    /// Reads on; returns whether the head is complete, in `head`, whose `length` is then the bytes it took.
    public mutating func parse(_ bytes: Span<UInt8>) throws(WireError) -> Bool {
        while !phase.isInFields {
            guard try parseRequestLine(bytes) else { return false }
        }
        // Bounded before it is scanned, so that a split never decides which fault is found first.
        let end = min(bytes.count, sectionStart + limits.fields)
        if try parseFields(bytes, end: end) { return true }
        guard position < sectionStart + limits.fields else {
            throw WireError(.requestHeaderFieldsTooLarge, "The fields are longer than \(limits.fields) bytes.")
        }
        return false
    }

    // MARK: Request line

    /// Reads one part of the request line; false when bytes are missing.
    private mutating func parseRequestLine(_ bytes: Span<UInt8>) throws(WireError) -> Bool {
        let end = min(bytes.count, sectionStart + limits.requestLine)
        switch phase {
        case .begin:
            guard position < end else { return false }
            if bytes[position] == .carriageReturn, position == 0 {
                // RFC 9112 §2.2: one empty line before the request line is ignored.
                position = 1
                phase = .leadingLineFeed
            } else {
                sectionStart = position
                mark = position
                phase = .method
                if position + EightBytes.count <= end, EightBytes(bytes, at: position).begins(as: .get) {
                    // The usual beginning, at once.
                    head.methodName = ByteRange(mark, position + 3)
                    head.method = .get
                    position += 4
                    mark = position
                    phase = .target
                }
            }
        case .leadingLineFeed:
            guard position < end else { return false }
            guard bytes[position] == .lineFeed else { throw .bareCarriageReturn }
            position = 2
            phase = .begin
        case .method: return try parseMethod(bytes, end: end)
        case .target: return try parseTarget(bytes, end: end)
        case .version: return try parseVersion(bytes, end: end)
        default:
            guard position < end else { return try outOfRequestLine() }
            guard bytes[position] == .lineFeed else { throw .bareCarriageReturn }
            position += 1
            sectionStart = position
            phase = .lineStart
        }
        return true
    }

    /// No more bytes of the request line: false, or 414 where there will be none within the limit.
    private func outOfRequestLine() throws(WireError) -> Bool {
        guard position < sectionStart + limits.requestLine else {
            throw WireError(.uriTooLong, "The request line is longer than \(limits.requestLine) bytes.")
        }
        return false
    }

    private mutating func parseMethod(_ bytes: Span<UInt8>, end: Int) throws(WireError) -> Bool {
        while position < end {
            let byte = bytes[position]
            if byte == .space {
                guard position > mark else { throw .badRequest("A request line begins with a method.") }
                head.methodName = ByteRange(mark, position)
                head.method = RequestHead.Method(bytes.extracting(head.methodName.offsets))
                position += 1
                mark = position
                phase = .target
                return true
            }
            guard ByteSet.token.contains(byte) else { throw .badRequest("The method is not a token.") }
            position += 1
        }
        return try outOfRequestLine()
    }

    private mutating func parseTarget(_ bytes: Span<UInt8>, end: Int) throws(WireError) -> Bool {
        position = bytes.endOfTarget(position..<max(position, end))
        guard position < end else { return try outOfRequestLine() }
        guard bytes[position] == .space else {
            throw .badRequest("The target has a byte that no target may have.")
        }
        guard position > mark else { throw .badRequest("One space stands before the target.") }
        head.target = ByteRange(mark, position)
        position += 1
        mark = position
        phase = .version
        return true
    }

    /// RFC 9112 §2.3: the version is case-sensitive, one digit each side of the dot.
    private mutating func parseVersion(_ bytes: Span<UInt8>, end: Int) throws(WireError) -> Bool {
        if position == mark, position + EightBytes.count < end, EightBytes(bytes, at: position) == .version,
            bytes[position + EightBytes.count] == .carriageReturn
        {
            head.minorVersion = 1
            position += EightBytes.count + 1
            phase = .requestLineFeed
            return true
        }
        let pattern: StaticString = "HTTP/d.d"
        while position < end {
            let byte = bytes[position]
            let offset = position - mark
            guard offset < pattern.utf8CodeUnitCount else {
                guard byte == .carriageReturn else { throw .badRequest("A request line ends with its version.") }
                guard bytes[mark + 5] == UInt8(ascii: "1") else {
                    throw WireError(.httpVersionNotSupported, "This server speaks HTTP/1.1 and HTTP/1.0.")
                }
                head.minorVersion = bytes[mark + 7] == UInt8(ascii: "0") ? 0 : 1
                position += 1
                phase = .requestLineFeed
                return true
            }
            let isRight = offset == 5 || offset == 7 ? byte.isDigit : byte == pattern.utf8Start[offset]
            guard isRight else { throw .badRequest("The version is not HTTP/ and two digits with a dot.") }
            position += 1
        }
        return try outOfRequestLine()
    }

    // MARK: Fields

    private mutating func parseFields(_ bytes: Span<UInt8>, end: Int) throws(WireError) -> Bool {
        while position < end {
            let byte = bytes[position]
            switch phase {
            case .lineStart:
                if byte == .carriageReturn {
                    position += 1
                    phase = .lastLineFeed
                    continue
                }
                // RFC 9112 §5.2: a line that begins with white space is obsolete folding.
                guard !byte.isOptionalWhitespace else { throw .badRequest("A field line begins with its name.") }
                guard head.fields.count < limits.fieldCount else {
                    throw WireError(
                        .requestHeaderFieldsTooLarge, "There are more than \(limits.fieldCount) field lines.")
                }
                mark = position
                phase = .name
            case .name: try parseName(bytes, end: end)
            case .valueStart:
                if byte.isOptionalWhitespace {
                    position += 1
                } else {
                    mark = position
                    phase = .value
                }
            case .value: try parseValue(bytes, end: end)
            case .valueLineFeed:
                guard byte == .lineFeed else { throw .bareCarriageReturn }
                position += 1
                phase = .lineStart
            default:
                guard byte == .lineFeed else { throw .bareCarriageReturn }
                position += 1
                head.length = position
                try head.interpret(bytes)
                return true
            }
        }
        return false
    }

    private mutating func parseName(_ bytes: Span<UInt8>, end: Int) throws(WireError) {
        var next = position
        while next < end, ByteSet.token.contains(bytes[next]) { next += 1 }
        position = next
        guard next < end else { return }
        // White space before the colon is refused too: RFC 9112 §5.1.
        guard bytes[next] == UInt8(ascii: ":") else { throw .badRequest("A field name is not a token.") }
        guard next > mark else { throw .badRequest("A field has no name.") }
        name = ByteRange(mark, next)
        position += 1
        phase = .valueStart
    }

    private mutating func parseValue(_ bytes: Span<UInt8>, end: Int) throws(WireError) {
        position = bytes.endOfFieldValue(position..<max(position, end))
        guard position < end else { return }
        guard bytes[position] == .carriageReturn else {
            throw .badRequest("A field value has a control character.")
        }
        let value = bytes.trimmed(mark..<position)
        head.append(
            RequestHead.FieldLine(
                name: name, value: ByteRange(value.lowerBound, value.upperBound),
                field: RequestHead.KnownField(bytes.extracting(name.offsets))))
        position += 1
        phase = .valueLineFeed
    }
}

extension WireError {
    static let bareCarriageReturn = WireError.badRequest("A CR stands without its LF.")
}
