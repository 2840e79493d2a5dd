import ForumStore

/// A query parameter of a route: its name, what it may hold, and what it does.
struct Parameter: Equatable, Sendable {
    /// What a parameter may hold.
    enum Domain: Equatable, Sendable {
        /// A whole number in ASCII digits.
        case integer(ClosedRange<Int>)
        /// One of the words.
        case word([String])
        /// Some of the words, separated by commas.
        case words([String])
        /// Yes or no: nothing, `1` or `true`; `0` or `false`.
        case flag
        /// The identifier of a thing in the store.
        case reference(ReferenceKind)
        /// Any text.
        case text
        /// A language that topics have names in.
        case language
        /// An opaque place in a list.
        case cursor
    }

    /// The name in the query.
    let name: String
    /// What it may hold.
    let domain: Domain
    /// Whether it may stand several times, any of its values being enough.
    var isRepeatable: Bool
    /// What holds where it is not given, in words of the domain.
    let initial: String?
    /// What it does, in a sentence.
    let summary: String
    /// Whether a request without it is refused.
    var isRequired = false

    /// Whether it chooses a part of a list or its form, and neither its items nor their order.
    var isOfForm = false
}

extension Parameter {
    /// A whole number that is given once at most.
    static func integer(
        _ key: ParameterKey<Int>, _ range: ClosedRange<Int>, initial: Int, _ summary: String
    ) -> Self {
        setting(key.name, .integer(range), initial: String(initial), summary)
    }

    /// The same without an initial value.
    static func integer(_ key: ParameterKey<Int?>, _ range: ClosedRange<Int>, _ summary: String) -> Self {
        setting(key.name, .integer(range), summary)
    }

    /// Something that is set or not.
    static func flag(_ key: ParameterKey<Bool>, _ summary: String) -> Self {
        setting(key.name, .flag, initial: "0", summary)
    }

    /// One of all words of a type.
    static func choice<Word: RawRepresentable<String> & CaseIterable>(
        _ key: ParameterKey<Word>, initial: Word, _ summary: String
    ) -> Self {
        setting(key.name, .word(Word.allCases.map(\.rawValue)), initial: initial.rawValue, summary)
    }

    /// A text without which a request is refused.
    static func text(_ key: ParameterKey<String>, _ summary: String) -> Self {
        var parameter = setting(key.name, .text, summary)
        parameter.isRequired = true
        return parameter
    }

    /// Some of the words, separated by commas, or given one by one.
    static func words(_ key: ParameterKey<[String]>, _ words: [String], _ summary: String) -> Self {
        Self(name: key.name, domain: .words(words), isRepeatable: true, initial: nil, summary: summary, isOfForm: true)
    }

    /// Things, any of which is enough.
    static func references(_ key: ParameterKey<Set<String>>, _ kind: ReferenceKind, _ summary: String) -> Self {
        Self(name: key.name, domain: .reference(kind), isRepeatable: true, initial: nil, summary: summary)
    }

    private static func setting(
        _ name: String, _ domain: Domain, initial: String? = nil, _ summary: String
    ) -> Self {
        Self(name: name, domain: domain, isRepeatable: false, initial: initial, summary: summary)
    }

    private var ofForm: Self {
        var parameter = self
        parameter.isOfForm = true
        return parameter
    }
}

extension Parameter {
    /// What a flag may hold; without a value it is set.
    static let flagWords = ["1", "0", "true", "false", ""]

    /// Lays the document out for reading.
    static let pretty = flag(.pretty, "Indents the answer.").ofForm

    /// Which members of an item a response holds.
    static func fields(of item: Schema) -> Self {
        words(
            .fields, item.paths + includedPaths(of: item),
            "Keeps only these members, as dotted paths separated by commas.")
    }

    /// The members that an item has only where `include` asks for them.
    private static func includedPaths(of item: Schema) -> [String] {
        item.component.flatMap { includedPaths[$0] } ?? []
    }

