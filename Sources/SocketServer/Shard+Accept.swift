import HTTPWire
import Logging
import Sockets

extension Shard {
    /// Accepts what waits, up to a bound, so that those that are open have their turn.
    mutating func accept() {
        for _ in 0..<ServerConfiguration.acceptBatch {
            guard isAccepting else { return }
            guard connections.count < connectionLimit else { return pauseAccepting() }
            do {
                guard let socket = try context.listener.accept() else { return }
                try open(socket)
                isShort = false
            } catch {
                // Most likely no descriptor is left; whatever it is, trying again at once would only spin.
                context.counters.acceptPauses.add()
                if !isShort {
                    // Once, however often it is tried again: the log may be what cannot be written.
                    isShort = true
                    context.logger.warning("accepting pauses", metadata: ["error": "\(error)"])
                }
                pauseAccepting()
                deadlines.insert(now + configuration.acceptPause, token: Token.acceptAgain)
                return
            }
        }
    }

    private mutating func open(_ socket: consuming StreamSocket) throws(SystemError) {
        let state = ConnectionState(limits: limits, deadlines: deadlineDurations, at: now)
        let connection = connections.insert(socket, state: state)
        context.counters.accepted.add()
        context.counters.open.add()
        do {
            try poller.add(connection.socket, token: connection.token, for: connection.interest)
        } catch {
            drop(connection)
            throw error
        }
        schedule(connection)
    }

    /// Leaves waiting connections to the system, so that the poller does not report them again and again.
    private mutating func pauseAccepting() {
        guard isAccepting else { return }
        isAccepting = false
        do {
            try poller.remove(context.listener)
        } catch {
            context.logger.warning("listener still watched", metadata: ["error": "\(error)"])
        }
    }

    mutating func resumeAccepting() {
        guard !isAccepting, !isStopping else { return }
        do {
            try poller.add(context.listener, token: Token.listener)
            isAccepting = true
        } catch {
            deadlines.insert(now + configuration.acceptPause, token: Token.acceptAgain)
        }
    }

    /// Begins to stop: what has been accepted or waits to be is served as far as it has been asked for.
    mutating func stop() {
        guard !isStopping else { return }
        while isAccepting, connections.count < connectionLimit {
            guard let socket = try? context.listener.accept(), (try? open(socket)) != nil else { break }
        }
        pauseAccepting()
        isStopping = true
        deadlines.insert(now + configuration.shutdownGrace, token: Token.stopNow)
        for connection in connections.all {
            connection.state.end(at: now, hasUnread: !connection.unread.isEmpty)
            schedule(connection)
        }
    }
}
