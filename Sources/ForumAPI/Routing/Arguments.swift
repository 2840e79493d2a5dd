/// The parameters of one request, checked against its route's; nothing of the store is needed for it.
struct Arguments: Equatable, Sendable {
    private var values: [String: [String]] = [:]
    private let parameters: [Parameter]
    /// The parameters in the table's order with their values sorted, without what holds anyway: two queries that mean
    /// the same have the same.
    let canonical: [Target.QueryItem]

    /// Checks a query, collecting what is wrong with it, up to ``Limits/reportedErrors``, before it is refused.
    init(_ query: [Target.QueryItem], of parameters: [Parameter]) throws(Problem) {
        self.parameters = parameters
        var errors: [Problem.ParameterError] = []
        var hasUnknown = false
        for item in query where errors.count < Limits.reportedErrors {
            guard let parameter = parameters.first(where: { $0.name == item.name }) else {
                hasUnknown = true
                errors.append(Self.unknown(item.name, parameters))
                continue
            }
            do throws(Problem.ParameterError) {
                let value = try parameter.check(item.value)
                if !parameter.isRepeatable, values[item.name] != nil {
                    throw Problem.ParameterError(parameter: item.name, detail: "\(item.name) may be given only once.")
                }
                values[item.name, default: []].append(value)
            } catch {
                errors.append(error)
            }
        }
        for parameter in parameters where parameter.isRequired && !query.contains(where: { $0.name == parameter.name })
        {
            errors.append(
                .init(parameter: parameter.name, detail: "\(parameter.name) is missing; this address needs it."))
        }
        if values["cursor"] != nil, values["offset"] != nil {
            errors.append(.init(parameter: "offset", detail: "offset and cursor exclude each other; give one of them."))
        }
        guard errors.isEmpty else {
            throw Problem(
                kind: hasUnknown ? .unknownParameter : .invalidParameter,
                detail: errors.map(\.detail).joined(separator: " "), errors: errors)
        }
        var canonical: [Target.QueryItem] = []
        for parameter in parameters {
            guard let given = values[parameter.name] else { continue }
            for value in Set(given).sorted() where value != parameter.initial {
                canonical.append(.init(name: parameter.name, value: value))
            }
        }
        self.canonical = canonical
    }

    /// All values of a parameter; none where it is not given.
    subscript(_ name: String) -> [String] { values[name] ?? [] }

    /// Whether a parameter is given whose name begins so.
    func mentions(_ prefix: String) -> Bool { values.keys.contains { $0.hasPrefix(prefix) } }

    /// The number that a parameter holds, or its initial one.
    func integer(_ name: String) -> Int? {
        (values[name]?.first ?? initial(name)).flatMap { Int($0) }
    }

    /// The word that a parameter holds, or its initial one.
    func word(_ name: String) -> String? {
        values[name]?.first ?? initial(name)
    }

    /// The words that a parameter holds, separated by commas or given one by one.
    func words(_ name: String) -> [String] {
        self[name].flatMap { $0.split(separator: ",").map(String.init) }
    }

    /// Whether a flag is set.
    func flag(_ name: String) -> Bool { word(name) == "1" }

    private func initial(_ name: String) -> String? {
        parameters.first { $0.name == name }?.initial
    }

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
        case .reference, .text, .language, .cursor:
            guard !value.isEmpty else {
                throw .init(parameter: name, detail: "\(name) is empty; leave it out or give it a value.")
            }
            return value
        }
    }
}
