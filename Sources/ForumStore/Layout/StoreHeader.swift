#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The first bytes of a file, by which SQLite and this program know their own (https://sqlite.org/fileformat2.html §1.3).
struct StoreHeader {
    private static let size = 100
    private static let magic = Array("SQLite format 3\0".utf8)
    private static let versionOffset = 60
    private static let applicationIDOffset = 68

    /// Whether the file is a store of this program, of whatever version.
    let isStore: Bool
    /// The version that it says it has.
    let version: Int

    /// Reads a file's header; `nil` where it cannot be read.
    init?(path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Self.size)
        guard pread(descriptor, &bytes, Self.size, 0) == Self.size else { return nil }
        isStore =
            bytes.starts(with: Self.magic)
            && Self.number(bytes, at: Self.applicationIDOffset) == UInt32(bitPattern: StoreSchema.applicationID)
        version = Int(Self.number(bytes, at: Self.versionOffset))
    }

    private static func number(_ bytes: [UInt8], at offset: Int) -> UInt32 {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
