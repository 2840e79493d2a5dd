import Proceedings

extension StoreReader {
    /// Lends an event.
    ///
    /// - Returns: What the body returns, or `nil` where there is no such event; so with every item.
    public func event<Result>(
        _ id: Event.ID, _ body: (borrowing EventRow) throws(StoreError) -> Result
    ) throws(StoreError) -> Result? {
        try item(id.rawValue, .events) { statement, cursors throws(StoreError) in
            try body(EventRow(statement: statement, children: cursors))
        }
    }

    /// Lends a talk.
    public func talk<Result>(
        _ id: Talk.ID, _ body: (borrowing TalkRow) throws(StoreError) -> Result
    ) throws(StoreError) -> Result? {
        try item(id.rawValue, .talks) { statement, cursors throws(StoreError) in
            try body(TalkRow(statement: statement, children: cursors))
        }
    }

    /// Lends a panelist.
    public func panelist<Result>(
        _ id: Panelist.ID, _ body: (borrowing PanelistRow) throws(StoreError) -> Result
    ) throws(StoreError) -> Result? {
        try item(id.rawValue, .panelists) { statement, cursors throws(StoreError) in
            try body(PanelistRow(statement: statement, children: cursors))
        }
    }

    /// Lends a topic.
    public func topic<Result>(
        _ id: Topic.ID, _ body: (borrowing TopicRow) throws(StoreError) -> Result
    ) throws(StoreError) -> Result? {
        try item(id.rawValue, .topics) { statement, cursors throws(StoreError) in
            try body(TopicRow(statement: statement, children: cursors))
        }
    }

    /// Lends a passage.
    public func passage<Result>(
        _ id: Passage.ID, _ body: (borrowing PassageRow) throws(StoreError) -> Result
    ) throws(StoreError) -> Result? {
        try item(id.rawValue, .passages) { statement, cursors throws(StoreError) in
            try body(PassageRow(statement: statement, children: cursors))
        }
    }

    /// Lends a source.
    public func source<Result>(
        _ id: Source.ID, _ body: (borrowing SourceRow) throws(StoreError) -> Result
    ) throws(StoreError) -> Result? {
        try item(id.rawValue, .sources) { statement, cursors throws(StoreError) in
            try body(SourceRow(statement: statement, children: cursors))
        }
    }
}
