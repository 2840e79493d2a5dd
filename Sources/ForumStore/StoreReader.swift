import Proceedings
import SQLite

/// A store opened for reading.
///
/// A reader belongs to one thread at a time: every worker opens its own. It keeps the file that it opened, and
/// one read transaction on it, until it is let go: a load that renames a new store into place does not disturb it.
///
/// Rows are handed to a closure as views onto SQLite's own buffers, which are valid inside that closure only. A closure may
/// ask the reader for other rows; what it throws ends the reading and is thrown on.
public final class StoreReader {
    /// The path that was opened.
    public let path: String
    /// The hash of everything that the store was built from; never a time.
    public let snapshot: String
    /// How many rows of each kind the store holds.
    public let counts: StoreCounts

    let connection: Connection
    /// Ranks what a search finds.
    let ranking: PassageRanking
    /// Cursors between two readings, ready for the next; taken and put back in one step, so that no access overlaps another.
    @exclusivity(unchecked) var restingCursors: [ChildCursors] = []
    /// How long a search, or the check of a quotation, may take.
    var searchDeadline = SearchLimits.deadline
    /// How far the check of a quotation goes.
    var quotationLimits = QuotationLimits()
    /// How many passages are read at most to see whether they hold a query letter by letter.
    var literalCandidates = SearchLimits.literalCandidates
    /// How many passages are read at most to see whether they hold a word written apart.
    var widerCandidates = SearchLimits.widerCandidates
    /// The keys of identifiers that were asked for.
    let keptKeys = KeptKeys()
    /// What is kept of the things that many rows refer to.
    let keptReferences = KeptReferences()
    /// How many rows may still be read.
    let rowAllowance = RowAllowance()
    /// The statements that find the keys of identifiers.
    var keyStatements: [ReferenceKind: Statement] = [:]
    /// What the search knows of the whole store, read when it is first needed.
    var searchKnowledge: SearchKnowledge?

    /// Opens a store and checks that it is one, of this program's version.
    ///
    /// - Parameter path: The store's file.
    public init(path: String) throws(StoreError) {
        let opened = try OpenedStore(path: path)
        self.path = path
        connection = opened.connection
        ranking = opened.ranking
        snapshot = opened.snapshot
        counts = opened.counts
    }

    /// What stops a query of this reader from another thread.
    public var interrupter: QueryInterrupter { QueryInterrupter(interrupter: connection.interrupter) }
}

/// Stops the query that a reader is running, from any thread; it fails with ``StoreError/interrupted``.
public struct QueryInterrupter: Sendable {
    let interrupter: Interrupter

    /// Stops the running query; a reader at rest is not affected.
    public func interrupt() {
        interrupter.interrupt()
    }
}
