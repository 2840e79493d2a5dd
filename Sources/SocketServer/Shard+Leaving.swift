import HTTPWire

extension Shard {
    /// Finds out whether a peer that has closed its side has left.
    ///
    /// One that has closed only that side gets its response all the same (RFC 9112 §9.6), and TCP tells the two apart by
    /// nothing but what comes back to bytes that are sent. So the client is told that its request is worked on: whoever
    /// reads passes over that (RFC 9110 §15.2), and from who has left a reset comes, which the poller reports.
    mutating func probe(_ connection: Connection) {
        guard connection.awaitsLong, connection.output.isEmpty, connection.state.head.minorVersion > 0 else { return }
        connection.isProbed = true
        batch += PreparedResponse.interimProcessing
        context.counters.countResponse(102)
        write(connection, [])
    }

    /// The connection is gone: nobody waits for what it asked for.
    mutating func abandon(_ connection: Connection) {
        guard let job = connection.job else { return }
        connection.job = nil
        context.counters.abandoned.add()
        if context.workers.cancel(job) { awaitedAnswers -= 1 }
    }
}
