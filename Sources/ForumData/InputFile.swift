import Digests
import Foundation

/// A file of a data folder.
struct InputFile {
    /// The largest file that is read, in bytes.
    static let maximumByteCount = 256 << 20

    /// How much of a file is read at once for its digest, in bytes.
    private static let chunk = 1 << 20

    let path: String
    /// The name within its folder.
    let name: String

    /// How many bytes the file has; 0 where it cannot be asked.
    var byteCount: Int { FileStamp(path: path)?.byteCount ?? 0 }

    func bytes() throws(ForumDataError) -> [UInt8] {
        try requireRegularFile()
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw .unreadable(path: path, reason: SystemReason.describe(error))
        }
    }

    /// The SHA-256 of the content, read in pieces.
    func digest() throws(ForumDataError) -> [UInt8] {
        try requireRegularFile()
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            var hash = SHA256()
            while let piece = try file.read(upToCount: Self.chunk), !piece.isEmpty {
                hash.update(piece)
            }
            return hash.finalize()
        } catch {
            throw .unreadable(path: path, reason: SystemReason.describe(error))
        }
    }

    /// Opening a pipe would wait for a writer that may never come.
    private func requireRegularFile() throws(ForumDataError) {
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try FileManager.default.attributesOfItem(
                atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
        } catch {
            throw .unreadable(path: path, reason: SystemReason.describe(error))
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw .unreadable(path: path, reason: "it is no regular file")
        }
        guard let size = (attributes[.size] as? NSNumber)?.intValue, size <= Self.maximumByteCount else {
            throw .unreadable(path: path, reason: "it has more than \(Self.maximumByteCount) bytes")
        }
    }
}
