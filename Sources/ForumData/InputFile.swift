import Crypto
import Foundation

/// A file of a data folder.
struct InputFile {
    /// How much of a file is read at once for its digest, in bytes.
    private static let chunk = 1 << 20

    let path: String
    /// The name within its folder.
    let name: String

    func bytes() throws(ForumDataError) -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw .unreadable(path: path, reason: SystemReason.describe(error))
        }
    }

    /// The SHA-256 of the content, read in pieces.
    func digest() throws(ForumDataError) -> SHA256.Digest {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            var hash = SHA256()
            while let piece = try file.read(upToCount: Self.chunk), !piece.isEmpty {
                hash.update(data: piece)
            }
            return hash.finalize()
        } catch {
            throw .unreadable(path: path, reason: SystemReason.describe(error))
        }
    }
}
