import SQLite

/// A field whose values can be counted over a list.
public protocol CountableField: ListField {
    /// Whether the field's values can be counted.
    var isCountable: Bool { get }

    /// Hands over the field's values with how many rows of the filtered list have each, the most frequent first, equals in
    /// the order of their bytes; rows without a value are not counted.
    func counts(
        in reader: StoreReader, where filter: Filter<Self>, limit: Int,
        _ body: (TextColumn, Int) throws(StoreError) -> Void
    ) throws(StoreError)
}

extension StoreReader {
    /// Counts a field's values over a filtered list.
    fileprivate func count<Field, Key>(
        _ field: Field, of source: ListSource<Field, Key>, where filter: Filter<Field>, limit: Int,
        _ body: (TextColumn, Int) throws(StoreError) -> Void
    ) throws(StoreError) {
        guard let rows = source.countedRows(of: field) else { return }
        let condition = try FilterCompiler(source: source).condition(resolved(filter, among: source.rows))
        let sql = """
            SELECT CAST(\(rows.value) AS TEXT), count(DISTINCT \(source.alias).key) FROM \(rows.tables) \
            WHERE \(rows.value) IS NOT NULL\(condition.map { " AND (\($0.sql))" } ?? "") \
            GROUP BY \(rows.value) ORDER BY 2 DESC, 1 LIMIT ?
            """
        try forEachRow(of: sql, (condition?.values ?? []) + [Value(limit)]) { statement throws(StoreError) in
            try body(TextColumn(statement, 0), statement.int(at: 1))
        }
    }
}

extension ListSource {
    /// The tables whose rows give the list's rows with a field's values, and the value; `nil` where they cannot be counted.
    fileprivate func countedRows(of field: Field) -> (tables: String, value: String)? {
        switch column(field) {
        case .own(let expressions):
            return expressions.first.map { (table, $0) }
        case .reference(let column, let referred):
            return ("\(table) JOIN \(referred) value ON value.key = \(column)", "value.id")
        case .run: return nil
        case .related(let relation, let expressions):
            return expressions.first.flatMap { value in
                relation.joined(to: table).map { ($0, value) }
            }
        }
    }
}

extension Relation {
    /// The relation's tables joined with the list's own; `nil` where the relation is no plain query.
    fileprivate func joined(to table: String) -> String? {
        let (start, from, end) = ("SELECT ", " FROM ", " WHERE ")
        guard tail.isEmpty, head.hasPrefix(start), head.hasSuffix(end), let middle = head.firstRange(of: from) else {
            return nil
        }
        let key = head[..<middle.lowerBound].dropFirst(start.count)
        return "\(head[middle.upperBound...].dropLast(end.count)) JOIN \(table) ON \(key) = \(column)"
    }
}

extension EventField: CountableField {
    /// Whether the field's values can be counted.
    public var isCountable: Bool { ListSources.events.countedRows(of: self) != nil }

    /// Counts the field's values over the events that the filter lets through.
    public func counts(
        in reader: StoreReader, where filter: Filter<Self>, limit: Int,
        _ body: (TextColumn, Int) throws(StoreError) -> Void
    ) throws(StoreError) {
        try reader.count(self, of: ListSources.events, where: filter, limit: limit, body)
    }
}

extension TalkField: CountableField {
    /// Whether the field's values can be counted.
    public var isCountable: Bool { ListSources.talks.countedRows(of: self) != nil }

    /// Counts the field's values over the talks that the filter lets through.
    public func counts(
        in reader: StoreReader, where filter: Filter<Self>, limit: Int,
        _ body: (TextColumn, Int) throws(StoreError) -> Void
    ) throws(StoreError) {
        try reader.count(self, of: ListSources.talks, where: filter, limit: limit, body)
    }
}

extension PanelistField: CountableField {
    /// Whether the field's values can be counted.
    public var isCountable: Bool { ListSources.panelists.countedRows(of: self) != nil }

    /// Counts the field's values over the panelists that the filter lets through.
    public func counts(
        in reader: StoreReader, where filter: Filter<Self>, limit: Int,
        _ body: (TextColumn, Int) throws(StoreError) -> Void
    ) throws(StoreError) {
        try reader.count(self, of: ListSources.panelists, where: filter, limit: limit, body)
    }
}

extension TopicField: CountableField {
    /// Whether the field's values can be counted.
    public var isCountable: Bool { ListSources.topics.countedRows(of: self) != nil }

    /// Counts the field's values over the topics that the filter lets through.
    public func counts(
        in reader: StoreReader, where filter: Filter<Self>, limit: Int,
        _ body: (TextColumn, Int) throws(StoreError) -> Void
    ) throws(StoreError) {
        try reader.count(self, of: ListSources.topics, where: filter, limit: limit, body)
    }
}

extension PassageField: CountableField {
    /// Whether the field's values can be counted.
    public var isCountable: Bool { ListSources.passages.countedRows(of: self) != nil }

    /// Counts the field's values over the passages that the filter lets through.
    public func counts(
        in reader: StoreReader, where filter: Filter<Self>, limit: Int,
        _ body: (TextColumn, Int) throws(StoreError) -> Void
    ) throws(StoreError) {
        try reader.count(self, of: ListSources.passages, where: filter, limit: limit, body)
    }
}

extension SourceField: CountableField {
    /// Whether the field's values can be counted.
    public var isCountable: Bool { ListSources.sources.countedRows(of: self) != nil }

    /// Counts the field's values over the sources that the filter lets through.
    public func counts(
        in reader: StoreReader, where filter: Filter<Self>, limit: Int,
        _ body: (TextColumn, Int) throws(StoreError) -> Void
    ) throws(StoreError) {
        try reader.count(self, of: ListSources.sources, where: filter, limit: limit, body)
    }
}

extension CorrectionField: CountableField {
    /// Whether the field's values can be counted.
    public var isCountable: Bool { ListSources.corrections.countedRows(of: self) != nil }

    /// Counts the field's values over the corrections that the filter lets through.
    public func counts(
        in reader: StoreReader, where filter: Filter<Self>, limit: Int,
        _ body: (TextColumn, Int) throws(StoreError) -> Void
    ) throws(StoreError) {
        try reader.count(self, of: ListSources.corrections, where: filter, limit: limit, body)
    }
}
