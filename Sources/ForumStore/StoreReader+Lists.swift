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
        try self.list(list, of: ListSources.events, everything: counts.events) {
            statement, cursors throws(StoreError) in
            try body(EventRow(statement: statement, children: cursors))
        }
    }

    /// Hands over talks, in the order asked for.
    public func talks(
        _ list: TalkList, _ body: (borrowing TalkRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        try self.list(list, of: ListSources.talks, everything: counts.talks) { statement, cursors throws(StoreError) in
            try body(TalkRow(statement: statement, children: cursors))
        }
    }

    /// Hands over panelists, in the order asked for.
    public func panelists(
        _ list: PanelistList, _ body: (borrowing PanelistRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        try self.list(list, of: ListSources.panelists, everything: counts.panelists) {
            statement, cursors throws(StoreError) in
            try body(PanelistRow(statement: statement, children: cursors))
        }
    }

    /// Hands over topics, in the order asked for.
    public func topics(
        _ list: TopicList, _ body: (borrowing TopicRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        try self.list(list, of: ListSources.topics, everything: counts.topics) {
            statement, cursors throws(StoreError) in
            try body(TopicRow(statement: statement, children: cursors))
        }
    }

    /// Hands over passages, in the order asked for.
    public func passages(
        _ list: PassageList, _ body: (borrowing PassageRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        try self.list(list, of: ListSources.passages, everything: counts.passages) {
            statement, cursors throws(StoreError) in
            try body(PassageRow(statement: statement, children: cursors))
        }
    }

    /// Hands over sources, in the order asked for.
    public func sources(
        _ list: SourceList, _ body: (borrowing SourceRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        try self.list(list, of: ListSources.sources, everything: counts.sources) {
            statement, cursors throws(StoreError) in
            try body(SourceRow(statement: statement, children: cursors))
        }
    }

    /// Hands over corrections, in the order of the events and of their files.
    public func corrections(
        _ list: CorrectionList, _ body: (borrowing CorrectionRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        try self.list(list, of: ListSources.corrections, everything: counts.corrections) {
            statement, _ throws(StoreError) in
            try body(CorrectionRow(statement: statement))
        }
    }
}
