import Bytes

/// What the fields mean for the message itself: its authority, framing and the connection's future.
extension RequestHead {
    /// Reads a complete head's meaning, or refuses it.
    mutating func interpret(_ bytes: Span<UInt8>) throws(WireError) {
        try interpretTarget(bytes)
        var hosts = 0
        var lengths = 0
        var codings = 0
        var closes = false
        var keeps = false
        for line in fields {
            switch line.field {
            case .host:
                hosts += 1
                guard hosts == 1 else { throw .badRequest("There is more than one Host field.") }
                guard Authority.isValid(bytes.extracting(line.value.offsets)) else {
                    throw .badRequest("The Host field is not a host with an optional port.")
                }
                // RFC 9112 §3.2.2: an absolute target's authority wins.
                if authority == nil { authority = line.value }
            case .contentLength:
                lengths += 1
                guard lengths == 1 else { throw .badRequest("There is more than one Content-Length field.") }
                framing = .length(try Self.contentLength(bytes.extracting(line.value.offsets)))
            case .transferEncoding:
                codings += 1
                guard codings == 1 else { throw .badRequest("There is more than one Transfer-Encoding field.") }
                try Self.checkTransferEncoding(bytes.extracting(line.value.offsets))
            case .connection:
                let value = bytes.extracting(line.value.offsets)
                value.forEachListElement { element in
                    let token = value.extracting(element)
                    if token.equalsIgnoringCase("close") { closes = true }
                    if token.equalsIgnoringCase("keep-alive") { keeps = true }
                    return true
                }
            case .expect where minorVersion > 0:
                // RFC 9110 §10.1.1: an expectation in HTTP/1.0 is ignored.
                guard bytes.extracting(line.value.offsets).equalsIgnoringCase("100-continue") else {
                    throw WireError(.expectationFailed, "The one expectation that is understood is 100-continue.")
                }
                expectsContinue = true
            default: break
            }
        }
        guard hosts == 1 || minorVersion == 0 else { throw .badRequest("HTTP/1.1 asks for a Host field.") }
        if codings > 0 {
            // RFC 9112 §6.1: both at once, or a coding in HTTP/1.0, is how requests are smuggled.
            guard lengths == 0 else { throw .badRequest("Transfer-Encoding and Content-Length exclude each other.") }
            guard minorVersion > 0 else { throw .badRequest("HTTP/1.0 has no Transfer-Encoding.") }
            framing = .chunked
        }
        isPersistent = !closes && (minorVersion > 0 || keeps) && method != .connect
    }

    /// RFC 9112 §3.2: origin, absolute, authority (CONNECT only) and asterisk form (OPTIONS only).
    private mutating func interpretTarget(_ bytes: Span<UInt8>) throws(WireError) {
        let whole = target.offsets
        if method == .connect {
            guard Authority.isValid(bytes.extracting(target.offsets)) else {
                throw .badRequest("The target of CONNECT is a host and a port.")
            }
            authority = target
            return
        }
        if bytes[whole.lowerBound] == UInt8(ascii: "/") {
            splitPath(bytes, from: whole.lowerBound)
            return
        }
        if bytes.extracting(target.offsets).equals("*") {
            guard method == .options else { throw .badRequest("The target * is for OPTIONS only.") }
            isAsterisk = true
            return
        }
        let scheme: StaticString = "http://"
        let schemeLength = scheme.utf8CodeUnitCount
        guard whole.count > schemeLength,
            bytes.extracting(whole.lowerBound..<whole.lowerBound + schemeLength).equalsIgnoringCase(scheme)
        else { throw .badRequest("A target begins with / or http://.") }
        let start = whole.lowerBound + schemeLength
        var end = start
        while end < whole.upperBound, bytes[end] != UInt8(ascii: "/"), bytes[end] != UInt8(ascii: "?") { end += 1 }
        guard Authority.isValid(bytes.extracting(start..<end)) else {
            throw .badRequest("The target's authority is not a host with an optional port.")
        }
        authority = ByteRange(start, end)
        splitPath(bytes, from: end)
        // RFC 9112 §3.2.4: OPTIONS with an absolute target of no path and no query asks about the server.
        isAsterisk = method == .options && end == whole.upperBound
    }

    private mutating func splitPath(_ bytes: Span<UInt8>, from start: Int) {
        let end = target.offsets.upperBound
        let position = bytes.first(UInt8(ascii: "?"), in: start..<end)
        path = ByteRange(start, position)
        query = position < end ? ByteRange(position + 1, end) : nil
    }

    /// RFC 9110 §8.6: ASCII digits, and here no more than fit.
    private static func contentLength(_ value: Span<UInt8>) throws(WireError) -> Int {
        guard 1...18 ~= value.count else { throw .badRequest("Content-Length is 1 to 18 digits.") }
        var length = 0
        for index in value.indices {
            guard value[index].isDigit else { throw .badRequest("Content-Length is 1 to 18 digits.") }
            length = length * 10 + Int(value[index] - 0x30)
        }
        return length
    }

    /// RFC 9112 §6.1: only `chunked`, once; others before it are 501, anything else is 400.
    private static func checkTransferEncoding(_ value: Span<UInt8>) throws(WireError) {
        if value.equalsIgnoringCase("chunked") { return }
        var endsChunked = false
        var chunkedCount = 0
        var areTokens = true
        value.forEachListElement { element in
            let coding = value.extracting(element)
            endsChunked = coding.equalsIgnoringCase("chunked")
            if endsChunked { chunkedCount += 1 }
            if coding.isEmpty { areTokens = false }
            for index in coding.indices where !ByteSet.token.contains(coding[index]) { areTokens = false }
            return true
        }
        guard endsChunked, chunkedCount == 1, areTokens else {
            throw .badRequest("The one transfer coding that is understood is chunked.")
        }
        throw WireError(.notImplemented, "The one transfer coding that is understood is chunked.")
    }
}
