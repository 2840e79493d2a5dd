import CSQLite

/// Tells whether the running statements of a connection are to end.
final class Interruption {
    /// What holds around the body within which this one does.
    let outer: Interruption?
    private let condition: () -> Bool

    init(_ condition: @escaping () -> Bool, within outer: Interruption?) {
        self.condition = condition
        self.outer = outer
    }

    /// Whether this one, or one around it, says so.
    var isDue: Bool { condition() || outer?.isDue ?? false }
}

extension Connection {
    /// After how many steps of SQLite's virtual machine a statement is asked whether it goes on: some tens of microseconds.
    private static let interruptionInterval: Int32 = 1000

    /// Runs the body, and interrupts its statements once a condition holds.
    ///
    /// Bodies may stand within each other; a statement ends when the condition of any of them holds. One that runs inside
    /// FTS5 for long, or a body that runs none, is not interrupted.
    ///
    /// - Parameters:
    ///   - condition: Asked from the body's own thread, after some steps of a statement; it must be quick.
    ///   - body: What to run; a statement of it that is cut off throws ``SQLiteError/Kind/interrupted``.
    public func withInterruption<Result, Failure: Error>(
        when condition: () -> Bool, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withoutActuallyEscaping(condition) { condition throws(Failure) in
            let outer = interruption
            let own = Interruption(condition, within: outer)
            defer {
                interruption = outer
                watch(outer)
            }
            interruption = own
            watch(own)
            return try body()
        }
    }

    /// Runs the body, and interrupts its statements once the time is up.
    ///
    /// - Parameters:
    ///   - limit: How long the body's statements may run.
    ///   - body: What to run; a statement of it that is cut off throws ``SQLiteError/Kind/interrupted``.
    public func withDeadline<Result, Failure: Error>(
        after limit: Duration, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let deadline = ContinuousClock.now.advanced(by: limit)
        return try withInterruption(when: { ContinuousClock.now > deadline }, body)
    }

    private func watch(_ interruption: Interruption?) {
        guard let interruption else { return sqlite3_progress_handler(handle.pointer, 0, nil, nil) }
        // Held by `interruption`, or by the one within it, for as long as the handler is set.
        sqlite3_progress_handler(
            handle.pointer, Self.interruptionInterval,
            { context in
                guard let context else { return 0 }
                return Unmanaged<Interruption>.fromOpaque(context).takeUnretainedValue().isDue ? 1 : 0
            }, Unmanaged.passUnretained(interruption).toOpaque())
    }
}
