import SQLite

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A store's file, opened read-only and found to be a store of this program's version.
///
/// Its connection holds one read transaction for as long as it is open: reading is then consistent, and takes no lock for
/// every query. That keeps nobody out, since a store is never written again once it is in place.
struct OpenedStore {
    /// How much of the file a reader keeps in memory at most, in KiB; it grows only as pages are read.
    static let cacheKibibytes = 8192

    let connection: Connection
    let snapshot: String
    let counts: StoreCounts

    init(path: String) throws(StoreError) {
        guard let status = FileStatus(path) else { throw .missing(path: path) }
        guard status.isFile else { throw .notAStore(path: path) }
        guard access(path, R_OK) == 0 else { throw .notPermitted(path: path, code: errno) }
        // What the header says is believed only once its page is found to be sound, which SQLite reads next; but the pages
        // of other programs and versions have no checksums.
        guard let header = StoreHeader(path: path), header.isStore else { throw .notAStore(path: path) }
        guard header.version == StoreSchema.version else {
            throw .otherVersion(path: path, found: header.version, expected: StoreSchema.version)
        }
        do throws(SQLiteError) {
            connection = try Self.open(path)
        } catch {
            throw StoreError(error, path: path)
        }
        let meta: (String, StoreCounts)?
        do throws(SQLiteError) {
            meta = try Self.meta(connection)
        } catch {
            // It calls itself a store of this version, yet has not even its tables.
            guard error.kind == .other else { throw StoreError(error, path: path) }
            throw .corrupt(path: path, detail: error.message)
        }
        guard let meta else { throw .corrupt(path: path, detail: "it does not say what it holds") }
        (snapshot, counts) = meta
    }

    private static func open(_ path: String) throws(SQLiteError) -> Connection {
        let connection = try Connection(path: path, access: .readOnly, pages: .checked)
        try connection.register(SyllableTokenizer(), named: SyllableTokenizer.name)
        try connection.execute("PRAGMA cache_size = -\(cacheKibibytes); PRAGMA cell_size_check = ON; BEGIN")
        return connection
    }

    private static func meta(_ connection: Connection) throws(SQLiteError) -> (String, StoreCounts)? {
        let columns = StoreCounts.columns
        let names = columns.map(\.name).joined(separator: ", ")
        let statement = try connection.prepare("SELECT snapshot, \(names) FROM meta")
        var counts = StoreCounts()
        guard try statement.step() else { return nil }
        for (index, column) in columns.enumerated() {
            counts[keyPath: column.count] = statement.int(at: index + 1)
        }
        return (statement.string(at: 0) ?? "", counts)
    }
}
