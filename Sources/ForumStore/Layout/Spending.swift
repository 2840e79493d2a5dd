/// A budget on its way through one request, from the moment that it is made.
///
/// It belongs to one thread at a time.
public final class Spending {
    /// What was asked for beyond the budget.
    public enum Excess: Hashable, Sendable {
        /// More time than the budget has.
        case time(Duration)
        /// More rows.
        case rows(Int)
        /// More bytes.
        case bytes(Int)
        /// Nobody waits for the response any more.
        case abandoned
    }

    /// What may be spent.
    public let budget: RequestBudget
    /// What was exceeded, once something was.
    public private(set) var excess: Excess?
    private let end: ContinuousClock.Instant?
    private let isAbandoned: () -> Bool

    /// Begins to count.
    ///
    /// - Parameters:
    ///   - budget: What may be spent.
    ///   - isAbandoned: Whether nobody waits for the response any more; asked often.
    public init(_ budget: RequestBudget, isAbandoned: @escaping () -> Bool = { false }) {
        self.budget = budget
        end = budget.time.map { ContinuousClock.now.advanced(by: $0) }
        self.isAbandoned = isAbandoned
    }

    /// Whether the work has to end: its time is up, or nobody waits for it.
    public func isOver() -> Bool {
        if excess != nil { return true }
        if isAbandoned() {
            excess = .abandoned
        } else if let end, let time = budget.time, ContinuousClock.now > end {
            excess = .time(time)
        }
        return excess != nil
    }

    /// Whether a response of so many bytes is too long.
    public func exceeds(bytes: Int) -> Bool {
        guard bytes > budget.bytes else { return false }
        excess = excess ?? .bytes(budget.bytes)
        return true
    }

    /// A row was asked for, and none was left.
    func runOutOfRows() { excess = excess ?? .rows(budget.rows) }
}
