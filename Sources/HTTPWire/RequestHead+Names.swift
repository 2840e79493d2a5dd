extension RequestHead.Method {
    /// The method of that name; names are case-sensitive (RFC 9110 §9.1).
    @inline(__always)
    init(_ name: Span<UInt8>) {
        switch name.count {
        case 3: self = name.equals("GET") ? .get : name.equals("PUT") ? .put : .unknown
        case 4: self = name.equals("HEAD") ? .head : name.equals("POST") ? .post : .unknown
        case 5:
            self =
                name.equals("TRACE") ? .trace : name.equals("PATCH") ? .patch : name.equals("QUERY") ? .query : .unknown
        case 6: self = name.equals("DELETE") ? .delete : .unknown
        case 7: self = name.equals("OPTIONS") ? .options : name.equals("CONNECT") ? .connect : .unknown
        default: self = .unknown
        }
    }
}

extension RequestHead.KnownField {
    /// The field of that name, in any case.
    @inline(__always)
    init(_ name: Span<UInt8>) {
        self = .other
        switch name.count {
        case 4: if name.equalsIgnoringCase("host") { self = .host }
        case 5: if name.equalsIgnoringCase("range") { self = .range }
        case 6:
            if name.equalsIgnoringCase("accept") {
                self = .accept
            } else if name.equalsIgnoringCase("origin") {
                self = .origin
            } else if name.equalsIgnoringCase("expect") {
                self = .expect
            }
        case 8:
            if name.equalsIgnoringCase("if-match") {
                self = .ifMatch
            } else if name.equalsIgnoringCase("if-range") {
                self = .ifRange
            }
        case 10: if name.equalsIgnoringCase("connection") { self = .connection }
        case 13: if name.equalsIgnoringCase("if-none-match") { self = .ifNoneMatch }
        case 14:
            if name.equalsIgnoringCase("sec-fetch-site") {
                self = .secFetchSite
            } else if name.equalsIgnoringCase("sec-fetch-mode") {
                self = .secFetchMode
            } else if name.equalsIgnoringCase("content-length") {
                self = .contentLength
            }
        case 15:
            if name.equalsIgnoringCase("accept-encoding") {
                self = .acceptEncoding
            } else if name.equalsIgnoringCase("accept-language") {
                self = .acceptLanguage
            }
        case 17:
            if name.equalsIgnoringCase("transfer-encoding") {
                self = .transferEncoding
            } else if name.equalsIgnoringCase("if-modified-since") {
                self = .ifModifiedSince
            }
        case 19: if name.equalsIgnoringCase("if-unmodified-since") { self = .ifUnmodifiedSince }
        default: break
        }
    }
}

extension Span<UInt8> {
    /// Whether these bytes are that text.
    @inline(__always)
    func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return begins(with: text)
    }

    /// Whether these bytes begin with that text.
    @inline(__always)
    func begins(with text: StaticString) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        for index in 0..<text.utf8CodeUnitCount where self[index] != text.utf8Start[index] { return false }
        return true
    }
}
