import Bytes
import Foundation

/// A request's target, decoded exactly once.
///
/// The raw target is split first and decoded then, so that `%2F`, `%26` and `%3D` are text and never separators. Raw
/// UTF-8, percent-encoded UTF-8, NFC and NFD of the same text give the same target: everything here is in NFC.
struct Target: Equatable, Sendable {
    /// One `name=value` of the query; the value is empty where there is no `=`.
    struct QueryItem: Equatable, Sendable {
        var name: String
        var value: String
    }

    /// Why a target cannot be decoded.
    enum Malformation: Error, Equatable, CaseIterable {
        /// The path does not begin with a slash.
        case noLeadingSlash
        /// A `%` without two hexadecimal digits behind it.
        case badEscape
        /// Bytes that are not UTF-8 (RFC 3629), overlong forms and surrogates included.
        case invalidUTF8
        /// A control character, raw or encoded, other than a tab or a line break in a value.
        case controlCharacter
        /// More items than ``Limits/queryItems``.
        case tooManyQueryItems
    }

    /// The segments between the slashes; none for the root.
    var segments: [String] = []
    /// Whether the path consists of nothing but slashes and characters that are never escaped (RFC 3986 §2.3).
    var isPlain = true
    /// Whether the path, other than the root's, ends in a slash.
    var hasTrailingSlash = false
    /// The items of the query in the order sent; empty ones (`&&`) are left out.
    var query: [QueryItem] = []

    /// Decodes a target.
    init(path: String, query: String? = nil) throws(Malformation) {
        if let plain = Self.plainSegments(of: path) {
            segments = plain
        } else {
            let bytes = Array(path.utf8)
            guard bytes.first == UInt8(ascii: "/") else { throw .noLeadingSlash }
            isPlain = false
            for segment in bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
                segments.append(try Self.decode(segment, isQuery: false))
            }
        }
        if segments.last?.isEmpty == true {
            segments.removeLast()
            hasTrailingSlash = !segments.isEmpty
        }
        guard let query else { return }
        let bytes = Array(query.utf8)
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.count
            let item = bytes[start..<end]
            start = end + 1
            if item.isEmpty { continue }
            guard self.query.count < Limits.queryItems else { throw .tooManyQueryItems }
            let sign = item.firstIndex(of: UInt8(ascii: "=")) ?? item.endIndex
            self.query.append(
                QueryItem(
                    name: try Self.decode(item[..<sign], isQuery: true),
                    value: try Self.decode(item[sign...].dropFirst(), isQuery: true, mayBreak: true)))
        }
    }

    /// The segments of a path that consists of nothing but slashes and unreserved characters, as most do.
    ///
    /// - Returns: `nil` where the path is another. The last segment is empty where the path ends in a slash.
    private static func plainSegments(of path: String) -> [String]? {
        var path = path
        return path.withUTF8 { bytes in
            guard bytes.first == UInt8(ascii: "/") else { return nil }
            var segments: [String] = []
            segments.reserveCapacity(4)
            var start = 1
            for place in 1..<bytes.count + 1 {
                if place == bytes.count || bytes[place] == UInt8(ascii: "/") {
                    segments.append(
                        String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self))
                    start = place + 1
                } else if !PercentEncoding.isUnreserved(bytes[place]) {
                    return nil
                }
            }
            return segments
        }
    }

    /// Decodes a piece; where it may break, tabs and line breaks, as in text that is pasted, are spaces.
    private static func decode(
        _ raw: ArraySlice<UInt8>, isQuery: Bool, mayBreak: Bool = false
    ) throws(Malformation) -> String {
        if raw.allSatisfy(PercentEncoding.isUnreserved) { return String(decoding: raw, as: UTF8.self) }
        guard var bytes = PercentEncoding.decode(raw, isForm: isQuery) else { throw .badEscape }
        if mayBreak { bytes = bytes.map { [0x09, 0x0A, 0x0D].contains($0) ? 0x20 : $0 } }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidUTF8 }
        if bytes.allSatisfy({ $0 < 0x80 }) {
            guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .controlCharacter }
            return text
        }
        guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw .controlCharacter
        }
        return text.precomposedStringWithCanonicalMapping
    }
}

extension [Target.QueryItem] {
    /// The items as a query, percent-encoded.
    var encoded: String {
        var text = ""
        for item in self {
            if !text.isEmpty { text += "&" }
            text += PercentEncoding.encode(item.name)
            text += "="
            text += PercentEncoding.encode(item.value)
        }
        return text
    }
}
