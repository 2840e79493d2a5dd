import SQLite

/// A store's file, opened read-only and found to be a store of this program's version.
struct OpenedStore {
    let connection: Connection
    let snapshot: String
    let counts: StoreCounts

    init(path: String) throws(StoreError) {
        throw .missing(path: path)
    }
}
