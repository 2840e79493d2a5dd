import Bytes
import Foundation

/// Where an answer of the interface stands among static files, and the address under which a server of files gives it.
///
/// A list at `/v1/talks` is the file `v1/talks/index.json`, a thing at `/v1/talks/x` is `v1/talks/x.json`; what the query
/// asks for becomes a part of the name: `v1/talks/index,kind=keynote.json`. A path that names its form keeps it.
struct StaticAddress: Hashable, Sendable {
    /// The segments of the file's path, as they are named on disk.
    let segments: [String]

    /// The longest name of a file, in bytes, that every file system takes.
    static let longestName = 200

    /// Makes the place of an answer.
    ///
    /// - Parameters:
    ///   - target: The answer's decoded target.
    ///   - isFolder: Whether other answers stand below it, so that it is the index of a folder.
    ///   - ending: The ending that the name gets; `nil` where the path has its own.
    init(_ target: Target, isFolder: Bool, ending: String?) {
        var names = target.segments
        var last = isFolder ? "index" : names.popLast() ?? "index"
        for item in target.query { last += ",\(item.name)=\(item.value)" }
        segments = names.map(Self.fileName) + [Self.fileName(last) + (ending.map { "." + $0 } ?? "")]
    }

    /// The path of the file below the site's folder.
    var path: String { segments.joined(separator: "/") }

    /// The address that a link to it has.
    var address: String { "/" + segments.map(PercentEncoding.encode).joined(separator: "/") }

    /// A name that a file may have: what would leave the folder, or hide the file, is encoded, and what is too long is told
    /// apart by its hash.
    private static func fileName(_ name: String) -> String {
        var safe = name.replacingOccurrences(of: "%", with: "%25").replacingOccurrences(of: "/", with: "%2F")
        // What clients look for below `.well-known` stands there (RFC 8615).
        if safe.hasPrefix("."), safe != ".well-known" { safe = "%2E" + safe.dropFirst() }
        guard safe.utf8.count > longestName else { return safe }
        let hash = Fingerprint(safe).entityTag.filter { $0 != "\"" }
        var short = ""
        for character in safe where short.utf8.count + String(character).utf8.count <= longestName / 2 {
            short.append(character)
        }
        return short + "~" + hash
    }
}
