import HTTPTypes

/// A whole message with gaps of fixed width for what differs from one sending to the next: one copy and two short writes
/// send it again.
struct MessageTemplate: Sendable {
    /// Status line, `Date`, `X-Request-Id`, the other fields, the blank line and the content.
    let bytes: [UInt8]
    /// Where the content begins.
    private let headLength: Int
    /// Where the date is filled in, and behind it, at a fixed distance, the request's number.
    private let dateOffset: Int

    private static let identifierName = "\r\nX-Request-Id: "
    private static let identifierDistance = HTTPDate.length + identifierName.utf8.count
    private static let identifierLength = 16
    private static let lineEnd = 2

    /// Makes a message with the field lines, each with its CRLF.
    init(_ status: HTTPResponse.Status, lines: [UInt8], content: [UInt8] = []) {
        let statusLine = Self.beginning(status)
        var bytes = statusLine
        bytes.reserveCapacity(statusLine.count + lines.count + content.count + 80)
        bytes += [UInt8](repeating: .space, count: HTTPDate.length)
        bytes += Self.identifierName.utf8
        bytes += [UInt8](repeating: UInt8(ascii: "0"), count: Self.identifierLength)
        bytes += [.carriageReturn, .lineFeed]
        bytes += lines
        bytes += [.carriageReturn, .lineFeed]
        dateOffset = statusLine.count
        headLength = bytes.count
        bytes += content
        self.bytes = bytes
    }

    private static func beginning(_ status: HTTPResponse.Status) -> [UInt8] {
        switch status.code {
        case 200: ok
        case 304: notModified
        default: statusLine(status)
        }
    }

    private static func statusLine(_ status: HTTPResponse.Status) -> [UInt8] {
        Array("HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\nDate: ".utf8)
    }

    // Almost all messages begin with one of these.
    private static let ok = statusLine(.ok)
    private static let notModified = statusLine(.notModified)

    var contentLength: Int { bytes.count - headLength }

    var content: ArraySlice<UInt8> { bytes[headLength...] }

    /// Appends the message, or its head alone, with the gaps filled.
    @inline(__always)
    func append(
        _ delivery: borrowing PreparedResponse.Delivery, includesContent: Bool, to output: inout [UInt8]
    ) {
        let start = output.count
        if delivery.minorVersion == 1, !delivery.isLast {
            if includesContent {
                output.append(contentsOf: bytes)
            } else {
                output.append(contentsOf: bytes[..<headLength])
            }
        } else {
            output.append(contentsOf: bytes[..<(headLength - Self.lineEnd)])
            output.append(contentsOf: delivery.isLast ? Self.lastEnding : Self.persistentEnding)
            if delivery.minorVersion == 0 { output[start + 7] = UInt8(ascii: "0") }
            if includesContent { output.append(contentsOf: bytes[headLength...]) }
        }
        var gaps = output.mutableSpan
        let date = start + dateOffset
        gaps.overwrite(at: date, with: delivery.date)
        gaps.overwriteHexadecimal(at: date + Self.identifierDistance, with: delivery.identifier)
    }

    private static let lastEnding = Array("Connection: close\r\n\r\n".utf8)
    /// HTTP/1.0 closes unless told otherwise.
    private static let persistentEnding = Array("Connection: keep-alive\r\n\r\n".utf8)
}

extension MutableSpan<UInt8> {
    /// Puts bytes in the place of as many.
    @inline(__always)
    fileprivate mutating func overwrite(at position: Int, with replacement: [UInt8]) {
        precondition(position >= 0 && position + replacement.count <= count)
        withUnsafeMutableBytes { all in
            let place = UnsafeMutableRawBufferPointer(rebasing: all[position..<position + replacement.count])
            replacement.withUnsafeBytes { place.copyMemory(from: $0) }
        }
    }

    /// Puts the sixteen hexadecimal digits of a number in the place of as many bytes.
    @inline(__always)
    fileprivate mutating func overwriteHexadecimal(at position: Int, with value: UInt64) {
        precondition(position >= 0 && position + 16 <= count)
        withUnsafeMutableBytes { all in
            all.storeBytes(of: UInt32(value >> 32).hexadecimalDigits, toByteOffset: position, as: UInt64.self)
            all.storeBytes(
                of: UInt32(truncatingIfNeeded: value).hexadecimalDigits, toByteOffset: position + 8, as: UInt64.self)
        }
    }
}

extension UInt32 {
    /// The eight hexadecimal digits in ASCII, as they stand in memory, made all at once.
    var hexadecimalDigits: UInt64 {
        // Each half byte gets a byte of its own.
        var digits = UInt64(self)
        digits = (digits | digits << 16) & 0x0000_ffff_0000_ffff
        digits = (digits | digits << 8) & 0x00ff_00ff_00ff_00ff
        digits = (digits | digits << 4) & 0x0f0f_0f0f_0f0f_0f0f
        // What is above 9 carries into the bit above when 6 is added; the letters are 0x27 further than the digits.
        let letters = (digits &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        return (digits &+ 0x3030_3030_3030_3030 &+ letters &* 0x27).bigEndian
    }
}
