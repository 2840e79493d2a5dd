import ForumStore
import Proceedings

/// Tells identifiers that name nothing from those that do, and finds the one that was probably meant.
struct References {
    /// The store that the identifiers are sought in.
    let store: StoreReader

    /// The arguments with identifiers in the place of names that name one thing.
    ///
    /// Filters by what names nothing, or several things, are refused: an empty list would hide the mistake.
    func resolve(_ arguments: Arguments) throws(Problem) -> Arguments {
        var resolved = arguments
        var errors: [Problem.ParameterError] = []
        for (parameter, values) in arguments.parameters {
            if parameter.domain == .language, let tag = values.first,
                let error = try unknown(tag, parameter)
            {
                errors.append(error)
            }
            guard case .reference(let kind) = parameter.domain else { continue }
            for value in values where errors.count < Limits.reportedErrors {
                let isKnown = try Problem.reading { () throws(StoreError) in try store.contains(kind, value) }
                guard !isKnown else { continue }
                let named = try named(value, kind)
                if named.count == 1 {
                    resolved.replace(value, of: parameter.name, by: named[0])
                } else {
                    errors.append(try error(of: value, parameter, kind, named: named))
                }
            }
        }
        guard errors.isEmpty else { throw Problem(errors) }
        return resolved
    }

    /// The identifiers of what a name names, as many as an error lists.
    private func named(_ name: String, _ kind: ReferenceKind) throws(Problem) -> [String] {
        try Problem.reading { () throws(StoreError) in
            try store.identifiers(of: kind, named: name, limit: Limits.allowedValues)
        }
    }

    /// What is wrong with a value that names nothing, or several things.
    private func error(
        of value: String, _ parameter: Parameter, _ kind: ReferenceKind, named: [String]
    ) throws(Problem) -> Problem.ParameterError {
        guard named.isEmpty else {
            return .init(
                parameter: parameter.name,
                detail: "\(Problem.echo(value)) is the name of several: \(named.joined(separator: ", ")). Give one of "
                    + "these identifiers.",
                allowed: named)
        }
        let candidates = try candidates(kind)
        let nearest = try nearest(to: value, kind, among: candidates)
        return .init(
            parameter: parameter.name, detail: Self.sentence(kind, value, nearest: nearest),
            allowed: candidates.count > Limits.allowedValues ? [] : candidates.sorted(), nearest: nearest?.id)
    }

    /// What is wrong with a language that no topic has a name in.
    private func unknown(_ tag: String, _ parameter: Parameter) throws(Problem) -> Problem.ParameterError? {
        let languages = try Problem.reading { () throws(StoreError) in
            try store.language(nearest: tag) == nil ? try store.languages() : nil
        }
        return languages.map { languages in
            .init(
                parameter: parameter.name,
                detail: "No topic has a name in the language \(Problem.echo(tag)). Allowed are "
                    + languages.joined(separator: ", ") + ".",
                word: tag, allowed: languages)
        }
    }

    /// Refuses a path whose identifier names nothing.
    func require(_ kind: ReferenceKind, _ id: String) throws(Problem) {
        let isKnown = try Problem.reading { () throws(StoreError) in try store.contains(kind, id) }
        if !isKnown { throw notFound(kind, id) }
    }

    /// Writes the thing that a path names, or refuses the path where there is none.
    func item(
        _ kind: ReferenceKind, _ id: String, _ write: () throws(StoreError) -> Bool
    ) throws(Problem) {
        if try !Problem.reading(write) { throw notFound(kind, id) }
    }

    /// The problem of a path whose identifier names nothing.
    func notFound(_ kind: ReferenceKind, _ id: String) -> Problem {
        let nearest = (try? nearest(to: id, kind, among: candidates(kind))) ?? nil
        var suggestion = (nearest?.id).map(kind.address(of:))
        if suggestion == nil, kind == .passage, let dot = id.lastIndex(of: "."), dot > id.startIndex {
            // `{talk}.p99`: the talk may be right though the passage is not.
            let talk = String(id[..<dot])
            if (try? store.contains(.talk, talk)) == true {
                suggestion = ReferenceKind.talk.address(of: talk) + "/passages"
            }
        }
        return Problem(
            kind: .notFound, detail: Self.sentence(kind, id, nearest: nearest), suggestion: suggestion)
    }

