import Foundation
import HTTPWire

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file without a name in the folder for temporary files: it is gone with its last user, whatever ends the process.
final class SpoolFile: ContentSource {
    /// The system refused to make, write or read the file: its folder is full or cannot be written.
    struct Failure: Error {}

    private let descriptor: CInt
    let count: Int

    /// Makes a file of what the body writes to a path where an empty file is.
    init<WriteError: Error>(_ write: (_ path: String) throws(WriteError) -> Void) throws {
        let pattern = FileManager.default.temporaryDirectory.appendingPathComponent("rostrum-XXXXXX").path
        var name = pattern.utf8CString.map(\.self)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw Failure() }
        let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        var status = stat()
        do {
            try write(path)
            guard fstat(descriptor, &status) == 0 else { throw Failure() }
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
        count = Int(status.st_size)
    }

    deinit {
        close(descriptor)
    }

    func read(_ range: Range<Int>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: range.count) { memory, filled in
            while filled < range.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(memory)[filled...])
                let count = pread(descriptor, rest.baseAddress, range.count - filled, off_t(range.lowerBound + filled))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                filled += count
            }
        }
    }
}
