import HTTPTypes

/// An answer as bytes, ready to be sent again and again: only the date and what concerns the connection is filled in.
public final class PreparedResponse: Sendable {
    /// A status line and fields, without the blank line, so that the connection's own fields can follow.
    struct Head: Sendable {
        var bytes: [UInt8]
        /// Where the date is filled in.
        var dateOffset: Int

        init(_ status: HTTPResponse.Status, lines: [UInt8]) {
            bytes = Array("HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\nDate: ".utf8)
            dateOffset = bytes.count
            bytes += [UInt8](repeating: .space, count: HTTPDate.length) + [.carriageReturn, .lineFeed]
            bytes += lines
        }
    }

    /// The status code.
    public let status: Int
    /// The number under which the server counts its answers; 0 where no route gave it.
    public let route: Int
    /// The content; empty where it is read while it is sent.
    public let body: [UInt8]
    /// What the content is read from while it is sent, and the bytes of it that are.
    public let source: (content: any ContentSource, range: Range<Int>)?
    private let head: Head
    /// The head of the 304 that can stand for this answer; `nil` where there is no validator to compare.
    private let notModifiedHead: Head?
    private let entityTag: [UInt8]?
    private let lastModified: Int64?
    /// The field lines of a part of this answer; `nil` where only the whole is answered.
    private let partLines: [UInt8]?

    /// Serialises an answer.
    ///
    /// `Date`, `Content-Length`, `ETag` and what concerns the connection come from here, whatever the fields say. RFC
    /// 9110 §8.6: there is no `Content-Length` with 204; RFC 9110 §15.4.5: what a 304 carries.
    public init(_ response: Response, route: Int = 0) {
        self.route = route
        let hasContent = response.status != .noContent
        status = response.status.code
        body = hasContent && response.source == nil ? response.body : []
        source = response.source.map { ($0, 0..<$0.count) }
        entityTag = response.entityTag.map { Array($0.utf8) }
        lastModified = response.fields[.lastModified].flatMap { HTTPDate.parse(Array($0.utf8).span) }

        var lines: [UInt8] = []
        var representation: [UInt8] = []
        for field in response.fields {
            switch field.name {
            case .date, .contentLength, .connection, .transferEncoding, .eTag: continue
            case .contentType, .contentEncoding, .contentLanguage, .contentRange, .contentDisposition:
                representation.append(field)
            default: lines.append(field)
            }
        }
        if let entityTag = response.entityTag { lines += "ETag: \(entityTag)\r\n".utf8 }
        let isConditional = response.status.kind == .successful && (entityTag != nil || lastModified != nil)
        notModifiedHead = isConditional ? Head(.notModified, lines: lines) : nil
        let isRangeable =
            response.status == .ok && entityTag != nil && response.fields[.acceptRanges]?.lowercased() == "bytes"
        partLines = isRangeable ? representation + lines : nil
        if hasContent { representation += "Content-Length: \(source?.range.count ?? body.count)\r\n".utf8 }
        head = Head(response.status, lines: representation + lines)
    }

    /// Makes the answer for a part of another's content (RFC 9110 §15.3.7).
    private init(_ whole: PreparedResponse, part: Range<Int>, lines: [UInt8]) {
        status = HTTPResponse.Status.partialContent.code
        route = whole.route
        body = whole.source == nil ? Array(whole.body[part]) : []
        source = whole.source.map { ($0.content, part) }
        entityTag = nil
        lastModified = nil
        notModifiedHead = nil
        partLines = nil
        let framing =
            "Content-Range: bytes \(part.lowerBound)-\(part.upperBound - 1)/\(whole.contentLength)\r\n"
            + "Content-Length: \(part.count)\r\n"
        head = Head(.partialContent, lines: lines + Array(framing.utf8))
    }

    /// The length of the content in bytes.
    public var contentLength: Int { source?.range.count ?? body.count }

