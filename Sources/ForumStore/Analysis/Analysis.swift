/// Counts over filtered passages and lists: facets, matrices, topics spoken of together, and the course of a topic.
public struct Analysis {
    let reader: StoreReader

    /// Makes an analysis of a store.
    public init(_ reader: StoreReader) { self.reader = reader }
}
