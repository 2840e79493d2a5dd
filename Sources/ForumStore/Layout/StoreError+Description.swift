#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension StoreError: CustomStringConvertible {
    /// One line for the person who runs the program: what happened, where, and what would help.
    public var description: String {
        switch self {
        case .missing(let path): "there is no store at '\(path)'"
        case .folderMissing(let path): "the folder '\(path)' does not exist or is no folder"
        case .notPermitted(let path, let code): "'\(path)' cannot be opened or written: \(Self.text(of: code))"
        case .diskFull(let path): "there is no room left on the disk for '\(path)'"
        case .notAStore(let path): "'\(path)' is not a store of this program; it is left as it is"
        case .otherVersion(let path, let found, let expected):
            "the store '\(path)' has schema version \(found), and this program reads version \(expected): load it again"
        case .corrupt(let path, let detail): "the store '\(path)' is damaged (\(detail)): load it again"
        case .loadInProgress(let path, let process):
            "another load is building '\(path)'" + (process.map { " (process \($0))" } ?? "")
        case .inconsistentCorpus(let detail): "the corpus contradicts itself: \(detail)"
        case .invalidPosition(let detail): "the position does not fit the list: \(detail)"
        case .invalidFilter(let field, let detail): "the filter '\(field)': \(detail)"
        case .interrupted: "the query was interrupted"
        case .system(let operation, let path, let code): "cannot \(operation) '\(path)': \(Self.text(of: code))"
        case .database(let code, let message): "the database failed (\(code)): \(message)"
        }
    }

    private static func text(of code: Int32) -> String {
        let words = String(cString: strerror(code))
        guard code == EFBIG || code == EIO, let limit = fileSizeLimit else { return words }
        return words + "; the process may write files of at most \(limit) bytes (ulimit -f)"
    }

    /// The most bytes that a file of the process may have, if that is limited.
    private static var fileSizeLimit: Int? {
        var limit = rlimit()
        #if canImport(Glibc)
        let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
        #else
        let resource = RLIMIT_FSIZE
        #endif
        guard getrlimit(resource, &limit) == 0 else { return nil }
        return Int(exactly: limit.rlim_cur)
    }
}
