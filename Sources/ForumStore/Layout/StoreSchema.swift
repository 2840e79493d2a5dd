import KoreanText

/// The layout of a store file.
public enum StoreSchema {
    /// The version of the schema and of everything that is derived while loading.
    ///
    /// It is part of the snapshot, so raise it with every change that changes a stored value. A store of another version
    /// is refused and built anew. The last two digits are the version of the search index's tokenizer.
    public static let version = layout * 100 + SearchTokenizer.version

    /// The version of everything but the tokenizer.
    private static let layout = 13

    /// What `PRAGMA application_id` holds in a store: `RSTM`.
    public static let applicationID: Int32 = 0x5253_544d
}
