import Bytes
import HTTPTypes

/// A whole message with gaps of fixed width for what differs from one sending to the next: one copy and two short writes
/// send it again.
struct MessageTemplate: Sendable {
    /// Status line, `Date`, `X-Request-Id`, the other fields, the blank line and the content.
    private let bytes: [UInt8]
    /// The content, where it is too long to be copied behind the head.
    private let apart: [UInt8]
    /// Where the content begins.
    private let headLength: Int
    /// Where the date is filled in, and behind it, at a fixed distance, the request's number.
    private let dateOffset: Int
    /// Where the lines begin that a 304 in this message's place has too.
    private let commonOffset: Int
    /// Where the entity tag begins, if the message has one; it is followed by the end of its line and of the head.
    private let tagOffset: Int

    /// The longest content that is copied behind the head, so that both are sent from one place.
    private static let longestBehindHead = 16 * 1024
    /// How much more memory than its length a kept content may have.
    private static let sparedRoom = 4 * 1024

    private static let identifierName = "\r\nX-Request-Id: "
    private static let identifierDistance = HTTPDate.length + identifierName.utf8.count
    private static let identifierLength = 16
    private static let lineEndLength = 2

    /// Makes a message with field lines, each with its CRLF.
    ///
    /// - Parameters:
    ///   - status: The status.
    ///   - representation: The lines that a 304 in this message's place does without.
    ///   - contentLength: What `Content-Length` says, if the message has one.
    ///   - common: The other lines.
    ///   - entityTag: What `ETag` says, if the message has one.
    ///   - content: The content.
    ///   - isKept: Whether the message is kept, and so is to take no more memory than it needs.
    init(
        _ status: HTTPResponse.Status, representation: [UInt8] = [], contentLength: Int? = nil, common: [UInt8],
        entityTag: String? = nil, content: [UInt8] = [], isKept: Bool = false
    ) {
        let beginning = Self.beginning(status)
        let isApart = content.count > Self.longestBehindHead
        var (commonOffset, tagOffset, headLength) = (0, 0, 0)
        var bytes: [UInt8] = []
        let room =
            beginning.count + representation.count + common.count + Self.longestOwnLines
            + (entityTag?.utf8.count ?? 0) + (isApart ? 0 : content.count)
        bytes.append(addingCapacity: room) { output in
            output.append(beginning.span)
            output.append(representation.span)
            if let contentLength {
                output.append(Self.contentLengthName.span)
                output.append(decimal: contentLength)
                output.append(Self.lineEnd.span)
            }
            commonOffset = output.count
            output.append(common.span)
            tagOffset = output.count
            if var entityTag {
                output.append(Self.entityTagName.span)
                tagOffset = output.count
                entityTag.withUTF8 { output.append($0.span) }
                output.append(Self.lineEnd.span)
            }
            output.append(Self.lineEnd.span)
            headLength = output.count
            if !isApart { output.append(content.span) }
        }
        (self.commonOffset, self.tagOffset, self.headLength) = (commonOffset, tagOffset, headLength)
        dateOffset = beginning.count - Self.gapsLength
        self.bytes = bytes
        let isRoomy = isKept && content.capacity - content.count > Self.sparedRoom
        apart = isApart ? isRoomy ? content.withUnsafeBufferPointer { Array($0) } : content : []
    }

    private static let contentLengthName = Array("Content-Length: ".utf8)
    private static let entityTagName = Array("ETag: ".utf8)
    private static let lineEnd = [UInt8.carriageReturn, UInt8.lineFeed]
    /// Room for the lines that are made here, without the entity tag itself, and for the blank line.
    private static let longestOwnLines =
        contentLengthName.count + 20 + entityTagName.count + 3 * lineEndLength

    private static func beginning(_ status: HTTPResponse.Status) -> [UInt8] {
        switch status.code {
        case 200: ok
        case 304: notModified
        default: makeBeginning(status)
        }
    }

