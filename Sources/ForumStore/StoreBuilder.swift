import Proceedings
import SQLite

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Builds a store from a corpus and puts it into place in one step.
///
/// The new store is written beside the old one, checked, synced and renamed over it. Whatever happens, and whenever, the
/// path holds the old store or the new one; readers of the old one go on with it. Of two loads of one store at the same
/// time, the second is refused.
public struct StoreBuilder: Sendable {
    /// The moments between which a load can be cut off; tests stop it there.
    enum Moment: CaseIterable {
        case created, laidOut, written, checked, synchronized, installed
    }

    /// Where the store is to be.
    public let path: String
    private let interruption: @Sendable (Moment, Connection?) throws(StoreError) -> Void

    /// Makes a builder.
    ///
    /// - Parameter path: The store's file; its folder must exist. What is there already must be a store, of any version.
    public init(path: String) {
        self.init(path: path) { _, _ in }
    }

    /// Makes a builder that is stopped where the closure throws.
    init(path: String, interruption: @escaping @Sendable (Moment, Connection?) throws(StoreError) -> Void) {
        self.path = path
        self.interruption = interruption
    }

    /// Builds the store.
    ///
    /// The same corpus gives the same bytes, with the same version of SQLite.
    ///
    /// - Parameters:
    ///   - corpus: What the store is to hold.
    ///   - progress: Told now and then how far the load is, on the caller's thread.
    /// - Returns: What the store holds.
    @discardableResult
    public func build(
        from corpus: Corpus, progress: @escaping @Sendable (LoadProgress) -> Void = { _ in }
    ) throws(StoreError) -> StoreCounts {
        let keys = try CorpusKeys(corpus)
        let target = Self.resolved(path)
        try Self.checkReplaceable(target)
        let folder = try Folder(path: Self.folder(of: target))
        var file = try folder.withLock { () throws(StoreError) in
            try BuildingFile.create(for: target, in: folder)
        }
        try interruption(.created, nil)
        try fill(file.path, from: corpus, keys: keys, progress: progress)
        progress(LoadProgress(stage: .installing, rowsWritten: keys.counts.sum, rowsTotal: keys.counts.sum))
        try file.synchronize()
        try interruption(.synchronized, nil)
        try file.install()
        try folder.synchronize()
        try interruption(.installed, nil)
        return keys.counts
    }

    /// Removes what loads that were cut off left behind.
    ///
    /// Building does so too; this is for a store that needs no building. Where another load is at work, or the folder
    /// refuses, nothing is done: it is only tidying.
    public func removeUnfinished() {
        let target = Self.resolved(path)
        guard let folder = try? Folder(path: Self.folder(of: target)) else { return }
        try? folder.withLock { () throws(StoreError) in try BuildingFile.removeAbandoned(for: target, in: folder) }
    }

    private func fill(
        _ file: String, from corpus: Corpus, keys: CorpusKeys, progress: @escaping @Sendable (LoadProgress) -> Void
    ) throws(StoreError) {
        let connection: Connection
        let tokenizer = CountingTokenizer()
        do throws(SQLiteError) {
            connection = try Connection(path: file, access: .readWrite, pages: .checked)
            try connection.register(tokenizer, named: SyllableTokenizer.name)
            // Nobody else sees the file, and an unfinished one is thrown away: no journal, no waiting for the disk.
            try connection.execute(
                """
                PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE;
                PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
                PRAGMA foreign_keys = OFF; PRAGMA cell_size_check = ON; PRAGMA cache_size = -\(Self.cacheKibibytes);
                PRAGMA application_id = \(StoreSchema.applicationID); PRAGMA user_version = \(StoreSchema.version);
                """)
            try connection.execute(StoreSchema.tables)
            try connection.execute(StoreSchema.countTables)
            try connection.execute(StoreSchema.searchTables)
        } catch {
            throw StoreError(error, path: path)
        }
        try interruption(.laidOut, connection)
        let writer = try StoreWriter(
            corpus, keys: keys, to: connection, tokenizer: tokenizer, path: path, progress: progress)
        try writer.write()
        try interruption(.written, connection)
        writer.report(.checking)
        try StoreCheck(connection: connection, path: path).run(expecting: keys.counts)
        try interruption(.checked, connection)
    }

    /// How much of the file a load keeps in memory at most, in KiB; it grows only as pages are written.
    private static let cacheKibibytes = 131_072

    /// The path without symbolic links where there is a file, so that a link stays a link and its file is replaced.
    private static func resolved(_ path: String) -> String {
        guard let pointer = realpath(path, nil) else { return path }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Refuses to replace what is not a store: a mistyped path must not cost anyone a file.
    private static func checkReplaceable(_ path: String) throws(StoreError) {
        guard let status = FileStatus(path) else { return }
        guard status.isFile else { throw .notAStore(path: path) }
        guard status.size > 0 else { return }
        guard access(path, R_OK) == 0 else { throw .notPermitted(path: path, code: errno) }
        guard let header = StoreHeader(path: path), header.isStore else { throw .notAStore(path: path) }
    }
}
