import ForumStore

/// A query parameter of a route: its name, what it may hold, and what it does.
struct Parameter: Equatable, Sendable {
    /// What a parameter may hold.
    enum Domain: Equatable, Sendable {
        /// A whole number in ASCII digits.
        case integer(ClosedRange<Int>)
        /// One of the words.
        case word([String])
        /// Yes or no: nothing, `1` or `true`; `0` or `false`.
        case flag
        /// The identifier of a thing in the store.
        case reference(ReferenceKind)
        /// Any text.
        case text
        /// An opaque place in a list.
        case cursor
    }

    /// The name in the query.
    let name: String
    /// What it may hold.
    let domain: Domain
    /// Whether it may stand several times, any of its values being enough.
    let isRepeatable: Bool
    /// What holds where it is not given, in words of the domain.
    let initial: String?
    /// What it does, in a sentence.
    let summary: String
    /// Whether a request without it is refused.
    var isRequired = false

    /// A setting that is given once at most.
    static func setting(_ name: String, _ domain: Domain, initial: String? = nil, _ summary: String) -> Self {
        Self(name: name, domain: domain, isRepeatable: false, initial: initial, summary: summary)
    }
}

extension Parameter {
    /// Lays the answer out for reading.
    static let pretty = setting("pretty", .flag, initial: "0", "Indents the answer.")

    /// The parameters of every paged list.
    static func paging(defaultLimit: Int = Limits.defaultPageSize) -> [Self] {
        [
            setting(
                "limit", .integer(1...Limits.pageSize), initial: String(defaultLimit),
                "How many items a page holds at most."),
            setting("cursor", .cursor, "Where the page begins: the page.next of the page before."),
            setting(
                "offset", .integer(0...Limits.number),
                "How many items come before the page; not together with cursor."),
        ]
    }

    /// The order of a list: one of the keys, descending after a `-`.
    static func sort(by keys: [String], initial: String) -> Self {
        setting(
            "sort", .word(keys.flatMap { [$0, "-" + $0] }), initial: initial,
            "The order of the items; a - before the key reverses it.")
    }
}
