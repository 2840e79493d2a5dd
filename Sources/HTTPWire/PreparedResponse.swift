import HTTPTypes

/// A response as bytes, ready to be sent again and again: only the date and what concerns the request is filled in.
public final class PreparedResponse: Sendable {
    /// The status code.
    public let status: Int
    /// The number under which the server counts its responses; 0 where no route gave it.
    public let route: Int
    /// What the content is read from while it is sent, and the bytes of it that are.
    public let source: (content: any ContentSource, range: Range<Int>)?
    /// The head, and the content behind it unless it is read while it is sent.
    private let message: MessageTemplate
    /// Whether a 304 can stand for this response: there is a validator to compare.
    private let isConditional: Bool
    private let hasEntityTag: Bool
    private let lastModified: Int64?
    /// The field lines of a part of this response; `nil` where only the whole is sent.
    private let partLines: [UInt8]?

    /// Serialises a response.
    ///
    /// `Date`, `Content-Length`, `ETag` and what concerns the connection come from here, whatever the fields say. RFC
    /// 9110 §8.6: there is no `Content-Length` with 204; RFC 9110 §15.4.5: what a 304 carries.
    ///
    /// - Parameters:
    ///   - response: The response.
    ///   - isKept: Whether it will be kept, and so is to take no more memory than it needs.
    public init(_ response: Response, isKept: Bool = false) {
        route = response.route
        // RFC 9110 §15.4.5: a 304 tells of no representation, and the length would be that of the one it stands for.
        let isNotModified = response.status == .notModified
        let hasContent = response.status != .noContent && !isNotModified
        let section = response.section ?? FieldSection(response.fields)
        status = response.status.code
        source = response.source.map { ($0, 0..<$0.count) }
        hasEntityTag = response.entityTag != nil
        lastModified = section.lastModified
        isConditional = response.status.kind == .successful && (hasEntityTag || lastModified != nil)
        let isRangeable = response.status == .ok && hasEntityTag && section.acceptsRanges
        let content = hasContent && source == nil ? response.body : []
        message = MessageTemplate(
            response.status, representation: isNotModified ? [] : section.representation,
            contentLength: hasContent ? source?.range.count ?? content.count : nil, common: section.common,
            entityTag: response.entityTag, content: content, isKept: isKept)
        partLines = isRangeable ? section.representation + message.commonLines : nil
    }

    /// Makes the response for a part of another's content (RFC 9110 §15.3.7).
    private init(_ whole: PreparedResponse, part: Range<Int>, lines: [UInt8]) {
        status = HTTPResponse.Status.partialContent.code
        route = whole.route
        source = whole.source.map { ($0.content, part) }
        hasEntityTag = false
        lastModified = nil
        isConditional = false
        partLines = nil
        let framing =
            "Content-Range: bytes \(part.lowerBound)-\(part.upperBound - 1)/\(whole.contentLength)\r\n"
            + "Content-Length: \(part.count)\r\n"
        message = MessageTemplate(
            .partialContent, common: lines + Array(framing.utf8),
            content: whole.source == nil ? Array(whole.content.dropFirst(part.lowerBound).prefix(part.count)) : [])
    }

    /// The content; empty where it is read while it is sent.
    public var content: ArraySlice<UInt8> { message.content }

    /// The length of the content in bytes.
    public var contentLength: Int { source?.range.count ?? message.contentLength }

    /// What a request whose preconditions hold gets: this response or a part of it; fails where it names no part.
    public func selected(for request: RequestHead, bytes: Span<UInt8>) throws(WireError) -> PreparedResponse {
        guard let partLines, request.contains(.range) else { return self }
        switch RangeSelection(request, bytes: bytes, entityTag: message.entityTag.span, count: contentLength) {
        case .whole: return self
        case .part(let part): return PreparedResponse(self, part: part, lines: partLines)
        case .unsatisfiable: throw WireError.rangeNotSatisfiable(contentLength)
        }
    }

    /// What a request's preconditions make of this response; they concern successful responses only (RFC 9110 §13.2.1).
    public func outcome(for request: RequestHead, bytes: Span<UInt8>) -> Preconditions.Outcome {
        guard request.hasPreconditions, 200..<300 ~= status else { return .proceed }
        guard hasEntityTag else {
            return Preconditions.evaluate(request, bytes: bytes, entityTag: nil, lastModified: lastModified)
        }
        return Preconditions.evaluate(
            request, bytes: bytes, entityTag: message.entityTag.span, lastModified: lastModified)
    }

    /// The bytes that it costs to cache this response.
    public var cost: Int { message.size + 256 }

    /// What one request adds to a response.
    public struct Delivery: Sendable {
        /// The date to fill in, `HTTPDate.length` bytes.
        public var date: [UInt8]
        /// The minor version of the request, which the response takes.
        public var minorVersion = 1
        /// Whether the connection ends with this response.
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

    /// Appends the head of the 304 that stands for this response, or where there is none that of the response itself.
    public func appendNotModified(_ delivery: borrowing Delivery, to output: inout [UInt8]) {
        if isConditional {
            message.appendNotModified(delivery, to: &output)
        } else {
            message.append(delivery, includesContent: false, to: &output)
        }
    }

    /// The interim response that asks for the content (RFC 9110 §15.2.1).
    public static let interimContinue = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

    /// The interim response that says nothing but that the request is worked on (102, RFC 2518 §10.1).
    public static let interimProcessing = Array("HTTP/1.1 102 Processing\r\n\r\n".utf8)
}
