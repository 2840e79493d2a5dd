import Bytes
import Foundation

/// Where an answer of the interface stands among static files, and the address under which a server of files gives it.
///
/// A list at `/v1/talks` is the file `v1/talks/index.json`, a thing at `/v1/talks/x` is `v1/talks/x.json`; what the query
/// asks for becomes a part of the name: `v1/talks/index,kind=keynote.json`. A path that names its form keeps it.
struct StaticAddress: Hashable, Sendable {
    /// The segments of the file's path, as they are named on disk.
    private(set) var segments: [String]

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

    /// The place beside this one for a response whose name differs in nothing but letter case, which some file systems do not
    /// tell apart.
    func beside() -> StaticAddress {
        var other = self
        let name = segments.last ?? ""
        let ending = name.lastIndex(of: ".") ?? name.endIndex
        other.segments[segments.count - 1] = name[..<ending] + "~" + Self.hash(path) + name[ending...]
        return other
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
        safe = withoutReserved(safe)
        guard safe.utf8.count > longestName else { return safe }
        var short = ""
        for character in safe where short.utf8.count + String(character).utf8.count <= longestName / 2 {
            short.append(character)
        }
        return short + "~" + hash(safe)
    }

    private static func hash(_ text: String) -> String { Fingerprint(text).entityTag.filter { $0 != "\"" } }

    /// The name with what Windows does not take in a file's name encoded: some characters, a space or dot at the end, and the
    /// names of devices, whatever ending they have.
    private static func withoutReserved(_ name: String) -> String {
        var safe = ""
        for scalar in name.unicodeScalars {
            if scalar.value < 0x20 || scalar.value == 0x7F || reserved.contains(scalar) {
                safe += encoded(scalar)
            } else {
                safe.unicodeScalars.append(scalar)
            }
        }
        if let last = safe.unicodeScalars.last, last == " " || last == "." {
            safe.unicodeScalars.removeLast()
            safe += encoded(last)
        }
        let stem = safe.prefix { $0 != "." }.uppercased()
        let isNumbered = stem.unicodeScalars.count == 4 && stem.unicodeScalars.last.map(deviceNumbers.contains) == true
        guard devices.contains(stem) || isNumbered && ["COM", "LPT"].contains(stem.prefix(3)) else { return safe }
        return safe.unicodeScalars.first.map { encoded($0) + safe.dropFirst() } ?? safe
    }

    private static let reserved: Set<Unicode.Scalar> = ["<", ">", ":", "\"", "|", "?", "*", "\\"]
    private static let devices: Set<String> = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
    private static let deviceNumbers: Set<Unicode.Scalar> = [
        "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "\u{B9}", "\u{B2}", "\u{B3}",
    ]

    private static func encoded(_ scalar: Unicode.Scalar) -> String {
        "%" + String(scalar.value + 0x100, radix: 16, uppercase: true).suffix(2)
    }
}