    /// The same by component: many routes answer with the same one, and a start need not make them for each.
    private static let includedPaths: [Component: [String]] = {
        let schemas = Dictionary(uniqueKeysWithValues: Component.allCases.map { ($0, $0.schema) })
        let required = schemas.mapValues(\.requiredPaths)
        return schemas.reduce(into: [:]) { included, entry in
            let paths = Inclusion.paths(of: entry.key).flatMap { path, component in
                [path] + (required[component] ?? []).map { "\(path).\($0)" }
            }
            guard !paths.isEmpty else { return }
            included[entry.key] = Set(paths).subtracting(entry.value.paths).sorted()
        }
    }()

    /// What is put into a response beside what it holds anyway; none where nothing can be.
    static func include(in item: Schema) -> [Self] {
        guard let paths = item.component.map({ Inclusion.paths(of: $0).map(\.path) }), !paths.isEmpty else { return [] }
        return [
            words(
                .include, paths,
                "Adds what belongs to an item, and completes references by the members of the whole thing, as "
                    + "dotted paths separated by commas.")
        ]
    }

    /// The language of topics' names; none where a response names no topics.
    static func lang(in item: Schema) -> [Self] {
        switch item.component {
        case .event, .talk, .panelist, .topic, .passage, .matrix, .cooccurrence, .timelinePoint: [lang]
        default: []
        }
    }

    private static let lang = setting(
        ParameterKey.lang.name, .language,
        "The language of topics' names, as a BCP 47 tag; a topic without a label in it keeps its name."
    ).ofForm

    /// The parameters that give a list another form.
    static let forms: [Self] =
        [
            choice(
                .shape, initial: .envelope,
                "Gives the items alone as an array; Link and X-Total-Count say what page would."
            ).ofForm
        ] + tables

    /// The form of a response.
    static func format(_ forms: [MediaType]) -> Self {
        setting(
            ParameterKey.format.name, .word(forms.compactMap(\.word)),
            "The form, whatever Accept says; the address may end in a dot and the word instead."
        ).ofForm
    }

    /// The parameters that make lines or a table of items.
    static let tables: [Self] = [
        format(MediaType.tabular.map(\.form)),
        choice(
            .cells, initial: .text,
            "How several values stand in one cell of CSV: joined by ; in their places, or as JSON."
        ).ofForm,
        flag(.bom, "Begins CSV with a byte order mark, for Excel.").ofForm,
        flag(.csvSafe, "Keeps values of CSV from being taken for formulas.").ofForm,
    ]

    /// The parameters of every paged list.
    static func paging(defaultLimit: Int = Limits.defaultPageSize) -> [Self] {
        [
            integer(.limit, 1...Limits.pageSize, initial: defaultLimit, "How many items a page holds at most.").ofForm,
            setting(
                ParameterKey.cursor.name, .cursor, "Where the page begins: the page.next of the page before."
            ).ofForm,
            integer(
                .offset, 0...Limits.number, "How many items come before the page; not together with cursor."
            ).ofForm,
        ]
    }

    /// The fields of a list whose values are counted.
    static func facet(_ fields: [String]) -> Self {
        words(.facet, fields, "Counts the values of these fields, separated by commas, over the whole filtered list.")
    }

    /// The query of a search.
    static let query: Self = {
        var parameter = setting(
            ParameterKey.query.name, .text,
            "The query: words that must all occur, \"a phrase\", -without a word.")
        parameter.isRequired = true
        return parameter
    }()

    /// Words of a passage.
    static let quotedPart = setting(
        ParameterKey.quotedPart.name, .text, "The words that are cited, as the passage has them; without it, all of it."
    )

    /// The query that narrows a list.
    static func query(in place: String) -> Self {
        setting(
            ParameterKey.query.name, .text,
            "Keeps what holds the words of a query, as a search does, in \(place); the order stays.")
    }

    /// The order of a list: one of the keys, descending after a `-`.
    static func sort(by keys: [String], initial: String) -> Self {
        setting(
            ParameterKey.sort.name, .words(keys.flatMap { [$0, "-" + $0] }), initial: initial,
            "The order of the items by one key or several, separated by commas; a - before a key reverses it.")
    }
}
