import SQLite

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension StoreError {
    /// What SQLite refused, in this module's words.
    init(_ error: SQLiteError, path: String) {
        self =
            switch error.kind {
            case .full: .diskFull(path: path)
            case .notADatabase: .notAStore(path: path)
            case .corrupt: .corrupt(path: path, detail: error.message)
            case .interrupted: .interrupted
            case .cannotOpen where error.systemCode != 0: .notPermitted(path: path, code: error.systemCode)
            case .inputOutput:
                .system(
                    operation: "read or write", path: path, code: error.systemCode == 0 ? EIO : error.systemCode)
            default: .database(code: error.extendedCode, message: error.description)
            }
    }
}
