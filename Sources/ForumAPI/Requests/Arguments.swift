/// The parameters of one request, checked against its route's; nothing of the store is needed for it.
struct Arguments: Equatable, Sendable {
    /// The values of one parameter.
    private struct Given: Equatable, Sendable {
        /// The parameter's place in the table.
        let place: Int
        var values: [String]
    }

    /// What is given, in the table's order: most requests give few of the dozens that there are.
    private var given: [Given] = []
    private let table: ParameterTable
    /// The parameters in the table's order with their values sorted, without what holds anyway: two queries that mean
    /// the same have the same.
    let canonical: [Target.QueryItem]

    /// Checks a query, collecting what is wrong with it, up to ``Limits/reportedErrors``, before it is refused.
    init(_ query: [Target.QueryItem], of table: ParameterTable) throws(Problem) {
        self.table = table
        // Most requests give none.
        guard !query.isEmpty || !table.required.isEmpty else {
            canonical = []
            return
        }
        var errors: [Problem.ParameterError] = []
        var hasUnknown = false
        for item in query where errors.count < Limits.reportedErrors {
            guard let place = table.place(of: item.name) else {
                hasUnknown = true
                errors.append(Self.unknown(item.name, table.parameters))
                continue
            }
            let parameter = table.parameters[place]
            do throws(Problem.ParameterError) {
                let value = try parameter.check(item.value)
                let index = given.firstIndex { $0.place == place }
                if !parameter.isRepeatable, index != nil {
                    throw Problem.ParameterError(parameter: item.name, detail: "\(item.name) may be given only once.")
                }
                if let index {
                    given[index].values.append(value)
                } else {
                    given.append(Given(place: place, values: [value]))
                }
            } catch {
                errors.append(error)
            }
        }
        given.sort { $0.place < $1.place }
        for parameter in table.required where !query.contains(where: { $0.name == parameter.name }) {
            errors.append(
                .init(parameter: parameter.name, detail: "\(parameter.name) is missing; this address needs it."))
        }
        let names = given.map { table.parameters[$0.place].name }
        if names.contains("cursor"), names.contains("offset") {
            errors.append(.init(parameter: "offset", detail: "offset and cursor exclude each other; give one of them."))
        }
        guard errors.isEmpty else {
            throw Problem(
                kind: hasUnknown ? .unknownParameter : .invalidParameter,
                detail: errors.map(\.detail).joined(separator: " "), errors: errors)
        }
        var canonical: [Target.QueryItem] = []
        for (one, name) in zip(given, names) {
            let values = one.values.count == 1 ? one.values : Set(one.values).sorted()
            for value in values where value != table.parameters[one.place].initial {
                canonical.append(.init(name: name, value: value))
            }
        }
        self.canonical = canonical
    }

    /// Whether nothing is given.
    var isEmpty: Bool { given.isEmpty }

    /// All values of a parameter; none where it is not given.
    subscript(_ name: String) -> [String] {
        guard !given.isEmpty else { return [] }
        return given.first { table.parameters[$0.place].name == name }?.values ?? []
    }

    /// Whether a parameter is given whose name begins so.
    func mentions(_ prefix: String) -> Bool {
        given.contains { table.parameters[$0.place].name.hasPrefix(prefix) }
    }

    /// The parameters that are given, with their values.
    var parameters: [(parameter: Parameter, values: [String])] {
        given.map { (table.parameters[$0.place], $0.values) }
    }

    /// The number that a parameter holds, or its initial one.
    func integer(_ name: String) -> Int? {
        word(name).flatMap { Int($0) }
    }

    /// The word that a parameter holds, or its initial one.
    func word(_ name: String) -> String? {
        self[name].first ?? table.initial(of: name)
    }

    /// The words that a parameter holds, separated by commas or given one by one.
    func words(_ name: String) -> [String] {
        self[name].flatMap { $0.split(separator: ",").map(String.init) }
    }

    /// Whether a flag is set.
    func flag(_ name: String) -> Bool { self[name].first == "1" }

    private static func unknown(_ name: String, _ parameters: [Parameter]) -> Problem.ParameterError {
        let names = parameters.map(\.name)
        var allowed = "This address has no parameters."
        if !names.isEmpty {
            allowed = "Allowed are \(names.filter { !$0.contains("__") }.joined(separator: ", "))"
            allowed += names.contains { $0.contains("__") } ? "; errors[] lists the filters' operators too." : "."
        }
        return .init(
            parameter: name, detail: "There is no parameter \(Problem.echo(name)) here. \(allowed)", word: name,
            allowed: names)
    }
}

extension Parameter {
    /// The canonical form of a value, as far as it can be told without the store.
    func check(_ value: String) throws(Problem.ParameterError) -> String {
        switch domain {
        case .integer(let range):
            let isNumber =
                !value.isEmpty && value.utf8.allSatisfy { UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") }
            guard isNumber, let number = Int(value), range.contains(number) else {
                throw .init(
                    parameter: name,
                    detail: "\(name) is a whole number from \(range.lowerBound) to \(range.upperBound), "
                        + (value.isEmpty ? "but is empty." : "not \(Problem.echo(value))."),
                    allowed: ["\(range.lowerBound) to \(range.upperBound)"])
            }
            return String(number)
        case .word(let words):
            guard words.contains(value) else {
                throw .init(
                    parameter: name,
                    detail:
                        "\(name) has no value \(Problem.echo(value)). Allowed are \(words.joined(separator: ", ")).",
                    word: value, allowed: words)
            }
            return value
        case .words(let words):
            let parts = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            if let wrong = parts.first(where: { !words.contains($0) }) {
                throw .init(
                    parameter: name, detail: "\(name) has no value \(Problem.echo(wrong)); errors[] lists the allowed.",
                    word: wrong, allowed: words)
            }
            return value
        case .flag:
            switch value {
            case "", "1", "true": return "1"
            case "0", "false": return "0"
            default:
                throw .init(
                    parameter: name, detail: "\(name) is 1 or 0, not \(Problem.echo(value)).", word: value,
                    allowed: Parameter.flagWords)
            }
        case .language:
            guard Self.isLanguageTag(value) else {
                throw .init(
                    parameter: name,
                    detail: "\(name) is a BCP 47 tag of at most \(Limits.languageTagLength) characters, such as ko or "
                        + "en-US, " + (value.isEmpty ? "but is empty." : "not \(Problem.echo(value))."))
            }
            return value
        case .reference, .text, .cursor:
            guard !value.isEmpty else {
                throw .init(parameter: name, detail: "\(name) is empty; leave it out or give it a value.")
            }
            return value
        }
    }

    /// Whether a value has the form of ``JSONWriter/languageTag``, within ``Limits/languageTagLength``.
    private static func isLanguageTag(_ value: String) -> Bool {
        guard value.utf8.count <= Limits.languageTagLength else { return false }
        let subtags = value.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return subtags.enumerated().allSatisfy { place, subtag in
            (place == 0 ? 2...8 : 1...8).contains(subtag.count)
                && subtag.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                    case UInt8(ascii: "0")...UInt8(ascii: "9"): place > 0
                    default: false
                    }
                }
        }
    }
}
