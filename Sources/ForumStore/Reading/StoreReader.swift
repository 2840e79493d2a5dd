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

    /// Whether pages of the file were found damaged, by this reader or another one of the same file; may be asked anywhere.
    public let health: StoreHealth

    let connection: Connection
    /// How far searches and checks of quotations go.
    var limits = StoreLimits.standard
    /// Cursors between two readings; checked out and in in one step, so that no access overlaps another.
    @exclusivity(unchecked) var idleCursors: [ChildCursors] = []
    /// The keys of identifiers that were asked for.
    let keyCache = KeyCache()
    /// The representations of what many rows refer to.
    let referenceCache = ReferenceCache()
    /// How many rows may still be read.
    let budget = RowBudget()
    /// What is spent on the request that is being answered; `nil` outside of ``spend(_:on:)``.
    public internal(set) var spending: Spending?
    /// The statements that find the keys of identifiers.
    var keyStatements: [ReferenceKind: Statement] = [:]
    /// What was made once of the whole store, by its type.
    private var derived: [ObjectIdentifier: AnyObject] = [:]

    /// Opens a store and checks that it is one, of this program's version.
    ///
    /// - Parameter path: The store's file.
    public init(path: String) throws(StoreError) {
        let opened = try OpenedStore(path: path)
        self.path = path
        connection = opened.connection
        snapshot = opened.snapshot
        counts = opened.counts
        health = StoreHealth(pages: opened.connection.health)
    }

    /// How many rows the next readings may read; `.max` lifts the limit.
    ///
    /// The row that an identifier names, and the cached representations of what it refers to, do not count. A reading that would
    /// read more throws ``StoreError/interrupted``.
    public var rowBudget: Int {
        get { budget.remaining }
        set {
            budget.remaining = max(0, newValue)
            budget.isExceeded = false
        }
    }

    /// What is made of the whole store when it is first needed, and then as long as the reader is there: a store never changes.
    func derived<Value: AnyObject>(_ make: (StoreReader) throws(StoreError) -> Value) throws(StoreError) -> Value {
        if let value = derived[ObjectIdentifier(Value.self)] as? Value { return value }
        let value = try make(self)
        derived[ObjectIdentifier(Value.self)] = value
        return value
    }

    /// Runs a body, and cuts it off once its time is up: that of the request, or else ``StoreLimits/deadline``.
    func withDeadline<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
        if let spending, spending.budget.time != nil {
            let result = try body()
            guard !spending.isOver() else { throw .interrupted }
            return result
        }
        let end = ContinuousClock.now.advanced(by: limits.deadline)
        let result = try connection.withDeadline(after: limits.deadline, body)
        // What runs inside FTS5, or in no statement at all, is not interrupted: too late is too late all the same.
        guard ContinuousClock.now <= end else { throw .interrupted }
        return result
    }
}
