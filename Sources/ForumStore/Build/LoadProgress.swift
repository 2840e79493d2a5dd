/// How far a load is.
public struct LoadProgress: Hashable, Sendable {
    /// What a load does, in this order.
    public enum Stage: String, CaseIterable, Sendable {
        /// Writes the rows.
        case writing
        /// Checks what was written.
        case checking
        /// Makes it durable and puts it into place.
        case installing
    }

    /// What it does.
    public var stage: Stage
    /// How many rows are written.
    public var rowsWritten: Int
    /// How many rows there will be.
    public var rowsTotal: Int
}
