import ArgumentParser
import ForumStore
import Proceedings

/// Reads a list from an up-to-date store and prints it as a table: what `talks`, `panelists` and `topics` share.
struct Listing {
    /// How many rows are read at once.
    private static let page = 500

    let reader: StoreReader

    /// Brings the store up to date and opens it.
    init(_ options: StoreOptions) throws(CommandFailure) {
        let loading = try StoreLoading(options)
        _ = try loading.loadIfNeeded()
        do {
            reader = try StoreReader(path: loading.store)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Prints a table of all rows that `read` hands over, page by page.
    func print(
        _ header: [String],
        read: (StoreReader, _ limit: Int, ListStart, _ add: ([String]) -> Void) throws(StoreError) -> ListResult
    ) throws(CommandFailure) {
        var table = TextTable(header)
        try forEachPage { reader, limit, start throws(StoreError) in
            try read(reader, limit, start) { table.add($0) }
        }
        table.lines.forEach(Terminal.print)
    }

    /// Reads a list to its end, page by page.
    func forEachPage(
        _ read: (StoreReader, _ limit: Int, ListStart) throws(StoreError) -> ListResult
    ) throws(CommandFailure) {
        var start: ListStart? = .offset(0)
        do {
            while let from = start { start = try read(reader, Self.page, from).next.map { .after($0) } }
        } catch {
            throw CommandFailure(error)
        }
    }
}
