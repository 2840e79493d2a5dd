import HTTPWire
import Sockets

extension Shard {
    /// A connection's responses in the batch.
    struct Gathered {
        let connection: Connection
        let bytes: Range<Int>
    }

    /// Sends the connection's responses, at once or with those of others, and decides what comes next for it.
    ///
    /// To receive from some connections first and to send to all of them then keeps the system's code for either at hand:
    /// a twentieth of what a cached response costs.
    mutating func flush(_ connection: Connection) {
        guard batch.count > batchStart, batch.count < ServerConfiguration.sendBatch, connection.output.isEmpty else {
            write(connection, [])
            return settle(connection)
        }
        connection.isGathered = true
        gathered.append(Gathered(connection: connection, bytes: batchStart..<batch.count))
        batchStart = batch.count
        if gathered.count == ServerConfiguration.sendGroup { sendGathered() }
    }

    /// Sends what is gathered, and decides what comes next for those connections; none of them was blocked, so that no
    /// further response comes of it.
    mutating func sendGathered() {
        for index in gathered.indices {
            let (connection, bytes) = (gathered[index].connection, gathered[index].bytes)
            connection.isGathered = false
            send(connection, bytes, [])
            settle(connection)
            schedule(connection)
        }
        gathered.removeAll(keepingCapacity: true)
        clearBatch()
    }

    /// Sends what is gathered of a connection before anything else becomes of it.
    mutating func settleGathered(_ connection: Connection) {
        if connection.isGathered { sendGathered() }
    }

    /// Sends the connection's responses in the batch and then `body`.
    mutating func write(_ connection: Connection, _ body: ArraySlice<UInt8>) {
        if batch.count - batchStart + body.count > 0 { send(connection, batchStart..<batch.count, body) }
        batch.removeSubrange(batchStart...)
        clearBatch()
    }

    /// Begins the batch anew once nothing of it is waited for.
    private mutating func clearBatch() {
        guard gathered.isEmpty, batch.count == batchStart else { return }
        batch.removeAll(keepingCapacity: true)
        batchStart = 0
    }

    /// Sends bytes of the batch and then `body` as far as the peer takes them; the rest waits in the connection's output.
    private mutating func send(_ connection: Connection, _ bytes: Range<Int>, _ body: ArraySlice<UInt8>) {
        guard connection.isOpen else { return }
        let total = bytes.count + body.count
        var sent = 0
        if connection.output.isEmpty {
            sending: while sent < total, sent < ServerConfiguration.sendTurn {
                let fromBatch = min(sent, bytes.count)
                let result = connection.socket.send(
                    batch.span.extracting(bytes.dropFirst(fromBatch)),
                    body.span.extracting(sent - fromBatch..<body.count), limit: ServerConfiguration.sendBatch)
                switch result {
                case .moved(let count): sent += count
                case .wouldBlock, .ended: break sending
                case .failed: return drop(connection)
                }
            }
            context.counters.sent.add(sent)
        }
        guard sent < total else { return }
        let fromBatch = min(sent, bytes.count)
        connection.output.append(Array(batch[bytes.dropFirst(fromBatch)])[...])
        connection.output.append(body.dropFirst(sent - fromBatch))
        connection.state.outputBlocked(taken: sent, at: now)
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
