/// Decides a conditional request (RFC 9110 §13.2.2) from its fields and what is known of the response.
public enum Preconditions {
    /// What becomes of the request.
    public enum Outcome: Sendable, Hashable {
        /// The response goes out as it is.
        case proceed
        /// 304, or 412 for other methods than GET and HEAD.
        case notModified
        /// 412.
        case failed
    }

    /// Decides, in the order that the RFC lays down.
    ///
    /// `entityTag` is the response's strong tag, quotes included; `lastModified` its `Last-Modified` in seconds. Without
    /// them the fields that ask about them hold no validator to match: `If-None-Match` and the dates are then ignored,
    /// and `If-Match` holds for `*` only.
    public static func evaluate(
        _ head: RequestHead, bytes: Span<UInt8>, entityTag: Span<UInt8>?, lastModified: Int64?
    ) -> Outcome {
        var ifMatch: Bool?
        var ifNoneMatch: Bool?
        var ifModifiedSince: Int64?
        var ifUnmodifiedSince: Int64?
        for line in head.fields {
            let value = bytes.extracting(line.value.offsets)
            switch line.field {
            case .ifMatch: ifMatch = (ifMatch ?? false) || matches(value, entityTag: entityTag, isWeak: false)
            case .ifNoneMatch:
                ifNoneMatch = (ifNoneMatch ?? false) || matches(value, entityTag: entityTag, isWeak: true)
            case .ifModifiedSince: ifModifiedSince = lastModified == nil ? nil : HTTPDate.parse(value)
            case .ifUnmodifiedSince: ifUnmodifiedSince = lastModified == nil ? nil : HTTPDate.parse(value)
            default: break
            }
        }
        if let ifMatch {
            guard ifMatch else { return .failed }
        } else if let ifUnmodifiedSince, let lastModified, lastModified > ifUnmodifiedSince {
            return .failed
        }
        let isReading = head.method == .get || head.method == .head
        if let ifNoneMatch {
            guard ifNoneMatch else { return .proceed }
            return isReading ? .notModified : .failed
        }
        if isReading, let ifModifiedSince, let lastModified, lastModified <= ifModifiedSince { return .notModified }
        return .proceed
    }

    /// Whether a list of entity tags, or `*`, has the tag; what is no entity tag matches nothing.
    ///
    /// The comparison is weak for `If-None-Match`.
    static func matches(_ list: Span<UInt8>, entityTag: Span<UInt8>?, isWeak: Bool) -> Bool {
        // `If-None-Match: *` needs a tag, too: a 304 is to name the representation that the client has.
        if list.equals("*") { return !isWeak || entityTag != nil }
        guard let entityTag else { return false }
        return EntityTag.isListed(entityTag, in: list, isWeak: isWeak)
    }
}
