import Proceedings
import SQLite

/// Fills an empty store with the rows of a corpus.
///
/// Its extensions write one kind of row each; every key is known beforehand from ``CorpusKeys``.
final class StoreWriter {
    /// After how many rows the progress is told again.
    static let progressInterval = 2000

    let corpus: Corpus
    let keys: CorpusKeys
    let connection: Connection
    /// What cuts the texts of the search index.
    let tokenizer: CountingTokenizer
    /// The store's path as the caller knows it, for errors.
    let path: String
    private let progress: (LoadProgress) -> Void
    private var statements: [String: Statement] = [:]
    let lineRows: RowInsertion
    let passageRows: RowInsertion
    let spanRows: RowInsertion
    let mentionRows: RowInsertion
    private var rowsWritten = 0

    /// Prepares to write.
    init(
        _ corpus: Corpus, keys: CorpusKeys, to connection: Connection, tokenizer: CountingTokenizer, path: String,
        progress: @escaping (LoadProgress) -> Void
    ) throws(StoreError) {
        self.corpus = corpus
        self.keys = keys
        self.connection = connection
        self.tokenizer = tokenizer
        self.path = path
        self.progress = progress
        do throws(SQLiteError) {
            lineRows = try RowInsertion("source_lines", Self.lineColumns, to: connection)
            passageRows = try RowInsertion("passages", Self.passageColumns, to: connection)
            spanRows = try RowInsertion("passage_spans", Self.spanColumns, to: connection)
            mentionRows = try RowInsertion("mentions", Self.mentionColumns, to: connection)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Writes everything, in one transaction.
    func write() throws(StoreError) {
        try execute("BEGIN IMMEDIATE")
        try writeMeta()
        try writeLeftOut()
        try writeOrganizations()
        try writePanelists()
        try writeTopics()
        let mentions = try writeMentions()
        for record in corpus.events { try write(record, mentions) }
        try execute(StoreSchema.derivedRows)
        try execute(StoreSchema.indexes)
        try execute(StoreSchema.derivedCounts)
        try writeCounts()
        try writeSearchIndex()
        try execute("COMMIT")
        report(.writing)
    }

    /// Tells the progress.
    func report(_ stage: LoadProgress.Stage) {
        progress(LoadProgress(stage: stage, rowsWritten: rowsWritten, rowsTotal: keys.counts.sum))
    }

    /// Writes a row.
    ///
    /// - Parameters:
    ///   - table: The table; all rows of one table name the same columns in the same order.
    ///   - isCounted: Whether the row is one of those that ``StoreCounts`` counts.
    ///   - row: The columns with their values.
    func insert(
        _ table: String, isCounted: Bool = false, _ row: InsertedRow
    ) throws(StoreError) {
        do throws(SQLiteError) {
            let columns = row.columns
            let statement: Statement
            if let prepared = statements[table] {
                statement = prepared
            } else {
                statement = try connection.prepare(Self.insertion(into: table, columns.map(\.0)))
                statements[table] = statement
            }
            for index in columns.indices { try statement.bind(columns[index].1, at: index + 1) }
            try statement.run()
        } catch {
            guard error.kind == .constraint else { throw StoreError(error, path: path) }
            let values = row.columns.map { "\($0): \($1)" }.joined(separator: ", ")
            throw .inconsistentCorpus(detail: "\(table) (\(values.prefix(400))): \(error.message)")
        }
        if isCounted { countRow() }
    }

    /// Writes a row of one of the tables that have most of them.
    ///
    /// - Parameters:
    ///   - rows: The table.
    ///   - isCounted: Whether the row is one of those that ``StoreCounts`` counts.
    ///   - owner: What the row belongs to, for an error.
    ///   - bind: Appends the values, in the order of the columns.
    func insert(
        into rows: RowInsertion, isCounted: Bool = false, for owner: @autoclosure () -> String,
        _ bind: (RowInsertion) throws(SQLiteError) -> Void
    ) throws(StoreError) {
        do throws(SQLiteError) {
            try bind(rows)
            try rows.run()
        } catch {
            guard error.kind == .constraint else { throw StoreError(error, path: path) }
            throw .inconsistentCorpus(detail: "\(rows.table) ('\(owner())'): \(error.message)")
        }
        if isCounted { countRow() }
    }

    /// The SQL that inserts a row.
    static func insertion(into table: String, _ columns: [String]) -> String {
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
    }

    private func countRow() {
        rowsWritten += 1
        if rowsWritten.isMultiple(of: Self.progressInterval) { report(.writing) }
    }

    func execute(_ sql: String) throws(StoreError) {
        do throws(SQLiteError) {
            try connection.execute(sql)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private func writeCounts() throws(StoreError) {
        do throws(SQLiteError) {
            try CountWriter(connection: connection).write()
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private func writeMeta() throws(StoreError) {
        do throws(SQLiteError) {
            let columns = StoreCounts.columns
            let names = columns.map(\.name).joined(separator: ", ")
            let marks = columns.map { _ in "?" }.joined(separator: ", ")
            let statement = try connection.prepare("INSERT INTO meta (one, snapshot, \(names)) VALUES (1, ?, \(marks))")
            try statement.bind([.text(corpus.snapshot)] + columns.map { Value(keys.counts[keyPath: $0.count]) })
            try statement.run()
        } catch {
            throw StoreError(error, path: path)
        }
    }
}

/// A row on its way into a table, written as a dictionary whose order counts.
struct InsertedRow: ExpressibleByDictionaryLiteral {
    // An array, since a loop over `KeyValuePairs` asks the runtime for its types at every step.
    let columns: [(String, Value)]

    init(dictionaryLiteral elements: (String, Value)...) {
        columns = elements
    }
}
