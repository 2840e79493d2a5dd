import Proceedings

extension StoreReader {
    /// Lends an event.
    ///
    /// - Returns: Whether there is such an event; so with every item.
    @discardableResult
    public func event(
        _ id: Event.ID, _ body: (borrowing EventRow) throws(StoreError) -> Void
    ) throws(StoreError) -> Bool {
        try item(id.rawValue, .events) { statement, cursors throws(StoreError) in
            try body(EventRow(statement: statement, children: cursors))
        }
    }

    /// Lends a talk.
    @discardableResult
    public func talk(
        _ id: Talk.ID, _ body: (borrowing TalkRow) throws(StoreError) -> Void
    ) throws(StoreError) -> Bool {
        try item(id.rawValue, .talks) { statement, cursors throws(StoreError) in
            try body(TalkRow(statement: statement, children: cursors))
        }
    }

    /// Lends a panelist.
    @discardableResult
    public func panelist(
        _ id: Panelist.ID, _ body: (borrowing PanelistRow) throws(StoreError) -> Void
    ) throws(StoreError) -> Bool {
        try item(id.rawValue, .panelists) { statement, cursors throws(StoreError) in
            try body(PanelistRow(statement: statement, children: cursors))
        }
    }

    /// Lends a topic.
    @discardableResult
    public func topic(
        _ id: Topic.ID, _ body: (borrowing TopicRow) throws(StoreError) -> Void
    ) throws(StoreError) -> Bool {
        try item(id.rawValue, .topics) { statement, cursors throws(StoreError) in
            try body(TopicRow(statement: statement, children: cursors))
        }
    }

    /// Lends a passage.
    @discardableResult
    public func passage(
        _ id: Passage.ID, _ body: (borrowing PassageRow) throws(StoreError) -> Void
    ) throws(StoreError) -> Bool {
        try item(id.rawValue, .passages) { statement, cursors throws(StoreError) in
            try body(PassageRow(statement: statement, children: cursors))
        }
    }

    /// Lends a source.
    @discardableResult
    public func source(
        _ id: Source.ID, _ body: (borrowing SourceRow) throws(StoreError) -> Void
    ) throws(StoreError) -> Bool {
        try item(id.rawValue, .sources) { statement, cursors throws(StoreError) in
            try body(SourceRow(statement: statement, children: cursors))
        }
    }
}
