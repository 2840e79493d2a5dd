import SQLite

/// The statements that read the rows belonging to a key, each in the order of its owners' keys.
///
/// A list's rows mostly come in the order of their keys, and so do the rows that belong to them. Hence a statement does not
/// run anew for every owner: it goes on from the owner before, and starts over only where the next owner is elsewhere.
final class ChildCursors {
    /// How far the next owner may be from the one before, in keys, for the rows between to be stepped over.
    static let maxStride: Int64 = 4

    private final class Cursor {
        let statement: Statement
        /// The last owner whose rows were handed over; the statement stands at the first row after them, or at the only one.
        var owner: Int64?
        /// The owner of the row that the statement stands at; `nil` where it stands at none.
        var present: Int64?
        var isBusy = false
        /// Whether it has been run since the last reset.
        var isUsed = false

        init(_ statement: Statement) {
            self.statement = statement
        }

        /// Goes to the next row.
        @inline(__always)
        func step() throws(SQLiteError) { present = try statement.step() ? statement.int64(at: 0) : nil }
    }

    private unowned let connection: Connection
    // No access to these is held while a body runs that may ask for more rows, so that none needs to be checked for
    // overlapping: for a row that took as long as a column.
    @exclusivity(unchecked) private var cursors: [Cursor?]
    /// Those that have been run since the last reset.
    @exclusivity(unchecked) private var used: [Cursor] = []
    /// The statements that find the row of an identifier, and those that find the row of a key, each reset unless it is
    /// lent.
    @exclusivity(unchecked) private var named: [Statement?]
    @exclusivity(unchecked) private var keyed: [Statement?]
    private let keys: KeyCache
    /// The representations of what the rows refer to.
    let references: ReferenceCache
    private let budget: RowBudget
    /// The greatest owner of this reading: what belongs to later ones is not looked at.
    @exclusivity(unchecked) var bound = Int64.max

    init(connection: Connection, keys: KeyCache, references: ReferenceCache, budget: RowBudget) {
        self.connection = connection
        self.keys = keys
        self.references = references
        self.budget = budget
        cursors = Array(repeating: nil, count: RowSet.allCases.count)
        named = Array(repeating: nil, count: RowSet.allCases.count)
        keyed = named
    }

    /// Hands over the rows that belong to an owner, in their order, no more than `limit`.
    func forEach(
        _ set: RowSet, of owner: Int64, limit: Int = .max, _ body: (Statement) throws(StoreError) -> Void
    ) throws(StoreError) {
        let cursor = try cursor(set)
        cursor.isBusy = true
        defer { cursor.isBusy = false }
        let before = cursor.owner
        // Until this owner is done, the place is unknown.
        cursor.owner = nil
        let statement = cursor.statement
        do throws(SQLiteError) {
            if !set.isReferredTo, let before, owner > before, owner - before <= Self.maxStride {
                while let present = cursor.present, present < owner { try cursor.step() }
            } else {
                if cursor.isUsed {
                    statement.reset()
                } else {
                    cursor.isUsed = true
                    used.append(cursor)
                }
                try statement.bind(owner, at: 1)
                try statement.bind(set.isReferredTo ? owner : max(owner, bound), at: 2)
                try cursor.step()
            }
        } catch {
            throw StoreError(error, path: connection.path)
        }
        var left = limit
        while cursor.present == owner {
            // The place stays unknown, so that the next owner is looked up again.
            guard left > 0 else { return }
            left -= 1
            try budget.spend()
            try body(statement)
            // Of what has one row, the next is another's, who may not be asked for.
            if set.isSingle { break }
            do throws(SQLiteError) {
                try cursor.step()
            } catch {
                throw StoreError(error, path: connection.path)
            }
        }
        cursor.owner = owner
    }

    /// Lends the row of an identifier, where there is one; what belongs to later ones is not looked at meanwhile.
    ///
    /// Once in a reading: the statement is lent while the body runs.
    ///
    /// - Returns: Whether there is one.
    func withRow(
        _ set: RowSet, named id: String, _ body: (Statement) throws(StoreError) -> Void
    ) throws(StoreError) -> Bool {
        let statement: Statement
        let key = keys.key(set, id)
        do throws(SQLiteError) {
            if let key {
                statement = try ready(set.keyedSQL, in: &keyed[set.rawValue])
                try statement.bind(key, at: 1)
            } else {
                statement = try ready(set.namedSQL, in: &named[set.rawValue])
                try statement.bind(id, at: 1)
            }
        } catch {
            throw StoreError(error, path: connection.path)
        }
        defer { statement.reset() }
        let isFound: Bool
        do throws(SQLiteError) {
            isFound = try statement.step()
        } catch {
            throw StoreError(error, path: connection.path)
        }
        guard isFound else { return false }
        bound = statement.int64(at: 0)
        if key == nil { keys.insert(bound, set, id) }
        try body(statement)
        return true
    }

    /// The statement of a place, which is prepared where it was not used before.
    private func ready(_ sql: @autoclosure () -> String, in place: inout Statement?) throws(SQLiteError) -> Statement {
        if let statement = place { return statement }
        let statement = try connection.prepare(sql())
        place = statement
        return statement
    }

    /// Resets the statements that have been run.
    func reset() {
        bound = .max
        for cursor in used {
            cursor.owner = nil
            cursor.isUsed = false
            cursor.statement.reset()
        }
        used.removeAll(keepingCapacity: true)
    }

    private func cursor(_ set: RowSet) throws(StoreError) -> Cursor {
        if let cursor = cursors[set.rawValue], !cursor.isBusy { return cursor }
        do throws(SQLiteError) {
            // A closure that asks, while it is given rows, for rows of the same kind gets a statement of its own.
            let cursor = Cursor(try connection.prepare(set.sql))
            if cursors[set.rawValue] == nil { cursors[set.rawValue] = cursor }
            return cursor
        } catch {
            throw StoreError(error, path: connection.path)
        }
    }
}
