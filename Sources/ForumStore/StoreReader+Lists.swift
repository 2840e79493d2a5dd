extension StoreReader {
    /// Hands over events, in the order asked for.
    ///
    /// - Parameters:
    ///   - list: The part that is wanted; so with every list.
    ///   - body: Receives the rows.
    /// - Returns: The exact total, and where the next part begins.
    public func events(
        _ list: EventList, _ body: (borrowing EventRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        try self.list(try resolved(list), body)
    }

    /// Hands over talks, in the order asked for.
    public func talks(
        _ list: TalkList, _ body: (borrowing TalkRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        try self.list(try resolved(list), body)
    }

    /// Hands over panelists, in the order asked for.
    public func panelists(
        _ list: PanelistList, _ body: (borrowing PanelistRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        try self.list(try resolved(list), body)
    }

    /// Hands over topics, in the order asked for.
    ///
    /// Where the filter names events or talks, the counts are those in them, and sorting is by these.
    public func topics(
        _ list: TopicList, _ body: (borrowing TopicRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        let list = try resolved(list)
        let scope = ListScope.topicTalks
        guard let condition = try list.filter.condition(over: scope.relation) else { return try self.list(list, body) }
        let columns = "\(TopicCounts.mentions), \(TopicCounts.passages), \(TopicCounts.talks)"
        let query = scope.query(columns, of: "?", where: condition)
        return try self.list(list) { (row: borrowing TopicRow) throws(StoreError) in
            var counts: TopicCounts?
            try forEachRow(of: query, [.integer(row.key)] + condition.values) { counted throws(StoreError) in
                counts = TopicCounts(
                    mentions: counted.int(at: 0), passages: counted.int(at: 1), talks: counted.int(at: 2))
            }
            try body(TopicRow(statement: row.statement, children: row.children, scoped: counts))
        }
    }

    /// Hands over passages, in the order asked for.
    public func passages(
        _ list: PassageList, _ body: (borrowing PassageRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        try self.list(try resolved(list), body)
    }

    /// Hands over sources, in the order asked for.
    public func sources(
        _ list: SourceList, _ body: (borrowing SourceRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        try self.list(try resolved(list), body)
    }

    /// Hands over corrections, in the order of the events and of their files.
    public func corrections(
        _ list: CorrectionList, _ body: (borrowing CorrectionRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        try self.list(try resolved(list), body)
    }

    /// How many rows of a filtered list have each value of a field, handed over with the value, the most frequent first, equals
    /// in the order of their bytes; rows without a value are not counted.
    public func counts<Field: ListField>(
        of field: Field, where filter: Filter<Field>, limit: Int, _ body: (TextColumn, Int) throws(StoreError) -> Void
    ) throws(StoreError) {
        try Analysis(self).counts(of: field, where: try resolved(filter), limit: limit, body)
    }

    /// A request whose filter has the rows that its query finds in the place of the query.
    private func resolved<Field, Key>(_ list: ListRequest<Field, Key>) throws(StoreError) -> ListRequest<Field, Key> {
        guard list.filter.query != nil else { return list }
        var list = list
        list.filter = try resolved(list.filter)
        return list
    }

    private func resolved<Field>(_ filter: Filter<Field>) throws(StoreError) -> Filter<Field> {
        guard let query = filter.query, let searched = Field.table.searched else { return filter }
        var filter = filter
        filter.found = try search.keys(of: query, among: searched)
        return filter
    }
}