    /// What a request whose preconditions hold gets: this answer, a part of it, or a refusal where it names no part.
    public func selected(for request: RequestHead, bytes: Span<UInt8>) -> PreparedResponse {
        guard let partLines, let entityTag, request.contains(.range) else { return self }
        switch RangeSelection(request, bytes: bytes, entityTag: entityTag.span, count: contentLength) {
        case .whole: return self
        case .part(let part): return PreparedResponse(self, part: part, lines: partLines)
        case .unsatisfiable:
            return PreparedResponse(WireError.rangeNotSatisfiable(contentLength).response, route: route)
        }
    }

    /// What a request's preconditions make of this answer; they concern successful answers only (RFC 9110 §13.2.1).
    public func outcome(for request: RequestHead, bytes: Span<UInt8>) -> Preconditions.Outcome {
        guard 200..<300 ~= status, request.hasPreconditions else { return .proceed }
        guard let entityTag else {
            return Preconditions.evaluate(request, bytes: bytes, entityTag: nil, lastModified: lastModified)
        }
        return Preconditions.evaluate(request, bytes: bytes, entityTag: entityTag.span, lastModified: lastModified)
    }

    /// The bytes that it costs to keep this answer.
    public var cost: Int { head.bytes.count + (notModifiedHead?.bytes.count ?? 0) + body.count + 256 }

    /// What one request adds to an answer.
    public struct Delivery: Sendable {
        /// The date to fill in, `HTTPDate.length` bytes.
        public var date: [UInt8]
        /// The minor version of the request, which the answer takes.
        public var minorVersion = 1
        /// Whether the connection ends with this answer.
        public var isLast = false
        /// The number by which logs name the request.
        public var identifier: UInt64 = 0

        /// Makes a delivery on that date.
        public init(date: [UInt8]) { self.date = date }
    }

    /// Appends the head, or that of the 304 which stands for it, blank line included.
    public func appendHead(_ delivery: borrowing Delivery, isNotModified: Bool = false, to output: inout [UInt8]) {
        if isNotModified, let notModifiedHead {
            Self.append(notModifiedHead, delivery, to: &output)
        } else {
            Self.append(head, delivery, to: &output)
        }
    }

    private static func append(_ head: borrowing Head, _ delivery: borrowing Delivery, to output: inout [UInt8]) {
        let start = output.count
        output.append(contentsOf: head.bytes)
        if delivery.minorVersion == 0 { output[start + 7] = UInt8(ascii: "0") }
        var position = start + head.dateOffset
        for index in delivery.date.indices.prefix(HTTPDate.length) {
            output[position] = delivery.date[index]
            position += 1
        }
        output.append(contentsOf: identifierName)
        output.appendHexadecimal(delivery.identifier)
        if delivery.isLast {
            output.append(contentsOf: lastEnding)
        } else if delivery.minorVersion == 0 {
            output.append(contentsOf: persistentEnding)
        } else {
            output.append(contentsOf: ending)
        }
    }

    /// The interim answer that asks for the content (RFC 9110 §15.2.1).
    public static let interimContinue = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

    private static let identifierName = Array("X-Request-Id: ".utf8)
    private static let ending = Array("\r\n\r\n".utf8)
    private static let lastEnding = Array("\r\nConnection: close\r\n\r\n".utf8)
    /// HTTP/1.0 closes unless told otherwise.
    private static let persistentEnding = Array("\r\nConnection: keep-alive\r\n\r\n".utf8)
}

extension RequestHead {
    /// Whether a field makes the request conditional.
    var hasPreconditions: Bool {
        for line in fields {
            switch line.field {
            case .ifMatch, .ifNoneMatch, .ifModifiedSince, .ifUnmodifiedSince: return true
            default: break
            }
        }
        return false
    }
}

extension [UInt8] {
    /// Appends a field line (RFC 9112 §5).
    fileprivate mutating func append(_ field: HTTPField) {
        append(contentsOf: field.name.rawName.utf8)
        append(UInt8(ascii: ":"))
        append(UInt8.space)
        append(contentsOf: field.value.utf8)
        append(UInt8.carriageReturn)
        append(UInt8.lineFeed)
    }

    /// Appends the sixteen hexadecimal digits of a number.
    fileprivate mutating func appendHexadecimal(_ value: UInt64) {
        for shift in stride(from: UInt64(60), through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: value &>> shift) & 0xf
            append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
    }
}
