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
    private var rowsWritten = 0

    /// Prepares to write.
    init(
        _ corpus: Corpus, keys: CorpusKeys, to connection: Connection, tokenizer: CountingTokenizer, path: String,
        progress: @escaping (LoadProgress) -> Void
    ) {
        self.corpus = corpus
        self.keys = keys
        self.connection = connection
        self.tokenizer = tokenizer
        self.path = path
        self.progress = progress
    }

    /// Writes everything, in one transaction.
    func write() throws(StoreError) {
        try execute("BEGIN IMMEDIATE")
        try writeMeta()
        try writeOrganizations()
        try writePanelists()
        try writeTopics()
        let mentions = try writeMentions()
        for record in corpus.events { try write(record, mentions) }
        try execute(StoreSchema.derivedRows)
        try execute(StoreSchema.indexes)
        try execute(StoreSchema.derivedCounts)
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
                let names = columns.map(\.name).joined(separator: ", ")
                let marks = columns.map { _ in "?" }.joined(separator: ", ")
                statement = try connection.prepare("INSERT INTO \(table) (\(names)) VALUES (\(marks))")
                statements[table] = statement
            }
            for (index, column) in columns.enumerated() { try statement.bind(column.value, at: index + 1) }
            try statement.run()
        } catch {
            guard error.kind == .constraint else { throw StoreError(error, path: path) }
            let values = row.columns.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
            throw .inconsistentCorpus(detail: "\(table) (\(values.prefix(400))): \(error.message)")
        }
        guard isCounted else { return }
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
    let columns: [(name: String, value: Value)]

    init(dictionaryLiteral elements: (String, Value)...) {
        columns = elements.map { (name: $0.0, value: $0.1) }
    }
}
