import ForumStore

extension Parameter {
    /// The filters of a list: every field that the store can narrow it by, with every comparison that makes sense for it.
    ///
    /// A filter given several times holds where one of its values does.
    static func filters<Field: ListField>(_ fields: Field.Type, without excluded: Set<Field> = []) -> [Self] {
        Field.allCases.filter { !excluded.contains($0) }.flatMap { field in
            field.comparisons.map { comparison in
                Self(
                    name: name(field, comparison), domain: domain(field.valueType, comparison),
                    isRepeatable: comparison != .isNull, initial: nil,
                    summary: comparison.sentence(about: subject(field.rawValue)))
            }
        }
    }

    /// The filters by one of some words, of a list that the store does not filter.
    static func filters(_ key: ParameterKey<Set<String>>, by words: [String]) -> [Self] {
        [(key, Comparison.equal), (key.excluding, .notEqual)].map { named, comparison in
            Self(
                name: named.name, domain: .word(words), isRepeatable: true, initial: nil,
                summary: comparison.sentence(about: subject(key.name)))
        }
    }

    private static func subject(_ field: String) -> String {
        guard let subject = subjects[field] else { preconditionFailure("\(field) is not described") }
        return subject
    }

    /// The parameter's name for a field and a comparison: `page`, `page__gte`.
    static func name(_ field: some ListField, _ comparison: Comparison) -> String {
        comparison == .equal ? field.rawValue : field.rawValue + "__" + comparison.rawValue
    }

    /// What each field is, in words that a comparison makes a sentence of.
    static let subjects = [
        "event": "the event's identifier",
        "talk": "the talk's identifier",
        "panelist": "the identifier of someone who speaks or takes part",
        "role": "the role of someone who speaks or takes part",
        "affiliation": "the organization, or the whole printed affiliation, of someone who speaks or takes part",
        "topic": "the identifier of a topic spoken of",
        "broader": "the identifier of the next broader topic",
        "origin": "where the topic comes from",
        "general": "whether the topic is too broad to rank by",
        "section": "the identifier of a section that holds the passage, at any depth",
        "kind": "the kind",
        "passage": "the passage's identifier",
        "change": "what is set right",
        "applied": "whether it applies",
        "class": "what a line was taken for",
        "page": "a page that it is printed on, counted by page breaks",
        "voice": "the label of a turn's voice, as printed",
        "voice_kind": "what the label of a turn's voice names",
    ]

    private static func domain(_ type: FieldType, _ comparison: Comparison) -> Domain {
        if comparison == .isNull { return .flag }
        switch type {
        case .reference(let kind): return comparison == .equal || comparison == .notEqual ? .reference(kind) : .text
        case .choice(let words): return .word(words)
        case .text: return .text
        case .integer: return .integer(0...Limits.number)
        case .flag: return .flag
        }
    }
}

extension Comparison {
    fileprivate func sentence(about subject: String) -> String {
        switch self {
        case .equal: "Keeps items by \(subject)."
        case .notEqual: "Leaves out items by \(subject)."
        case .atLeast: "Sets the least value of \(subject)."
        case .atMost: "Sets the greatest value of \(subject)."
        case .contains: "Sets a text that must stand in \(subject)."
        case .startsWith: "Sets how \(subject) must begin."
        case .isNull: "Keeps items without (1) or with (0) a value for \(subject)."
        }
    }
}

extension Arguments {
    /// The filter that the parameters of a list's fields make.
    func filter<Field: ListField>(
        _ fields: Field.Type, without excluded: Set<Field> = [], and fixed: [Filter<Field>.Term] = []
    ) -> Filter<Field> {
        var terms = fixed
        // Most requests name few fields, and a list has dozens of parameters.
        for field in Field.allCases where mentions(field.rawValue) && !excluded.contains(field) {
            for comparison in field.comparisons {
                let values = values(of: Parameter.name(field, comparison))
                guard !values.isEmpty else { continue }
                terms.append(
                    .init(field, comparison, values.map { Self.value($0, of: field.valueType, comparison) }))
            }
        }
        return Filter(terms, query: self[.query])
    }

    private static func value(_ text: String, of type: FieldType, _ comparison: Comparison) -> FilterValue {
        if comparison == .isNull { return .flag(text == "1") }
        return switch type {
        case .reference, .choice, .text: .text(text)
        case .integer: .integer(number(text))
        case .flag: .flag(text == "1")
        }
    }
}
