import HTTPWire
import Sockets

extension Shard {
    /// Sends the batch, and decides what comes next for the connection.
    mutating func flush(_ connection: Connection) {
        if !batch.isEmpty { write(connection, []) }
        settle(connection)
    }

    /// Sends the batch and then `body` as far as the peer takes them; the rest waits in the connection's output.
    mutating func write(_ connection: Connection, _ body: ArraySlice<UInt8>) {
        var sent = 0
        if connection.output.isEmpty, connection.isOpen {
            let total = batch.count + body.count
            sending: while sent < total, sent < ServerConfiguration.sendTurn {
                let fromBatch = min(sent, batch.count)
                let result = connection.socket.send(
                    batch.span.extracting(fromBatch..<batch.count),
                    body.span.extracting(sent - fromBatch..<body.count), limit: ServerConfiguration.sendBatch)
                switch result {
                case .moved(let count): sent += count
                case .wouldBlock, .ended: break sending
                case .failed:
                    drop(connection)
                    batch.removeAll(keepingCapacity: true)
                    return
                }
            }
            context.counters.sent.add(sent)
        }
        let fromBatch = min(sent, batch.count)
        if sent < batch.count + body.count {
            connection.output.append(Array(batch[fromBatch...])[...])
            connection.output.append(body.dropFirst(sent - fromBatch))
            connection.state.outputBlocked(taken: sent, at: now)
        }
        batch.removeAll(keepingCapacity: true)
    }

    /// Sends the batch; the content waits to be read, piece by piece, as the peer takes it.
    mutating func write(_ connection: Connection, _ source: any ContentSource, _ range: Range<Int>) {
        write(connection, [])
        guard connection.isOpen else { return }
        connection.output.append(source, range)
        if !connection.output.isEmpty { connection.state.outputBlocked(taken: 0, at: now) }
    }

    /// The peer can take more.
    mutating func resumeOutput(_ connection: Connection) {
        var sent = 0
        sending: while !connection.output.isEmpty, sent < ServerConfiguration.sendTurn {
            guard let piece = connection.output.next() else { return drop(connection) }
            switch connection.socket.send(piece.span, limit: ServerConfiguration.sendBatch) {
            case .moved(let count):
                sent += count
                connection.output.removeFirst(count)
            case .wouldBlock, .ended: break sending
            case .failed: return drop(connection)
            }
        }
        context.counters.sent.add(sent)
        guard connection.output.isEmpty else { return connection.state.outputBlocked(taken: sent, at: now) }
        settle(connection)
    }

    /// Nothing is left in the batch: goes on to what the connection's state allows.
    private mutating func settle(_ connection: Connection) {
        guard connection.isOpen else { return }
        guard connection.output.isEmpty else { return watch(connection) }
        let wasBlocked = connection.state.isBlocked
        take(connection.state.outputFlushed(at: now), for: connection)
        guard connection.isOpen else { return }
        if wasBlocked, !connection.unread.isEmpty, connection.state.isReading { return processUnread(connection) }
        if connection.state.isInputClosed { take(connection.state.inputExhausted(), for: connection) }
    }
}
