import ForumStore

/// A list of a kind of thing, paged, filtered and sorted alike wherever it stands.
struct List<Field: ListField, Key: SortKey>: Sendable {
    /// The fields that are fixed by the path and hence no parameters.
    var fixed: Set<Field> = []

    /// The parameters of the list.
    var parameters: [Parameter] {
        Parameter.filters(Field.self, without: fixed) + [.sort(by: Key.allCases.map(\.rawValue), initial: "position")]
            + Parameter.paging()
    }

    /// Writes the list's envelope.
    ///
    /// - Parameters:
    ///   - call: The request.
    ///   - store: The store.
    ///   - writer: Receives the envelope.
    ///   - terms: What the path narrows the list to.
    ///   - rows: Reads the rows and writes each as an element.
    func write(
        _ call: Call, _ store: StoreReader, to writer: inout JSONWriter, narrowedTo terms: [Filter<Field>.Term] = [],
        rows: (ListRequest<Field, Key>, inout JSONWriter) throws(StoreError) -> ListResult
    ) throws(Problem) {
        let page = try Page(call, snapshot: store.snapshot)
        let request = ListRequest<Field, Key>(
            filter: call.arguments.filter(Field.self, and: terms), order: order(call), limit: page.limit,
            start: page.start)
        try writer.object { writer throws(Problem) in
            var result: ListResult?
            writer.key("data")
            try writer.array { writer throws(Problem) in
                result = try Problem.reading { () throws(StoreError) in try rows(request, &writer) }
            }
            page.write(total: result?.total ?? 0, next: result?.next, to: &writer)
        }
    }

    private func order(_ call: Call) -> [SortTerm<Key>] {
        guard let word = call.arguments.word("sort") else { return [] }
        let isDescending = word.hasPrefix("-")
        guard let key = Key(rawValue: isDescending ? String(word.dropFirst()) : word) else { return [] }
        return [SortTerm(key, isDescending: isDescending)]
    }
}
