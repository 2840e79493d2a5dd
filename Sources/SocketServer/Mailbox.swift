import HTTPWire
import Sockets
import Synchronization

/// What other threads say to a shard.
final class Mailbox: Sendable {
    enum Message: Sendable {
        /// The application's answer to a connection's request.
        case answer(token: UInt64, PreparedResponse, isKept: Bool)
        /// Finish what is begun, and end.
        case stop
    }

    let wakeup: Wakeup
    private let messages = Mutex<[Message]>([])

    init() throws(SystemError) { wakeup = try Wakeup() }

    func post(_ message: Message) {
        let wasEmpty = messages.withLock { messages in
            defer { messages.append(message) }
            return messages.isEmpty
        }
        if wasEmpty { wakeup.send() }
    }

    /// Takes all messages, oldest first.
    func take() -> [Message] {
        // Cleared first: a message that comes after the swap finds the mailbox empty and sends again.
        wakeup.clear()
        return messages.withLock { messages in
            let taken = messages
            messages = []
            return taken
        }
    }
}
