/// The parameters of one request, checked against its route's; nothing of the store is needed for it.
struct Arguments: Sendable {
    /// The values of one parameter.
    private struct Given: Sendable {
        /// The parameter's place in the table.
        let place: Int
        var values: [String]
    }

    /// What is given, in the table's order: most requests give few of the dozens that there are.
    private var given: [Given] = []
    let table: ParameterTable
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
        if names.contains(ParameterKey.cursor.name), names.contains(ParameterKey.offset.name) {
            errors.append(.init(parameter: "offset", detail: "offset and cursor exclude each other; give one of them."))
        }
        guard errors.isEmpty else { throw Problem(kind: hasUnknown ? .unknownParameter : .invalidParameter, errors) }
        var canonical: [Target.QueryItem] = []
        for (one, name) in zip(given, names) {
            let values = one.values.count == 1 ? one.values : Set(one.values).sorted()
            for value in values where value != table.parameters[one.place].initial {
                canonical.append(.init(name: name, value: value))
            }
        }
        self.canonical = canonical
    }

    /// Puts another value in the place of one; ``canonical`` stays as the request has it.
    mutating func replace(_ value: String, of name: String, by other: String) {
        for index in given.indices where table.parameters[given[index].place].name == name {
            given[index].values = given[index].values.map { $0 == value ? other : $0 }
        }
    }

    /// Whether nothing is given.
    var isEmpty: Bool { given.isEmpty }

    /// The items of ``canonical`` that say which items a list has and in what order.
    var identifying: [Target.QueryItem] {
        canonical.filter { item in !given.contains { isOfForm($0, named: item.name) } }
    }

    private func isOfForm(_ one: Given, named name: String) -> Bool {
        table.parameters[one.place].isOfForm && table.parameters[one.place].name == name
    }

    /// All values of a parameter as they were given, in canonical form.
    func values(of name: String) -> [String] {
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

    private static func unknown(_ name: String, _ parameters: [Parameter]) -> Problem.ParameterError {
        let names = parameters.map(\.name)
        var allowed = "This address has no parameters."
        if !names.isEmpty {
            allowed = "Allowed are \(names.filter { !$0.contains("__") }.joined(separator: ", "))"
            allowed += names.contains { $0.contains("__") } ? "; errors[] lists the filters' operators too." : "."
        }
        return .init(
            parameter: Problem.echo(name), detail: "There is no parameter \(Problem.echo(name)) here. \(allowed)",
            allowed: Array(names.prefix(Limits.allowedValues)), nearest: ParameterSpelling(name).best(among: names))
    }
}
