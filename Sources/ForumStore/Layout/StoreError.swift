/// Why a store could not be built, opened or read.
///
/// A failed load changes nothing. The description is a line for the person who runs the program, never for a client.
public enum StoreError: Error, Hashable, Sendable {
    /// There is no file at the path.
    case missing(path: String)
    /// The folder that should hold the store does not exist or is no folder.
    case folderMissing(path: String)
    /// The store's folder or file refuses to be read or written; `code` is the system's errno.
    case notPermitted(path: String, code: Int32)
    /// There is no room left on the disk.
    case diskFull(path: String)
    /// The file is something else than a store of this program.
    case notAStore(path: String)
    /// The store was built with another schema than this program reads.
    case otherVersion(path: String, found: Int, expected: Int)
    /// The store is damaged, or what was built does not equal what was given.
    case corrupt(path: String, detail: String)
    /// Another load is building this store; `process` is its process identifier where it could be read.
    case loadInProgress(path: String, process: Int32?)
    /// The corpus contradicts itself: an identifier twice, or a reference to something that is not there.
    case inconsistentCorpus(detail: String)
    /// A list position that does not fit the list's order.
    case invalidPosition(detail: String)
    /// A filter that its field does not allow.
    case invalidFilter(field: String, detail: String)
    /// The query was interrupted.
    case interrupted
    /// A system call failed.
    case system(operation: String, path: String, code: Int32)
    /// SQLite failed otherwise; `code` is its extended result code.
    case database(code: Int32, message: String)
}
