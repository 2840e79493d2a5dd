import HTTPWire
import Logging
import Sockets

extension Shard {
    /// Accepts what waits, up to a bound, so that those that are open have their turn.
    mutating func accept() {
        for _ in 0..<ServerConfiguration.acceptBatch {
            guard isAccepting else { return }
            if connections.count >= connectionLimit {
                guard context.listener.hasWaiting else { return }
                // Where another shard has a place, it accepts; where all are busy, one may be idle soon.
                guard isServerFull, makeRoom() else { return waitForRoom() }
            }
            do {
                guard let socket = try context.listener.accept() else { return }
                try open(socket)
                isShort = false
            } catch {
                if error.isDescriptorShortage {
                    // The system says so before it looks whether anyone waits at all.
                    guard context.listener.hasWaiting else { return }
                    if makeRoom() { continue }
                }
                // Most likely no descriptor is left; whatever it is, trying again at once would only spin.
                context.counters.acceptPauses.add()
                if !isShort {
                    // Once, however often it is tried again: the log may be what cannot be written.
                    isShort = true
                    context.logger.warning("accepting pauses", metadata: ["error": "\(error)"])
                }
                return waitForRoom()
            }
        }
    }

    private mutating func open(_ socket: consuming StreamSocket) throws(SystemError) {
        let state = ConnectionState(limits: limits, deadlines: deadlineDurations, at: now)
        let connection = connections.insert(socket, state: state)
        context.counters.accepted.add()
        context.counters.open.add()
        context.connectionCount.add(1)
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

    /// Pauses, and tries again after a while if nothing closes before.
    private mutating func waitForRoom() {
        pauseAccepting()
        guard !isRetryScheduled else { return }
        isRetryScheduled = true
        deadlines.insert(now + configuration.acceptPause, token: Token.acceptAgain)
    }

    mutating func resumeAccepting() {
        guard !isAccepting, !isStopping else { return }
        do {
            try poller.add(context.listener, token: Token.listener)
            isAccepting = true
        } catch {
            waitForRoom()
        }
    }

    /// Begins to stop: what has been accepted or waits to be is served as far as it has been asked for, and whoever comes later
    /// is refused by the system.
    mutating func stop() {
        guard !isStopping else { return }
        while isAccepting, connections.count < connectionLimit {
            guard let socket = try? context.listener.accept(), (try? open(socket)) != nil else { break }
        }
        pauseAccepting()
        isStopping = true
        context.listener.stop()
        deadlines.insert(now + configuration.shutdownGrace, token: Token.stopNow)
        for connection in connections.all {
            connection.state.end(at: now, hasUnread: !connection.unread.isEmpty)
            schedule(connection)
        }
    }
}
