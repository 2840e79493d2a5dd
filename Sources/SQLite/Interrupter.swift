import CSQLite

/// Stops whatever a connection is doing, from any thread.
///
/// Its Sendable is unchecked, because a database handle is not Sendable: the only call made here is `sqlite3_interrupt`, which
/// SQLite allows from any thread while the database is open, and the reference to the handle keeps it open.
///
/// The running statement fails with ``SQLiteError/Kind/interrupted``; a connection at rest is not affected.
public struct Interrupter: @unchecked Sendable {
    private let handle: Handle

    init(_ handle: Handle) {
        self.handle = handle
    }

    /// Interrupts the statements that are running now.
    public func interrupt() {
        sqlite3_interrupt(handle.pointer)
    }
}
