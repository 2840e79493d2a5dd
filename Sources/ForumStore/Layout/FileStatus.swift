#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What a path leads to, as far as a store cares.
struct FileStatus {
    /// Whether it is a plain file.
    let isFile: Bool
    /// The size in bytes.
    let size: Int

    /// Looks at a path, following links; `nil` where there is nothing.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        isFile = status.st_mode & S_IFMT == S_IFREG
        size = Int(status.st_size)
    }
}
