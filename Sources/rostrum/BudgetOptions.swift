import ArgumentParser
import ForumStore

/// What one request may cost, as options.
struct BudgetOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How long the work for one request may take; longer is 503. Exports are not under it.", valueName: "s"))
    var deadline = Self.standardDeadline

    /// The default, in seconds.
    static let standardDeadline = Int(RequestBudget.standard.time?.components.seconds ?? 0)
    /// The values that make sense.
    static let allowedDeadlines = 1...3600

    func validate() throws {
        guard !Self.allowedDeadlines.contains(deadline) else { return }
        throw ValidationError(
            "--deadline is \(deadline); allowed are \(Self.allowedDeadlines.lowerBound) to "
                + "\(Self.allowedDeadlines.upperBound)")
    }

    /// The budget of a request.
    var value: RequestBudget {
        var budget = RequestBudget.standard
        budget.time = .seconds(deadline)
        return budget
    }
}
