import Bytes
import Digests

/// UUIDs that are the same on every machine: version 5, from a name within a name space (RFC 9562 §5.5).
public enum StableUUID {
    /// The name space of talks.
    ///
    /// Never change it: clients know talks by these UUIDs.
    static let talks: [UInt8] = [
        0x4d, 0xcf, 0xff, 0x2d, 0xdf, 0x3b, 0x41, 0x77, 0x81, 0x99, 0x82, 0x9c, 0x7d, 0x35, 0xba, 0x3b,
    ]

    /// The name space of the rooms and people of schedules; never change it either.
    public static let scheduleParts: [UInt8] = [
        0x2b, 0x1f, 0x6e, 0x0c, 0x5a, 0x94, 0x4e, 0x0d, 0x9c, 0x37, 0x60, 0xe1, 0xd8, 0x4b, 0x7f, 0x22,
    ]

    /// The UUID of a name, in lower case.
    public static func text(of name: String, in space: [UInt8]) -> String {
        var hash = SHA1()
        hash.update(space)
        hash.update(name.utf8)
        var bytes = Array(hash.finalize().prefix(16))
        bytes[6] = bytes[6] & 0x0f | 0x50
        bytes[8] = bytes[8] & 0x3f | 0x80
        var text = ""
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text += "-" }
            text += CollectionOfOne(byte).hexadecimal
        }
        return text
    }
}
