import HTTPTypes

@testable import HTTPWire

/// Drives a connection's state as the holder of a socket does, and writes down what it decides.
struct Conversation {
    enum Entry: Hashable {
        case request(method: String, path: String, query: String?, authority: String?, fields: [String], body: [UInt8])
        case refused(Int)
        case continued
    }

    var state: ConnectionState
    var entries: [Entry] = []
    var now: MonotonicTime
    var keepsContent = true
    private var unread: [UInt8] = []
    private var head: [UInt8] = []
    private var body: [UInt8] = []

    init(
        limits: WireLimits = WireLimits(), deadlines: WireDeadlines = WireDeadlines(),
        now: MonotonicTime = MonotonicTime(milliseconds: 1000)
    ) {
        self.now = now
        state = ConnectionState(limits: limits, deadlines: deadlines, at: now)
    }

    /// Receives bytes; every complete request is answered at once unless told otherwise.
    mutating func receive(_ bytes: [UInt8], answers: Bool = true) {
        let all = unread + bytes
        var offset = 0
        let keeps = keepsContent
        reading: while offset < all.count, state.isReading {
            var pieces: [UInt8] = []
            let start = offset
            let receipt = state.receive(
                all.span.extracting(start..<all.count), at: now, keepsContent: { _ in keeps },
                content: { pieces += all[start + $0.lowerBound..<start + $0.upperBound] })
            body += pieces
            switch receipt {
            case .incomplete(let used):
                offset += used
                break reading
            case .head(let used):
                head = Array(all[offset..<offset + used])
                offset += used
                if state.mustSendContinue { entries.append(.continued) }
            case .request(let used):
                if head.isEmpty { head = Array(all[offset..<offset + used]) }
                let request = Request(head: state.head, bytes: head.span, body: body)
                entries.append(
                    .request(
                        method: request.method.rawValue, path: request.path, query: request.query,
                        authority: request.authority, fields: request.fields.map { "\($0.name.rawName)=\($0.value)" },
                        body: request.body))
                head = []
                body = []
                offset += used
                if answers { answer() }
            case .refused(let error):
                entries.append(.refused(error.status.code))
                offset = all.count
            }
        }
        unread = Array(all[offset...])
    }

    @discardableResult
    mutating func answer() -> ConnectionState.Step {
        state.answered(at: now)
        return state.outputFlushed(at: now)
    }

    mutating func receive(_ text: String, answers: Bool = true) { receive(Array(text.utf8), answers: answers) }

    static func read(_ pieces: [[UInt8]], limits: WireLimits = WireLimits()) -> [Entry] {
        var conversation = Conversation(limits: limits)
        for piece in pieces { conversation.receive(piece) }
        return conversation.entries.filter { $0 != .continued }
    }
}
