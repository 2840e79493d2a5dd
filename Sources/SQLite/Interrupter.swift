import CSQLite

/// Stops whatever a connection is doing, from any thread.
///
/// The running statement fails with ``SQLiteError/Kind/interrupted``; a connection at rest is not affected.
public struct Interrupter: @unchecked Sendable {
    // Unchecked, because a database handle is not Sendable: the only call made here is `sqlite3_interrupt`, which SQLite
    // allows from any thread while the database is open, and this reference keeps it open.
    private let handle: Handle

    init(_ handle: Handle) {
        self.handle = handle
    }

    /// Interrupts the statements that are running now.
    public func interrupt() {
        sqlite3_interrupt(handle.pointer)
    }
}
