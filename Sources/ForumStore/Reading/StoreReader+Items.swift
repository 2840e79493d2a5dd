import Proceedings

extension StoreReader {
    /// Lends an event.
    ///
    /// - Returns: Whether there is such an event; so with every item.
    @discardableResult
    public func event(
        _ id: Event.ID, _ body: (borrowing EventRow) throws(StoreError) -> Void
    ) throws(StoreError) -> Bool {
        try item(id.rawValue, body)
    }

    /// Lends a talk.
    @discardableResult
    public func talk(
        _ id: Talk.ID, _ body: (borrowing TalkRow) throws(StoreError) -> Void
    ) throws(StoreError) -> Bool {
        try item(id.rawValue, body)
    }

    /// Lends a panelist.
    @discardableResult
    public func panelist(
        _ id: Panelist.ID, _ body: (borrowing PanelistRow) throws(StoreError) -> Void
    ) throws(StoreError) -> Bool {
        try item(id.rawValue, body)
    }

    /// Lends a topic.
    @discardableResult
    public func topic(
        _ id: Topic.ID, _ body: (borrowing TopicRow) throws(StoreError) -> Void
    ) throws(StoreError) -> Bool {
        try item(id.rawValue, body)
    }

    /// Lends a passage.
    @discardableResult
    public func passage(
        _ id: Passage.ID, _ body: (borrowing PassageRow) throws(StoreError) -> Void
    ) throws(StoreError) -> Bool {
        try item(id.rawValue, body)
    }

    /// Lends a source.
    @discardableResult
    public func source(
        _ id: Source.ID, _ body: (borrowing SourceRow) throws(StoreError) -> Void
    ) throws(StoreError) -> Bool {
        try item(id.rawValue, body)
    }
}
