import ForumStore

/// A list of a kind of thing, paged, filtered and sorted alike wherever it stands.
struct List<Field: ListedField>: Sendable {
    private typealias Key = Field.Key

    /// The fields that are fixed by the path and hence no parameters.
    var fixed: Set<Field> = []

    /// What can be sought in the list, in words for its description; `nil` where nothing can.
    var sought: String?

    /// What the list is sorted by where `sort` is not given.
    private static var initialOrder: String { "position" }
    private let initialTerms = Self.terms(of: Self.initialOrder)

    /// Makes a list.
    init(of field: Field.Type = Field.self, fixed: Set<Field> = [], sought: String? = nil) {
        self.fixed = fixed
        self.sought = sought
    }

    /// The parameters of the list.
    var parameters: [Parameter] {
        (sought.map { [.query(in: $0)] } ?? []) + Parameter.filters(Field.self, without: fixed) + [
            .sort(by: Key.allCases.map(\.rawValue), initial: Self.initialOrder)
        ]
            + Parameter.paging() + [
                .facet(Field.allCases.filter { $0.isCountable }.map(\.rawValue))
            ]
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
        rows: (ListRequest<Field, Field.Key>, inout JSONWriter) throws(StoreError) -> ListResult
    ) throws(Problem) {
        if sought != nil, call.arguments[.query] != nil { _ = try call.query() }
        let page = try Page(call, snapshot: store.snapshot)
        let request = ListRequest<Field, Key>(
            filter: call.arguments.filter(Field.self, and: terms), order: order(call), limit: page.limit,
            start: page.start)
        try writer.object { writer throws(Problem) in
            var result: ListResult?
            try writer.array("data") { writer throws(Problem) in
                result = try Problem.reading { () throws(StoreError) in try rows(request, &writer) }
            }
            guard let result else { preconditionFailure("a list ends with a result or an error") }
            page.write(total: result.total, next: result.next, to: &writer)
            let facets = call.arguments[.facet]
            guard !facets.isEmpty else { return }
            try writer.object("facets") { writer throws(Problem) in
                for field in Field.allCases where facets.contains(field.rawValue) {
                    writer.key(verbatim: field.rawValue)
                    try Self.counts(field, request.filter, store, &writer)
                }
            }
        }
    }

    private static func counts(
        _ field: Field, _ filter: Filter<Field>, _ store: StoreReader, _ writer: inout JSONWriter
    ) throws(Problem) {
        try writer.array { writer throws(Problem) in
            try Problem.reading { () throws(StoreError) in
                try store.counts(of: field, where: filter, limit: Limits.facetValues) {
                    value, count throws(StoreError) in
                    let id = value.string
                    var reference: ReferenceKind?
                    if case .reference(let kind) = field.valueType { reference = kind }
                    let name = try reference.flatMap { kind throws(StoreError) in try store.name(of: kind, id) }
                    writer.object { writer in
                        writer.facetCount(id, reference, name: name ?? id, count: count)
                    }
                }
            }
        }
    }

    private func order(_ call: Call) -> [SortTerm<Key>] {
        call.arguments.gives(.sort) ? Self.terms(of: call.arguments[.sort]) : initialTerms
    }

    private static func terms(of order: String) -> [SortTerm<Key>] {
        order.split(separator: ",").compactMap { word in
            let isDescending = word.hasPrefix("-")
            return Key(rawValue: String(isDescending ? word.dropFirst() : word)).map {
                SortTerm($0, isDescending: isDescending)
            }
        }
    }
}
