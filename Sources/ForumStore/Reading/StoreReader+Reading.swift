import SQLite

extension StoreReader {
    /// Reads a part of a list whose query, if any, is resolved.
    func list<Entity: StoredEntity>(
        _ request: ListRequest<Entity.Field, Entity.Sort>, _ body: (borrowing Entity) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        let (page, total) = try page(request, among: Entity.count(in: counts))
        try withCursors { cursors throws(StoreError) in
            cursors.bound = page.keys.max() ?? 0
            for key in page.keys {
                try cursors.forEach(Entity.rows, of: key) { statement throws(StoreError) in
                    try body(Entity(statement: statement, children: cursors))
                }
            }
        }
        return ListResult(total: total, count: page.keys.count, next: page.hasMore ? page.last : nil)
    }

    /// Lends what an identifier names, where there is such a thing.
    func item<Entity: StoredEntity>(
        _ id: String, _ body: (borrowing Entity) throws(StoreError) -> Void
    ) throws(StoreError) -> Bool {
        try withCursors { cursors throws(StoreError) in
            try cursors.withRow(Entity.rows, named: id) { statement throws(StoreError) in
                try body(Entity(statement: statement, children: cursors))
            }
        }
    }

    /// The key of an identifier, or `nil` where it names nothing.
    func key(_ kind: ReferenceKind, _ id: String) throws(StoreError) -> Int64? {
        let statement = try keyStatement(kind)
        return try sqlite { () throws(SQLiteError) in
            defer { statement.reset() }
            try statement.bind(id, at: 1)
            return try statement.step() ? statement.int64(at: 0) : nil
        }
    }

    /// The statement that finds the key of an identifier; it is always reset.
    private func keyStatement(_ kind: ReferenceKind) throws(StoreError) -> Statement {
        if let statement = keyStatements[kind] { return statement }
        let statement = try sqlite { () throws(SQLiteError) in
            try connection.prepare("SELECT key FROM \(kind.table) WHERE \(kind.nameColumn) = ?")
        }
        keyStatements[kind] = statement
        return statement
    }

    /// Lends the cursors that keep their place between rows; a closure that reads within a reading gets others.
    func withCursors<Result>(
        _ body: (ChildCursors) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        let cursors =
            idleCursors.popLast()
            ?? ChildCursors(connection: connection, keys: keyCache, references: referenceCache, budget: budget)
        defer {
            cursors.reset()
            idleCursors.append(cursors)
        }
        return try body(cursors)
    }

    /// Runs statements and puts what they refuse into this module's words.
    func sqlite<Result>(_ body: () throws(SQLiteError) -> Result) throws(StoreError) -> Result {
        do throws(SQLiteError) {
            return try body()
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Hands over the rows of a query, whose statement is the caller's alone meanwhile.
    func forEachRow(
        of sql: String, _ values: [Value], _ body: (Statement) throws(StoreError) -> Void
    ) throws(StoreError) {
        let statement = try sqlite { () throws(SQLiteError) in try connection.checkOut(sql) }
        defer { connection.checkIn(statement) }
        try sqlite { () throws(SQLiteError) in try statement.bind(values) }
        while try sqlite({ () throws(SQLiteError) in try statement.step() }) {
            try budget.spend()
            try body(statement)
        }
    }

    /// The one integer that a query gives.
    func integer(_ query: Condition) throws(StoreError) -> Int {
        try sqlite { () throws(SQLiteError) in
            try connection.withStatement(query.sql) { statement throws(SQLiteError) in
                try statement.bind(query.values)
                return try statement.step() ? statement.int(at: 0) : 0
            }
        }
    }

    /// The keys of a part of a list.
    private struct Page {
        let keys: [Int64]
        let hasMore: Bool
        let last: ListPosition?
    }

    /// The keys of the part that is wanted, and how many rows there are in all.
    private func page<Field, Key>(
        _ request: ListRequest<Field, Key>, among everything: Int
    ) throws(StoreError) -> (Page, total: Int) {
        if let run = request.run(among: everything) {
            let last = run.last.map { ListPosition(values: [], key: Int64($0)) }
            return (Page(keys: run.map(Int64.init), hasMore: run.upperBound <= everything, last: last), everything)
        }
        let query = try ListQuery(request, from: place(of: request))
        let page = try page(query, limit: max(0, request.limit))
        guard let count = query.count else { return (page, everything) }
        if case .offset(let offset) = request.start, !page.hasMore, offset <= 0 || !page.keys.isEmpty {
            return (page, max(0, offset) + page.keys.count)
        }
        if let total = try countedTotal(request.filter) { return (page, total) }
        return (page, try integer(count))
    }

    /// From what offset on it is looked up where it falls, and rows are not just passed over.
    private static let minCountedOffset = 100

    /// Where the offset of a request falls; `nil` where it is small, and where nothing counted says so.
    private func place<Field, Key>(
        of request: ListRequest<Field, Key>
    ) throws(StoreError) -> (key: Int64, offset: Int)? {
        guard case .offset(let offset) = request.start, offset >= Self.minCountedOffset, request.isInDocumentOrder,
            request.order.first?.isDescending != true, let filter = request.filter as? Filter<PassageField>
        else { return nil }
        return try countedPlace(of: offset, in: filter)
    }

    private func page(_ query: ListQuery, limit: Int) throws(StoreError) -> Page {
        try sqlite { () throws(SQLiteError) in
            try connection.withStatement(query.keys.sql) { statement throws(SQLiteError) in
                try statement.bind(query.keys.values)
                var keys: [Int64] = []
                var last: ListPosition?
                while try statement.step() {
                    guard keys.count < limit else { return Page(keys: keys, hasMore: true, last: last) }
                    let key = statement.int64(at: query.sortCount)
                    keys.append(key)
                    // Only the last wanted row's values are needed, to go on from.
                    guard keys.count == limit else { continue }
                    last = ListPosition(values: (0..<query.sortCount).map(statement.sortValue), key: key)
                }
                return Page(keys: keys, hasMore: false, last: nil)
            }
        }
    }
}

extension Statement {
    /// A sort value of the current row.
    fileprivate func sortValue(at index: Int) -> ListPosition.Value {
        type(at: index) == .integer ? .integer(int64(at: index)) : .text(string(at: index) ?? "")
    }
}
