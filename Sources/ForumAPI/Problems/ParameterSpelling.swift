/// Finds the parameter that was probably meant: one with another name elsewhere, or one that is spelled wrong.
///
/// A filter's name has two parts, `field__comparison`, each of which is looked at for itself: `text__contains` is no slip
/// of the pen for `event__contains`.
struct ParameterSpelling {
    private static let divider = "__"

    private let name: String
    private let field: String
    private let comparison: String?

    init(_ name: String) {
        self.name = name
        let parts = name.split(separator: Self.divider, maxSplits: 1).map(String.init)
        if parts.count == 2, !name.hasPrefix("_") {
            (field, comparison) = (parts[0], parts[1])
        } else {
            (field, comparison) = (name, nil)
        }
    }

    /// The parameter that was probably meant, or `nil` where none is near.
    func best(among names: [String]) -> String? {
        let fields = names.filter { !$0.contains(Self.divider) }
        let usual = UsualNames.parameters[field.lowercased()].flatMap { fields.contains($0) ? $0 : nil }
        guard let comparison else { return usual ?? NearestSpelling(of: name).best(among: names) }
        guard let field = fields.contains(field) ? field : usual ?? NearestSpelling(of: field).best(among: fields)
        else { return nil }
        let prefix = field + Self.divider
        let comparisons = names.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
        return NearestSpelling(of: comparison).best(among: comparisons).map { prefix + $0 } ?? field
    }
}
