import HTTPTypes

/// An answer as bytes, ready to be sent again and again: only the date and what concerns the request is filled in.
public final class PreparedResponse: Sendable {
    /// The status code.
    public let status: Int
    /// The number under which the server counts its answers; 0 where no route gave it.
    public let route: Int
    /// What the content is read from while it is sent, and the bytes of it that are.
    public let source: (content: any ContentSource, range: Range<Int>)?
    /// The head, and the content behind it unless it is read while it is sent.
    private let message: MessageTemplate
    /// Whether a 304 can stand for this answer: there is a validator to compare.
    private let isConditional: Bool
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
        // RFC 9110 §15.4.5: a 304 tells of no representation, and the length would be that of the one it stands for.
        let isNotModified = response.status == .notModified
        let hasContent = response.status != .noContent && !isNotModified
        status = response.status.code
        source = response.source.map { ($0, 0..<$0.count) }
        entityTag = response.entityTag.map { Array($0.utf8) }

        var lines: [UInt8] = []
        var representation: [UInt8] = []
        lines.reserveCapacity(512)
        representation.reserveCapacity(768)
        var lastModified: Int64?
        var acceptsRanges = false
        // One pass: to ask for a field by its name, all are indexed.
        for field in response.fields {
            switch FieldRole(field.name) {
            case .server: break
            case .representation: if !isNotModified { representation.append(field) }
            case .lastModified:
                lastModified = lastModified ?? HTTPDate.parse(Array(field.value.utf8).span)
                lines.append(field)
            case .acceptRanges:
                acceptsRanges = acceptsRanges || field.value.lowercased() == "bytes"
                lines.append(field)
            case .other: lines.append(field)
            }
        }
        self.lastModified = lastModified
        if let entityTag = response.entityTag { lines.append(HTTPField(name: .eTag, value: entityTag)) }
        isConditional = response.status.kind == .successful && (entityTag != nil || lastModified != nil)
        let isRangeable = response.status == .ok && entityTag != nil && acceptsRanges
        partLines = isRangeable ? representation + lines : nil
        let content = hasContent && source == nil ? response.body : []
        if hasContent {
            representation += Self.contentLengthName
            representation += String(source?.range.count ?? content.count).utf8
            representation.append(UInt8.carriageReturn)
            representation.append(UInt8.lineFeed)
        }
        message = MessageTemplate(response.status, representation: representation, lines: lines, content: content)
    }

    private static let contentLengthName = Array("Content-Length: ".utf8)

    /// Makes the answer for a part of another's content (RFC 9110 §15.3.7).
    private init(_ whole: PreparedResponse, part: Range<Int>, lines: [UInt8]) {
        status = HTTPResponse.Status.partialContent.code
        route = whole.route
        source = whole.source.map { ($0.content, part) }
        entityTag = nil
        lastModified = nil
        isConditional = false
        partLines = nil
        let framing =
            "Content-Range: bytes \(part.lowerBound)-\(part.upperBound - 1)/\(whole.contentLength)\r\n"
            + "Content-Length: \(part.count)\r\n"
        message = MessageTemplate(
            .partialContent, lines: lines + Array(framing.utf8),
            content: whole.source == nil ? Array(whole.content.dropFirst(part.lowerBound).prefix(part.count)) : [])
    }

    /// The content; empty where it is read while it is sent.
    public var content: ArraySlice<UInt8> { message.content }

    /// The length of the content in bytes.
    public var contentLength: Int { source?.range.count ?? message.contentLength }

    /// What a request whose preconditions hold gets: this answer or a part of it; fails where it names no part.
    public func selected(for request: RequestHead, bytes: Span<UInt8>) throws(WireError) -> PreparedResponse {
        guard let partLines, let entityTag, request.contains(.range) else { return self }
        switch RangeSelection(request, bytes: bytes, entityTag: entityTag.span, count: contentLength) {
        case .whole: return self
        case .part(let part): return PreparedResponse(self, part: part, lines: partLines)
        case .unsatisfiable: throw WireError.rangeNotSatisfiable(contentLength)
        }
    }

    /// What a request's preconditions make of this answer; they concern successful answers only (RFC 9110 §13.2.1).
    public func outcome(for request: RequestHead, bytes: Span<UInt8>) -> Preconditions.Outcome {
        guard request.hasPreconditions, 200..<300 ~= status else { return .proceed }
        guard let entityTag else {
            return Preconditions.evaluate(request, bytes: bytes, entityTag: nil, lastModified: lastModified)
        }
        return Preconditions.evaluate(request, bytes: bytes, entityTag: entityTag.span, lastModified: lastModified)
    }

    /// The bytes that it costs to keep this answer.
    public var cost: Int { message.size + 256 }

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

    /// Appends the head, blank line included, and with it the content that is held, if that is wanted.
    public func append(_ delivery: borrowing Delivery, includesContent: Bool, to output: inout [UInt8]) {
        message.append(delivery, includesContent: includesContent, to: &output)
    }

    /// Appends the head of the 304 that stands for this answer, or where there is none that of the answer itself.
    public func appendNotModified(_ delivery: borrowing Delivery, to output: inout [UInt8]) {
        if isConditional {
            message.appendNotModified(delivery, to: &output)
        } else {
            message.append(delivery, includesContent: false, to: &output)
        }
    }

    /// The interim answer that asks for the content (RFC 9110 §15.2.1).
    public static let interimContinue = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
}

/// What a field of an answer is to whoever serialises it.
private enum FieldRole {
    /// The server's own to say, whatever the application says.
    case server
    /// Of the content, and so left out of a 304.
    case representation
    case lastModified, acceptRanges
    case other

    init(_ name: HTTPField.Name) {
        // Names of another length need no comparison: these are all of theirs.
        self =
            switch name.canonicalName.utf8.count {
            case 4: name == .date || name == .eTag ? .server : .other
            case 10: name == .connection ? .server : .other
            case 12: name == .contentType ? .representation : .other
            case 13:
                if name == .contentRange {
                    .representation
                } else if name == .lastModified {
                    .lastModified
                } else {
                    name == .acceptRanges ? .acceptRanges : .other
                }
            case 14: name == .contentLength ? .server : .other
            case 16: name == .contentEncoding || name == .contentLanguage ? .representation : .other
            case 17: name == .transferEncoding ? .server : .other
            case 19: name == .contentDisposition ? .representation : .other
            default: .other
            }
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
}
