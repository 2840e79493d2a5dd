import HTTPWire
import Sockets

extension Shard {
    /// Reads once: what comes after a short read, the poller reports.
    ///
    /// `mayLeave` tells whether even a short read may leave something.
    mutating func receive(_ connection: Connection, into input: inout [UInt8], mayLeave: Bool) {
        settleGathered(connection)
        guard connection.state.isReading || connection.state.phase == .lingering else {
            // The peer sends, or ends, while its response is made or waits to be taken: it has to wait.
            if mayLeave { probe(connection) }
            if !connection.state.isBlocked { setInterest(connection, []) }
            return
        }
        switch connection.socket.receive(into: &input) {
        case .moved(let count):
            context.counters.received.add(count)
            // There may be more, which the poller does not report again unless it is asked.
            if mayLeave || count == input.count { connection.interest = [] }
            if connection.state.phase == .lingering {
                linger(connection, count)
            } else if connection.unread.isEmpty {
                process(connection, input, count: count)
            } else {
                var bytes = connection.unread
                connection.unread = []
                bytes += input[..<count]
                process(connection, bytes, count: bytes.count)
            }
        case .ended:
            take(connection.state.inputClosed(), for: connection)
        case .wouldBlock: break
        case .failed: drop(connection)
        }
    }

    private mutating func linger(_ connection: Connection, _ count: Int) {
        connection.lingered += count
        if connection.lingered > ServerConfiguration.lingerBytes { drop(connection) } else { watch(connection) }
    }

    /// Goes on with what was received before.
    mutating func processUnread(_ connection: Connection) {
        let bytes = connection.unread
        connection.unread = []
        process(connection, bytes, count: bytes.count)
    }

    /// Takes requests out of bytes and responds to them, as far as that goes without waiting.
    private mutating func process(_ connection: Connection, _ bytes: [UInt8], count: Int) {
        var offset = 0
        reading: while offset < count, connection.state.isReading {
            let present = offset
            var exactHash: UInt64?
            if connection.state.phase == .idle {
                switch answerKnown(connection, bytes.span.extracting(offset..<count)) {
                case .answered(let used):
                    offset += used
                    continue
                case .unknown(let hash): exactHash = hash
                case .unrecognizable: break
                }
            }
            let receipt = connection.state.receive(
                bytes.span.extracting(present..<count), at: now,
                keepsContent: { context.application.contentMethods.contains($0) },
                content: { range in
                    // The head is still the parser's, and the content of a method that nobody reads is dropped.
                    guard connection.keepsContent else { return }
                    connection.body += bytes[present + range.lowerBound..<present + range.upperBound]
                })
            switch receipt {
            case .incomplete(let used):
                offset += used
                break reading
            case .head(let used):
                connection.head = Array(bytes[offset..<offset + used])
                connection.keepsContent = context.application.contentMethods.contains(connection.state.head.method)
                offset += used
                if connection.state.mustSendContinue {
                    batch += PreparedResponse.interimContinue
                    context.counters.countResponse(100)
                }
            case .request(let used):
                let isAnswered =
                    connection.head.isEmpty
                    ? answer(
                        connection, connection.state.head, bytes, from: offset, to: offset + used, exactHash: exactHash)
                    : answer(
                        connection, connection.state.head, connection.head, from: 0, to: connection.head.count,
                        exactHash: nil)
                if isAnswered { endRequest(connection) }
                offset += used
            case .refused(let error):
                refuse(connection, error)
                offset = count
            }
        }
        if offset < count { connection.unread = Array(bytes[offset..<count]) }
        flush(connection)
    }
}
