import Dispatch
import Logging
import Synchronization

/// Writes what was requested and sent, on a queue of its own; a shard only hands over what it has collected.
final class AccessLog: Sendable {
    /// One request and its response.
    struct Record: Sendable {
        var identifier: UInt64
        var method: String
        var target: String
        var status: Int
        var bytes: Int
        /// From the round in which the request was complete to the response's way out.
        var microseconds: Int64
    }

    private let logger: Logger
    private let queue = DispatchQueue(label: "SocketServer.access-log")
    private let pending = Atomic<Int>(0)
    private let droppedCount = Atomic<Int>(0)

    /// The records dropped because too many waited.
    var dropped: Int { droppedCount.load(ordering: .relaxed) }

    init(logger: Logger) { self.logger = logger }

    func write(_ records: [Record]) {
        let waiting = pending.add(records.count, ordering: .relaxed).newValue
        guard waiting <= ServerConfiguration.accessBacklog else {
            pending.subtract(records.count, ordering: .relaxed)
            droppedCount.add(records.count, ordering: .relaxed)
            return
        }
        queue.async { [self] in
            for record in records {
                let digits = String(record.identifier, radix: 16)
                logger.info(
                    "request",
                    metadata: [
                        "id": "\(String(repeating: "0", count: max(0, 16 - digits.count)) + digits)",
                        "method": "\(record.method)", "target": "\(record.target)", "status": "\(record.status)",
                        "bytes": "\(record.bytes)", "us": "\(record.microseconds)",
                    ])
            }
            pending.subtract(records.count, ordering: .relaxed)
        }
    }

    /// Waits until all that was handed over is written, or the time is over: nobody may read what is written.
    func flush(within time: Duration) {
        let written = DispatchSemaphore(value: 0)
        queue.async { written.signal() }
        _ = written.wait(timeout: .now() + .milliseconds(Int(time / .milliseconds(1))))
    }
}
