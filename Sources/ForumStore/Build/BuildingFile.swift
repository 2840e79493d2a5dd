#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The file that a new store is built in, beside the place where it is to be.
///
/// Its builder holds a lock on it, which the system lets go when the process ends, however it ends. So a building file that
/// can be locked belongs to nobody: what a crash left behind is known without trusting process identifiers.
/// Unless it was installed, the file is removed when its owner lets it go.
struct BuildingFile: ~Copyable {
    /// The file's path until it is installed.
    let path: String
    private let target: String
    private let descriptor: Int32
    private var isInstalled = false

    /// Makes the file, after removing those that dead builders left behind.
    ///
    /// - Parameters:
    ///   - target: Where the store is to be.
    ///   - folder: The target's folder.
    static func create(for target: String, in folder: borrowing Folder) throws(StoreError) -> BuildingFile {
        try removeAbandoned(for: target, in: folder)
        return try BuildingFile(path: "\(folder.path)/\(prefix(of: target))\(getpid())", target: target)
    }

    /// Removes the files that dead builders left behind; fails where a living one builds.
    static func removeAbandoned(for target: String, in folder: borrowing Folder) throws(StoreError) {
        let prefix = prefix(of: target)
        let folderPath = folder.path
        for leftover in try folder.names(beginningWith: prefix) {
            try remove("\(folderPath)/\(leftover)", ifAbandonedFor: target, process: leftover.dropFirst(prefix.count))
        }
    }

    private static func prefix(of target: String) -> String {
        (target.split(separator: "/").last.map(String.init) ?? target) + ".building-"
    }

    private init(path: String, target: String) throws(StoreError) {
        self.path = path
        self.target = target
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw StoreError(errno: errno, operation: "create", path: path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw StoreError(errno: errno, operation: "lock", path: path)
        }
    }

    deinit {
        if !isInstalled { unlink(path) }
        close(descriptor)
    }

    /// Makes the file durable.
    func synchronize() throws(StoreError) {
        #if canImport(Darwin)
        let status = fcntl(descriptor, F_FULLFSYNC)
        #else
        let status = fsync(descriptor)
        #endif
        guard status == 0 else { throw StoreError(errno: errno, operation: "sync", path: path) }
    }

    /// Puts the file into its place, over what was there.
    mutating func install() throws(StoreError) {
        guard rename(path, target) == 0 else { throw StoreError(errno: errno, operation: "rename", path: target) }
        isInstalled = true
    }

    private static func remove(
        _ path: String, ifAbandonedFor target: String, process: Substring
    ) throws(StoreError) {
        let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            // Its builder has just finished; or it is no file of ours, and stays.
            return
        }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw .loadInProgress(path: target, process: Int32(process))
        }
        unlink(path)
    }
}
