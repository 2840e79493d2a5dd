/// What the readings for one request may cost at most.
public struct RequestBudget: Sendable, Hashable {
    /// How long they may take, everything together; no bound where it is `nil`.
    public var time: Duration?
    /// How many rows they may read, beside those that an identifier names.
    public var rows = Int.max
    /// How many bytes the response may have.
    public var bytes = Int.max

    /// Everything that is asked for.
    public static let unlimited = RequestBudget()
    /// What a server grants where nobody chooses otherwise: time that a reader waits, rows that a page of every list with
    /// all that it includes stays far below, and bytes that a browser shows.
    public static let standard = RequestBudget(time: .seconds(2), rows: 1_000_000, bytes: 16 * 1024 * 1024)

    /// Makes a budget.
    public init(time: Duration? = nil, rows: Int = .max, bytes: Int = .max) {
        self.time = time
        self.rows = rows
        self.bytes = bytes
    }
}
