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

    /// Refuses to go on where more was asked for than may be spent.
    static func check(_ spending: Spending) throws(Problem) {
        if let excess = spending.excess { throw Problem(excess) }
    }

    /// The problem of a request that would cost more than it may.
    init(_ excess: Spending.Excess) {
        switch excess {
        case .time(let time):
            self.init(
                kind: .costlyQuery,
                detail: "The request took longer than \(time) and was cut off. Narrow it with filters, or ask for less."
            )
        case .rows(let rows):
            self.init(
                kind: .excessiveRequest,
                detail: "The response needs more than \(rows) rows of the store, which is what one request may read. "
                    + "Ask for fewer items with limit, leave out include, or narrow it with filters.")
        case .bytes(let bytes):
            self.init(
                kind: .excessiveRequest,
                detail:
                    "The response is longer than \(bytes) bytes, which is what one may have. Ask for fewer items with "
                    + "limit, for fewer members with fields, or leave out include.")
        case .abandoned:
            self.init(kind: .costlyQuery, detail: "The client has left, and the request was cut off.")
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
                kind: .costlyQuery,
                detail: "Searching took longer than \(StoreLimits.standard.deadline) and was cut off.")
        case .corrupt:
            self.init(
                kind: .storeFailure,
                detail: "What was asked for cannot be read: the store's file is damaged. It has to be loaded again; "
                    + "the server does so where it has the data folder.", fields: [.retryAfter: "1"])
        case .missing, .folderMissing, .notPermitted, .diskFull, .notAStore, .otherVersion, .loadInProgress,
            .inconsistentCorpus, .system, .database:
            self.init(
                kind: .storeFailure, detail: "The store cannot be read at the moment.", fields: [.retryAfter: "1"])
        }
    }
}
