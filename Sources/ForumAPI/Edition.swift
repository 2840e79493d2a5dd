import ForumStore

/// A store as answers are made from it, with what is made once of its snapshot.
///
/// Like its store, it is in use by one call at a time.
public final class Edition {
    let store: StoreReader
    /// The beginning of every entity tag's hash: another version of the program may answer otherwise.
    let fingerprint: Fingerprint

    init(_ store: StoreReader, version: String) {
        self.store = store
        fingerprint = Fingerprint(version, store.snapshot)
    }
}
