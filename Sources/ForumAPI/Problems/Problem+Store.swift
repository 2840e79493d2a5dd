import ForumStore
import HTTPTypes

extension Problem {
    /// Reads from the store, and turns what the store says into a problem that tells a client nothing of its insides.
    static func reading<Result>(_ body: () throws(StoreError) -> Result) throws(Problem) -> Result {
        do throws(StoreError) {
            return try body()
        } catch {
            throw Problem(error)
        }
    }

    init(_ error: StoreError) {
        switch error {
        case .invalidPosition:
            self.init(kind: .malformedCursor, detail: "The cursor does not fit this list's order.")
        case .invalidFilter(let field, _):
            self.init(parameter: field, "\(field) cannot be compared so.")
        case .interrupted:
            self.init(
                kind: .costlyQuery, detail: "Searching took longer than \(SearchLimits.deadline) and was cut off.")
        case .missing, .folderMissing, .notPermitted, .diskFull, .notAStore, .otherVersion, .corrupt, .loadInProgress,
            .inconsistentCorpus, .system, .database:
            self.init(
                kind: .storeFailure, detail: "The store cannot be read at the moment.", fields: [.retryAfter: "1"])
        }
    }
}
