#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An open folder: what is created, renamed or removed in it is locked and made durable through it.
struct Folder: ~Copyable {
    let path: String
    private let descriptor: Int32

    /// Opens a folder.
    init(path: String) throws(StoreError) {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        let code = errno
        self.path = path
        guard descriptor >= 0 else {
            throw code == ENOENT || code == ENOTDIR
                ? .folderMissing(path: path) : StoreError(errno: code, operation: "open", path: path)
        }
    }

    deinit {
        close(descriptor)
    }

    /// Runs the body while no other process or thread that asks for this lock does; waits for it.
    func withLock<Result: ~Copyable>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw StoreError(errno: errno, operation: "lock", path: path) }
        }
        defer { flock(descriptor, LOCK_UN) }
        return try body()
    }

    /// The names in the folder that begin with a prefix, in order.
    func names(beginningWith prefix: String) throws(StoreError) -> [String] {
        guard let stream = opendir(path) else { throw StoreError(errno: errno, operation: "read", path: path) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasPrefix(prefix) { names.append(name) }
        }
        return names.sorted()
    }

    /// Makes durable what was renamed in the folder.
    func synchronize() throws(StoreError) {
        // Some file systems refuse to sync a folder (EINVAL); there is nothing more that can be done on them.
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw StoreError(errno: errno, operation: "sync", path: path)
        }
    }
}

extension StoreError {
    /// What the system refused, in this module's words.
    init(errno code: Int32, operation: String, path: String) {
        self =
            switch code {
            case ENOSPC, EDQUOT: .diskFull(path: path)
            case EACCES, EPERM, EROFS: .notPermitted(path: path, code: code)
            case ENOENT, ENOTDIR: .folderMissing(path: path)
            default: .system(operation: operation, path: path, code: code)
            }
    }
}
