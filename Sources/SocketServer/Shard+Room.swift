import HTTPWire
import Sockets

extension Shard {
    /// A connection that was idle when it was looked for.
    struct IdleConnection {
        let token: UInt64
        let since: MonotonicTime
    }

    /// Whether no shard of the server has a place for another connection.
    var isServerFull: Bool {
        context.connectionCount.current >= connectionLimit * max(1, configuration.shards)
    }

    /// Closes the connection of this shard that has been idle longest, so that a newcomer gets its place or its descriptor.
    ///
    /// A request in progress is never cut: idle is a connection of which nothing has come since its last response went out, not
    /// even bytes that the system holds.
    ///
    /// - Returns: Whether there was one.
    mutating func makeRoom() -> Bool {
        if closeOldestIdle() { return true }
        // Those that became idle since they were looked for have been so for less time than all that were found then.
        idle = connections.all.compactMap { connection in
            connection.state.idleSince.map { IdleConnection(token: connection.token, since: $0) }
        }
        idle.sort { $1.since < $0.since }
        return closeOldestIdle()
    }

    private mutating func closeOldestIdle() -> Bool {
        while let candidate = idle.popLast() {
            guard let connection = connections[candidate.token], connection.state.idleSince == candidate.since,
                !connection.isGathered, connection.output.isEmpty, connection.unread.isEmpty,
                !connection.socket.hasUnread
            else { continue }
            context.counters.idleClosed.add()
            drop(connection)
            return true
        }
        return false
    }
}
