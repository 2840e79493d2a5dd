/// The parameters of a route, laid out for being looked up at every request.
final class ParameterTable: Sendable {
    /// The parameters, in the order of their documentation.
    let parameters: [Parameter]
    /// Those without which a request is refused.
    let required: [Parameter]
    // Of so few, looking at each is faster than hashing.
    private let initials: [(name: String, value: String)]
    private let places: [String: Int]

    /// Lays parameters out.
    init(_ parameters: [Parameter]) {
        self.parameters = parameters
        required = parameters.filter(\.isRequired)
        initials = parameters.compactMap { parameter in parameter.initial.map { (parameter.name, $0) } }
        places = Dictionary(zip(parameters.map(\.name), parameters.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The place of a parameter, or `nil` where there is none of that name.
    func place(of name: String) -> Int? { places[name] }

    /// What holds where a parameter is not given.
    func initial(of name: String) -> String? { initials.first { $0.name == name }?.value }
}
