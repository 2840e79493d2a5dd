extension StoreReader {
    /// Hands over events, in the order asked for.
    public func events(
        _ list: EventList, _ body: (borrowing EventRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        throw .interrupted
    }

    /// Hands over talks, in the order asked for.
    public func talks(
        _ list: TalkList, _ body: (borrowing TalkRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        throw .interrupted
    }

    /// Hands over panelists, in the order asked for.
    public func panelists(
        _ list: PanelistList, _ body: (borrowing PanelistRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        throw .interrupted
    }

    /// Hands over topics, in the order asked for.
    public func topics(
        _ list: TopicList, _ body: (borrowing TopicRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        throw .interrupted
    }

    /// Hands over passages, in the order asked for.
    public func passages(
        _ list: PassageList, _ body: (borrowing PassageRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        throw .interrupted
    }

    /// Hands over sources, in the order asked for.
    public func sources(
        _ list: SourceList, _ body: (borrowing SourceRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListResult {
        throw .interrupted
    }
}
