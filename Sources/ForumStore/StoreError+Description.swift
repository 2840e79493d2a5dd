#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension StoreError: CustomStringConvertible {
    /// One line for the person who runs the program: what was wrong, where, and what would be right.
    public var description: String {
        switch self {
        case .missing(let path):
            "\(path): no such store; rostrum load makes it"
        case .folderMissing(let path):
            "\(path): the store's folder does not exist or is no folder"
        case .notPermitted(let path, let code):
            "\(path): the store cannot be written or read there: \(Self.words(code))"
        case .diskFull(let path):
            "\(path): there is no room left on the disk; the store is as it was"
        case .notAStore(let path):
            "\(path): not a store of this program, and so left alone; name another file with --store"
        case .otherVersion(let path, let found, let expected):
            "\(path): a store of version \(found), where this program reads version \(expected); load it anew"
        case .corrupt(let path, let detail):
            "\(path): the store is damaged: \(detail)"
        case .loadInProgress(let path, let process):
            "\(path): \(process.map { "process \($0)" } ?? "another process") is loading this store; try again later"
        case .inconsistentCorpus(let detail):
            "the data contradict themselves: \(detail)"
        case .invalidPosition(let detail), .invalidFilter(_, let detail):
            detail
        case .interrupted:
            "the query was stopped"
        case .system(let operation, let path, let code):
            "\(path): \(operation) failed: \(Self.words(code))"
        case .database(let code, let message):
            "SQLite failed with code \(code): \(message)"
        }
    }

    private static func words(_ code: Int32) -> String {
        String(cString: strerror(code))
    }
}
