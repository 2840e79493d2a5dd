import HTTPWire
import Sockets
import Synchronization

/// What other threads say to a shard.
final class Mailbox: Sendable {
    enum Message: Sendable {
        /// The application's response to a connection's request, and the generation of responders for which it may be cached.
        case answer(token: UInt64, PreparedResponse, keptBy: Int?)
        /// A request that nobody waited for any more has not been answered.
        case abandoned
        /// Finish what is begun, and end.
        case stop
    }

    private struct State {
        var messages: [Message] = []
        /// Whether the shard has been woken for what lies here.
        var isAnnounced = false
    }

    let wakeup: Wakeup
    private let state = Mutex(State())

    init() throws(SystemError) { wakeup = try Wakeup() }

    /// Leaves a message and wakes the shard.
    func post(_ message: Message) {
        leave(message)
        announce()
    }

    /// Leaves a message for which the shard is not woken; it may look by itself, and `announce` wakes it.
    func leave(_ message: Message) {
        state.withLock { $0.messages.append(message) }
    }

    /// Wakes the shard, if anything lies here that it has not been woken for.
    func announce() {
        let isNews = state.withLock { state in
            defer { state.isAnnounced = state.isAnnounced || !state.messages.isEmpty }
            return !state.isAnnounced && !state.messages.isEmpty
        }
        if isNews { wakeup.send() }
    }

    /// Takes all messages, oldest first, when the shard has been woken for them.
    func take() -> [Message] {
        // Cleared first: what is announced after the swap wakes the shard again.
        wakeup.clear()
        return state.withLock { state in
            state.isAnnounced = false
            return Self.empty(&state)
        }
    }

    /// Takes what lies here already; a wake-up under way comes all the same, and finds nothing.
    func takeEarly() -> [Message] {
        state.withLock { Self.empty(&$0) }
    }

    private static func empty(_ state: inout State) -> [Message] {
        let taken = state.messages
        state.messages = []
        return taken
    }
}