    /// A thing that may have been meant.
    private struct Nearest {
        let id: String
        /// The name that is like what was given, where it is not the identifier that is.
        var name: String?
    }

    private static func sentence(_ kind: ReferenceKind, _ id: String, nearest: Nearest?) -> String {
        let missing = "There is no \(kind.rawValue) \(Problem.echo(id))."
        guard let nearest else { return missing }
        return missing + " The nearest is \(nearest.id)" + (nearest.name.map { " (\($0))." } ?? ".")
    }

    /// What is nearest by its identifier, else by one of its names.
    private func nearest(
        to word: String, _ kind: ReferenceKind, among identifiers: [String]
    ) throws(Problem) -> Nearest? {
        let spelling = NearestSpelling(of: word)
        if let id = spelling.best(among: identifiers) { return Nearest(id: id) }
        guard !identifiers.isEmpty else { return nil }
        var ids: [String: String] = [:]
        var names: [String] = []
        try Problem.reading { () throws(StoreError) in
            try store.names(of: kind) { name, id throws(StoreError) in
                guard names.count < Limits.spellingCandidates else { return }
                names.append(name.string)
                if ids[name.string] == nil { ids[name.string] = id.string }
            }
        }
        guard let name = spelling.best(among: names), let id = ids[name] else { return nil }
        return Nearest(id: id, name: name == id ? nil : name)
    }

    /// The identifiers that may have been meant; none where there are too many to compare.
    private func candidates(_ kind: ReferenceKind) throws(Problem) -> [String] {
        guard count(of: kind) <= Limits.spellingCandidates else { return [] }
        var candidates: [String] = []
        try Problem.reading { () throws(StoreError) in
            try store.identifiers(of: kind) { candidate throws(StoreError) in candidates.append(candidate.string) }
        }
        return candidates
    }

    /// An identifier of a kind, for examples; `nil` where there is none.
    func example(_ kind: ReferenceKind) throws(Problem) -> String? {
        var first: String?
        try Problem.reading { () throws(StoreError) in
            switch kind {
            case .event: _ = try store.events(.init(limit: 1)) { row throws(StoreError) in first = row.id.string }
            case .talk:
                _ = try store.talks(.init(limit: 1)) { row throws(StoreError) in first = row.reference.id.string }
            case .panelist: _ = try store.panelists(.init(limit: 1)) { row throws(StoreError) in first = row.id.string }
            case .topic:
                _ = try store.topics(.init(limit: 1)) { row throws(StoreError) in first = row.reference.id.string }
            case .passage: _ = try store.passages(.init(limit: 1)) { row throws(StoreError) in first = row.id.string }
            case .source: _ = try store.sources(.init(limit: 1)) { row throws(StoreError) in first = row.id.string }
            case .section:
                _ = try store.passages(.init(filter: Filter([.init(.section, .isNull, [.flag(false)])]), limit: 1)) {
                    row throws(StoreError) in first = try row.section.read { $0.id.string }
                }
            case .affiliation:
                _ = try store.panelists(.init(limit: 1)) { row throws(StoreError) in
                    first = row.latest.affiliation.organization.optionalString
                }
            }
        }
        return first
    }

    private func count(of kind: ReferenceKind) -> Int {
        switch kind {
        case .event: store.counts.events
        case .talk: store.counts.talks
        case .panelist: store.counts.panelists
        case .topic: store.counts.topics
        case .section: store.counts.sections
        case .passage: store.counts.passages
        case .source: store.counts.sources
        case .affiliation: store.counts.organizations
        }
    }
}
