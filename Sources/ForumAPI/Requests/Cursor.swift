import Bytes
import ForumStore
import Foundation

/// A place in a list, as `page.next` gives it: opaque to clients, one spelling for each place.
///
/// It carries the snapshot it belongs to and a check over the list's address, filters and order, so that it opens no
/// other list, and a made-up one opens none.
struct Cursor: Equatable, Sendable {
    /// Why a cursor opens nothing.
    enum Refusal: Error, Equatable {
        /// It is not one of this list's.
        case malformed
        /// It is of another snapshot.
        case expired
    }

    /// The last item before the place.
    let position: ListPosition
    /// What a client is given: base64url without padding (RFC 4648 §5).
    let token: String

    /// Makes the cursor of a place.
    ///
    /// - Parameters:
    ///   - position: The last item before the place.
    ///   - list: The list's address with its filters and order in canonical form, without the page's own parameters.
    ///   - snapshot: The snapshot that the place belongs to.
    init(position: ListPosition, list: String, snapshot: String) {
        self.init(position: position, list: list, snapshotTag: Fingerprint(snapshot).folded)
    }

    /// Reads a cursor that a client gave back.
    init(token: String, list: String, snapshot: String) throws(Refusal) {
        let base64 = String(token.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        let padded = base64 + String(repeating: "=", count: (4 - token.utf8.count % 4) % 4)
        guard let bytes = Data(base64Encoded: padded) else { throw .malformed }
        var reader = ByteReader(rest: Array(bytes)[...])
        guard let tag = reader.number(), reader.number() != nil, let key = reader.number()
        else { throw .malformed }
        var values: [ListPosition.Value] = []
        while let kind = reader.byte() {
            switch kind {
            case 0:
                guard let number = reader.number() else { throw .malformed }
                values.append(.integer(Int64(bitPattern: number)))
            case 1:
                guard let count = reader.number(), let text = reader.text(count) else { throw .malformed }
                values.append(.text(text))
            default: throw .malformed
            }
        }
        let position = ListPosition(values: values, key: Int64(bitPattern: key))
        self.init(position: position, list: list, snapshotTag: tag)
        guard self.token == token else { throw .malformed }
        guard tag == Fingerprint(snapshot).folded else { throw .expired }
    }

    private init(position: ListPosition, list: String, snapshotTag: UInt64) {
        var place: [UInt8] = []
        place.reserveCapacity(64)
        place.append(number: UInt64(bitPattern: position.key))
        for value in position.values {
            switch value {
            case .integer(let number):
                place.append(0)
                place.append(number: UInt64(bitPattern: number))
            case .text(let text):
                place.append(1)
                place.append(number: UInt64(text.utf8.count))
                place.append(contentsOf: text.utf8)
            }
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16 + place.count)
        bytes.append(number: snapshotTag)
        bytes.append(number: Self.check(list, snapshotTag, place))
        bytes.append(contentsOf: place)
        self.position = position
        token = Self.base64URL(bytes)
    }

    /// The check over the list's address, the snapshot's tag in decimal digits, and the place in hexadecimal numbers with
    /// dots between them.
    private static func check(_ list: String, _ snapshotTag: UInt64, _ place: [UInt8]) -> UInt64 {
        var check = Fingerprint(list, String(snapshotTag))
        for (index, byte) in place.enumerated() {
            if index > 0 { check.add(UInt8(ascii: ".")) }
            if byte >= 16 { check.add(UInt8.lowercaseHexadecimalDigit(byte >> 4)) }
            check.add(UInt8.lowercaseHexadecimalDigit(byte))
        }
        check.endPart()
        return check.folded
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static func base64URL(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: (bytes.count * 4 + 2) / 3) { text in
            // The bits that are not yet written, the highest first, and how many.
            var bits: UInt32 = 0
            var count = 0
            var length = 0
            for byte in bytes {
                bits = bits << 8 | UInt32(byte)
                count += 8
                while count >= 6 {
                    count -= 6
                    text[length] = Self.alphabet[Int(bits >> UInt32(count) & 63)]
                    length += 1
                }
            }
            if count > 0 {
                text[length] = Self.alphabet[Int(bits << UInt32(6 - count) & 63)]
                length += 1
            }
            return length
        }
    }
}

extension [UInt8] {
    /// Appends a number, most significant byte first.
    fileprivate mutating func append(number: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) { append(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
    }
}

/// Takes a cursor's bytes apart, never beyond their end.
private struct ByteReader {
    var rest: ArraySlice<UInt8>

    mutating func byte() -> UInt8? {
        rest.popFirst()
    }

    mutating func number() -> UInt64? {
        guard rest.count >= 8 else { return nil }
        defer { rest = rest.dropFirst(8) }
        return rest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    mutating func text(_ count: UInt64) -> String? {
        guard count <= UInt64(rest.count) else { return nil }
        defer { rest = rest.dropFirst(Int(count)) }
        return String(validating: rest.prefix(Int(count)), as: UTF8.self)
    }
}