    /// The status line and the two lines with gaps.
    private static func makeBeginning(_ status: HTTPResponse.Status) -> [UInt8] {
        let date = String(repeating: " ", count: HTTPDate.length)
        let identifier = String(repeating: "0", count: identifierLength)
        return Array(
            "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\nDate: \(date)\(identifierName)\(identifier)\r\n".utf8)
    }

    // Almost all messages begin with one of these.
    private static let ok = makeBeginning(.ok)
    private static let notModified = makeBeginning(.notModified)

    /// From the date to the end of a beginning.
    private static let gapsLength = identifierDistance + identifierLength + lineEndLength

    var contentLength: Int { bytes.count - headLength + apart.count }

    var content: ArraySlice<UInt8> { apart.isEmpty ? bytes[headLength...] : apart[...] }

    /// The lines that a 304 in this message's place has too.
    var commonLines: ArraySlice<UInt8> { bytes[commonOffset..<headLength - Self.lineEndLength] }

    /// The entity tag, quotes included; empty where there is none.
    var entityTag: ArraySlice<UInt8> { bytes[tagOffset..<max(tagOffset, headLength - 2 * Self.lineEndLength)] }

    /// The bytes that it holds.
    var size: Int { bytes.count + apart.count }

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
            output.append(contentsOf: bytes[..<(headLength - Self.lineEndLength)])
            output.append(contentsOf: delivery.isLast ? Self.lastEnding : Self.persistentEnding)
            if delivery.minorVersion == 0 { output[start + 7] = UInt8(ascii: "0") }
            if includesContent { output.append(contentsOf: bytes[headLength...]) }
        }
        if includesContent, !apart.isEmpty { output.append(contentsOf: apart) }
        Self.fill(start + dateOffset, with: delivery, in: &output)
    }

    /// Appends the head of the 304 that can stand for this message (RFC 9110 §15.4.5).
    func appendNotModified(_ delivery: borrowing PreparedResponse.Delivery, to output: inout [UInt8]) {
        let start = output.count
        output.append(contentsOf: Self.notModified)
        if delivery.minorVersion == 1, !delivery.isLast {
            output.append(contentsOf: bytes[commonOffset..<headLength])
        } else {
            output.append(contentsOf: bytes[commonOffset..<(headLength - Self.lineEndLength)])
            output.append(contentsOf: delivery.isLast ? Self.lastEnding : Self.persistentEnding)
            if delivery.minorVersion == 0 { output[start + 7] = UInt8(ascii: "0") }
        }
        Self.fill(start + Self.notModified.count - Self.gapsLength, with: delivery, in: &output)
    }

    /// Fills the gaps, the first of which is at `date`.
    @inline(__always)
    private static func fill(
        _ date: Int, with delivery: borrowing PreparedResponse.Delivery, in output: inout [UInt8]
    ) {
        var gaps = output.mutableSpan
        gaps.overwrite(at: date, with: delivery.date.span)
        gaps.overwriteHexadecimal(at: date + identifierDistance, with: delivery.identifier)
    }

    private static let lastEnding = Array("Connection: close\r\n\r\n".utf8)
    /// HTTP/1.0 closes unless told otherwise.
    private static let persistentEnding = Array("Connection: keep-alive\r\n\r\n".utf8)
}

extension MutableSpan<UInt8> {
    /// Puts bytes in the place of as many.
    @inline(__always)
    fileprivate mutating func overwrite(at position: Int, with replacement: Span<UInt8>) {
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

extension OutputSpan<UInt8> {
    /// Appends bytes, for which there is room.
    @inline(__always)
    fileprivate mutating func append(_ bytes: Span<UInt8>) {
        precondition(bytes.count <= freeCapacity)
        withUnsafeMutableBufferPointer { all, count in
            bytes.withUnsafeBytes { bytes in
                UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(all)[count...])
                    .copyMemory(from: bytes)
            }
            count += bytes.count
        }
    }

    /// Appends the decimal digits of a number from 0.
    fileprivate mutating func append(decimal number: Int) {
        var power: UInt = 1
        while number.magnitude / power >= 10 { power *= 10 }
        while power > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number.magnitude / power % 10))
            power /= 10
        }
    }
}
