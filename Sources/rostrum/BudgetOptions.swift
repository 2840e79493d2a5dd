import ArgumentParser
import ForumStore

/// What one request may cost, as options.
struct BudgetOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How long the work for one request may take, searches too; longer is 503. Exports are not under it.",
            valueName: "s"))
    var deadline = Self.standardDeadline

    @Option(
        help: ArgumentHelp(
            "The rows of the store that one request may read; more is 400. Exports are not under it.", valueName: "n"))
    var maxRows = RequestBudget.standard.rows

    @Option(
        help: ArgumentHelp(
            "A response, before it is compressed; longer is 400. Exports are not under it.", valueName: "bytes"))
    var maxResponse = RequestBudget.standard.bytes

    /// The default, in seconds.
    static let standardDeadline = Int(RequestBudget.standard.time?.components.seconds ?? 0)
    /// The values that make sense.
    static let allowedDeadlines = 1...3600
    static let allowedRows = 1000...1_000_000_000
    static let allowedBytes = 65_536...(1 << 30)

    func validate() throws {
        try Self.check(deadline, "deadline", Self.allowedDeadlines)
        try Self.check(maxRows, "max-rows", Self.allowedRows)
        try Self.check(maxResponse, "max-response", Self.allowedBytes)
    }

    private static func check(_ value: Int, _ option: String, _ allowed: ClosedRange<Int>) throws {
        guard !allowed.contains(value) else { return }
        throw ValidationError("--\(option) is \(value); allowed are \(allowed.lowerBound) to \(allowed.upperBound)")
    }

    /// The budget of a request.
    var value: RequestBudget {
        RequestBudget(time: .seconds(deadline), rows: maxRows, bytes: maxResponse)
    }
}
