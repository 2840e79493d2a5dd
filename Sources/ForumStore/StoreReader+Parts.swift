import Proceedings

extension StoreReader {
    /// Hands over a talk's sections in printed order, parents before their children.
    public func sections(
        of talk: Talk.ID, _ body: (borrowing SectionRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        throw .interrupted
    }

    /// Hands over a passage with its neighbours in the talk, in printed order.
    ///
    /// - Parameters:
    ///   - passage: The passage; where there is none, nothing is handed over.
    ///   - before: How many passages before it are wanted.
    ///   - after: How many passages after it are wanted.
    ///   - body: Receives the passages, the one in question among them.
    public func context(
        of passage: Passage.ID, before: Int, after: Int, _ body: (borrowing PassageRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        throw .interrupted
    }

    /// Hands over lines of a source, in order.
    ///
    /// - Parameters:
    ///   - source: The source; where there is none, nothing is handed over.
    ///   - numbers: The 1-based numbers of the lines; those that do not exist are left out.
    ///   - body: Receives the lines.
    public func lines(
        of source: Source.ID, _ numbers: ClosedRange<Int>,
        _ body: (borrowing SourceLineRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        throw .interrupted
    }

    /// Tells whether an identifier names something in the store.
    public func contains(_ kind: ReferenceKind, _ id: String) throws(StoreError) -> Bool {
        throw .interrupted
    }

    /// Hands over all identifiers of a kind, in the order of the document; organizations in the order of their names.
    public func identifiers(
        of kind: ReferenceKind, _ body: (borrowing TextColumn) throws(StoreError) -> Void
    ) throws(StoreError) {
        throw .interrupted
    }
}
