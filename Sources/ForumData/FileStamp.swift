#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What tells, without reading it, that a file is not the one it was: its inode, size and time of change.
///
/// It may change where the content does not; a content that changes within the clock's resolution, to the same size, keeps
/// it. So it says when to look, and never what is there.
public struct FileStamp: Hashable, Sendable {
    private let path: String
    private let inode: UInt64
    private let size: Int64
    private let seconds: Int
    private let nanoseconds: Int

    /// The size in bytes.
    var byteCount: Int { Int(size) }

    /// Looks at a path, following links; `nil` where there is nothing.
    public init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.path = path
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        #if canImport(Darwin)
        let changed = status.st_mtimespec
        #else
        let changed = status.st_mtim
        #endif
        seconds = Int(changed.tv_sec)
        nanoseconds = Int(changed.tv_nsec)
    }
}

extension DataFolder {
    /// The stamps of all that stands in the folder, in order; what cannot be listed has none.
    public var stamps: [FileStamp] {
        var paths = [path, "\(path)/events"]
        paths += Self.inside(path)
        for event in Self.inside("\(path)/events") { paths += [event] + Self.inside(event) }
        return paths.compactMap(FileStamp.init(path:))
    }

    private static func inside(_ folder: String) -> [String] {
        ((try? names(in: folder)) ?? []).map { "\(folder)/\($0)" }
    }
}
