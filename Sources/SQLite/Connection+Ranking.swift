import CSQLite

/// Tells how well rows fit a full-text query, one after another.
public protocol IndexRanking: AnyObject {
    /// Ranks a row.
    ///
    /// - Parameters:
    ///   - row: The row's key.
    ///   - places: What was found in it.
    /// - Returns: What the function gives in SQL.
    func rank(_ row: Int64, _ places: borrowing IndexPlaces) -> Double
}

/// The places where a query's phrases stand in a row that FTS5 found.
public struct IndexPlaces: ~Copyable {
    private let api: UnsafePointer<Fts5ExtensionApi>
    private let context: OpaquePointer

    fileprivate init(_ api: UnsafePointer<Fts5ExtensionApi>, _ context: OpaquePointer) {
        self.api = api
        self.context = context
    }

    /// Hands over each place: the phrase, by its place in the MATCH expression, and the column.
    ///
    /// - Parameter phrases: How many phrases, beginning with the first, are looked at.
    public func forEach(ofFirst phrases: Int, _ body: (_ phrase: Int, _ column: Int) -> Void) {
        guard let first = api.pointee.xPhraseFirst, let next = api.pointee.xPhraseNext else { return }
        for phrase in 0..<min(phrases, Int(api.pointee.xPhraseCount?(context) ?? 0)) {
            var iterator = Fts5PhraseIter()
            var (column, offset): (Int32, Int32) = (0, 0)
            guard first(context, Int32(phrase), &iterator, &column, &offset) == SQLITE_OK else { return }
            while column >= 0 {
                body(phrase, Int(column))
                next(context, &iterator, &column, &offset)
            }
        }
    }
}

extension Connection {
    /// Makes a ranking known to FTS5 as a function of the table's name: `name(table)`.
    ///
    /// The connection owns the ranking until it is closed.
    public func register(_ ranking: some IndexRanking, named name: String) throws(SQLiteError) {
        try register(FullTextExtension<any IndexRanking>(ranking), as: "function \(name)") { api, context, release in
            api.pointee.xCreateFunction?(
                api, name, context,
                { api, context, result, _, _ in
                    guard let api, let context, let data = api.pointee.xUserData?(context) else { return }
                    let ranking = FullTextExtension<any IndexRanking>.at(data)
                    let row = api.pointee.xRowid?(context) ?? 0
                    sqlite3_result_double(result, ranking.rank(row, IndexPlaces(api, context)))
                }, release)
        }
    }
}
