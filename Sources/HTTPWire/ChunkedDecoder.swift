import Bytes

/// Reads chunked content from bytes as they come (RFC 9112 §7.1); it looks at each byte once.
///
/// Sizes are bare hexadecimal digits and every line ends in CRLF. Extensions are read by their grammar and dropped, as
/// trailers are.
struct ChunkedDecoder: Sendable, Hashable {
    private enum Phase: Sendable {
        case size, `extension`, sizeLineFeed
        case data, dataCarriageReturn, dataLineFeed
        case trailerStart, trailerName, trailer, trailerLineFeed, lastLineFeed
        case end
    }

    private var phase = Phase.size
    /// The bytes of the chunk still to come; while its size is read, the size so far.
    private var remaining = 0
    private var digits = 0
    private var lineLength = 0
    /// Where in the extensions of a size line the decoder is.
    private var extensions = ChunkExtensions()
    /// The bytes of all extensions so far.
    private var extensionLength = 0
    private var trailerLength = 0
    /// The bytes of content so far.
    private(set) var total = 0

    /// Whether the last chunk and its trailers have been read.
    var isComplete: Bool { phase == .end }

    /// Reads on and returns how many bytes belong to the content; calls `content` with each piece of it.
    mutating func decode(
        _ bytes: Span<UInt8>, limits: WireLimits, content: (Range<Int>) -> Void
    ) throws(WireError) -> Int {
        var position = 0
        while position < bytes.count, phase != .end {
            if phase == .data {
                let count = min(remaining, bytes.count - position)
                content(position..<position + count)
                position += count
                remaining -= count
                if remaining == 0 { phase = .dataCarriageReturn }
                continue
            }
            try step(bytes[position], limits: limits)
            position += 1
        }
        return position
    }

    private mutating func step(_ byte: UInt8, limits: WireLimits) throws(WireError) {
        switch phase {
        case .size, .extension, .sizeLineFeed:
            lineLength += 1
            guard lineLength <= limits.chunkLine else {
                throw .badRequest("A chunk's size line is longer than \(limits.chunkLine) bytes.")
            }
            try stepInSizeLine(byte, limits: limits)
        case .dataCarriageReturn: try expect(.carriageReturn, byte, then: .dataLineFeed)
        case .dataLineFeed: try expect(.lineFeed, byte, then: .size)
        default:
            trailerLength += 1
            guard trailerLength <= limits.trailers else {
                throw WireError(
                    .requestHeaderFieldsTooLarge, "The trailers are longer than \(limits.trailers) bytes.")
            }
            try stepInTrailers(byte)
        }
    }

    private mutating func stepInSizeLine(_ byte: UInt8, limits: WireLimits) throws(WireError) {
        switch phase {
        case .size:
            if let digit = byte.hexadecimalValue {
                digits += 1
                // 15 digits cannot overflow an Int.
                guard digits <= 15 else { throw .badRequest("A chunk's size has more than 15 digits.") }
                remaining = remaining << 4 | Int(digit)
                return
            }
            guard digits > 0 else { throw .badRequest("A chunk begins with its size in hexadecimal digits.") }
            if byte == .carriageReturn {
                phase = .sizeLineFeed
            } else if byte == UInt8(ascii: ";") || byte.isOptionalWhitespace {
                extensions = ChunkExtensions()
                phase = .extension
                try stepInExtensions(byte, limits: limits)
            } else {
                throw .badRequest("A chunk's size is hexadecimal digits and nothing else.")
            }
        case .extension:
            if byte == .carriageReturn {
                guard extensions.mayEnd else { throw ChunkExtensions.malformed }
                phase = .sizeLineFeed
            } else {
                try stepInExtensions(byte, limits: limits)
            }
        default:
            guard byte == .lineFeed else { throw .bareCarriageReturn }
            guard remaining <= limits.content, total + remaining <= limits.content else {
                throw .contentTooLarge(limits)
            }
            total += remaining
            phase = remaining == 0 ? .trailerStart : .data
            digits = 0
            lineLength = 0
        }
    }

    private mutating func stepInExtensions(_ byte: UInt8, limits: WireLimits) throws(WireError) {
        extensionLength += 1
        guard extensionLength <= limits.chunkExtensions else {
            throw .badRequest("The chunk extensions are longer than \(limits.chunkExtensions) bytes together.")
        }
        try extensions.step(byte)
    }

    private mutating func stepInTrailers(_ byte: UInt8) throws(WireError) {
        switch phase {
        case .trailerStart:
            if byte == .carriageReturn {
                phase = .lastLineFeed
            } else if ByteSet.token.contains(byte) {
                phase = .trailerName
            } else {
                throw .badRequest("A trailer begins with its name.")
            }
        case .trailerName:
            if byte == UInt8(ascii: ":") {
                phase = .trailer
            } else if !ByteSet.token.contains(byte) {
                throw .badRequest("A trailer's name is a token, and a colon follows it.")
            }
        case .trailer:
            if byte == .carriageReturn {
                phase = .trailerLineFeed
            } else if !(ByteSet.fieldValue.contains(byte) || byte >= 0x80) {
                throw .badRequest("A trailer has a control character.")
            }
        case .trailerLineFeed: try expect(.lineFeed, byte, then: .trailerStart)
        default: try expect(.lineFeed, byte, then: .end)
        }
    }

    private mutating func expect(_ expected: UInt8, _ byte: UInt8, then next: Phase) throws(WireError) {
        guard byte == expected else { throw .badRequest("A line of chunked content does not end in CRLF.") }
        phase = next
    }
}

extension WireError {
    static func contentTooLarge(_ limits: WireLimits) -> Self {
        Self(.contentTooLarge, "The content is longer than \(limits.content) bytes.")
    }
}
