/// The parameters of a route, laid out for being looked up at every request.
final class ParameterTable: Equatable, Sendable {
    /// The parameters, in the order of their documentation.
    let parameters: [Parameter]
    /// Those without which a request is refused.
    let required: [Parameter]
    /// What holds where a parameter is not given, by its name.
    let initials: [String: String]
    private let places: [String: Int]

    /// Lays parameters out.
    init(_ parameters: [Parameter]) {
        self.parameters = parameters
        required = parameters.filter(\.isRequired)
        initials = Dictionary(
            parameters.compactMap { parameter in parameter.initial.map { (parameter.name, $0) } },
            uniquingKeysWith: { first, _ in first })
        places = Dictionary(zip(parameters.map(\.name), parameters.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The place of a parameter, or `nil` where there is none of that name.
    func place(of name: String) -> Int? { places[name] }

    /// Whether two tables have the same parameters.
    static func == (one: ParameterTable, other: ParameterTable) -> Bool {
        one === other || one.parameters == other.parameters
    }
}
