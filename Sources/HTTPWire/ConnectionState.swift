/// What a connection is doing and until when: the decisions of a server's side of HTTP/1.1, without a socket or a clock.
///
/// The holder of the socket passes in what happens, with the time, and does what the response says. One request is dealt
/// with at a time, so that pipelined responses leave in order.
public struct ConnectionState: Sendable {
    /// What a connection is doing.
    public enum Phase: Sendable, Hashable {
        /// Between requests: nothing of the next one has come.
        case idle
        /// A request's head is coming.
        case head
        /// A request's content is coming.
        case content
        /// The application has the request.
        case answering
        /// The last response is on its way out.
        case ending
        /// Everything is said and this side is closed; the peer's side is not.
        case lingering
        /// Over.
        case closed
    }

    /// What to do with the bytes that came.
    public enum Receipt: Sendable, Hashable {
        /// Wait for more; that many bytes are used up, and the rest is to be passed again in front of what comes.
        case incomplete(used: Int)
        /// The head is complete and took that many bytes, which are to be held until the response; content follows.
        case head(used: Int)
        /// The request is complete with these bytes; respond to it.
        case request(used: Int)
        /// Refuse it: the connection ends with this response.
        case refused(WireError)
    }

    /// What to do when a response is written, a deadline passes or the peer closes its side.
    public enum Step: Sendable, Hashable {
        /// Nothing, or go on reading where there is something to read.
        case proceed
        /// Send this refusal and then close.
        case refuse(WireError)
        /// Close this side only, and drop what still comes: a reset would eat the response (RFC 9112 §9.6).
        case closeSending
        /// Close at once.
        case close
    }

    /// What the connection is doing.
    public private(set) var phase = Phase.idle
    /// When the present wait ends, if it does.
    public private(set) var deadline: MonotonicTime?
    /// Whether 100 is to be sent before the content comes.
    public private(set) var mustSendContinue = false
    private var parser: RequestParser
    /// The head of the present request.
    public var head: RequestHead { parser.head }
    /// Whether the connection ends after the present response.
    public private(set) var isLast = false
    /// Whether the peer has closed its side.
    public private(set) var isInputClosed = false
    /// Whether output waits for the peer to take it.
    public private(set) var isBlocked = false

    /// When the server stops: the end of the time for requests that are on their way.
    private var drainDeadline: MonotonicTime?
    private var isEnding: Bool { drainDeadline != nil }
    private var contentRemaining = 0
    private var chunks: ChunkedDecoder?
    private var takenSinceRenewal = 0
    private let limits: WireLimits
    private let waits: Waits
    private let accepted: MonotonicTime

    /// The state of a connection just accepted; its first request's head is due.
    public init(limits: WireLimits, deadlines: WireDeadlines, at now: MonotonicTime) {
        self.limits = limits
        waits = Waits(deadlines)
        accepted = now
        parser = RequestParser(limits: limits)
        deadline = waits.head.after(now)
    }

    // MARK: Reading

    /// Takes bytes: those not used up before, and those that came since.
    ///
    /// `keepsContent` tells whether the application reads this method's content; `content` is given its pieces.
    public mutating func receive(
        _ bytes: Span<UInt8>, at now: MonotonicTime, keepsContent: (RequestHead.Method) -> Bool,
        content: (Range<Int>) -> Void
    ) -> Receipt {
        do {
            return phase == .content
                ? try receiveContent(bytes, content: content)
                : try receiveHead(bytes, at: now, keepsContent: keepsContent)
        } catch {
            refuse()
            return .refused(error)
        }
    }

    /// Takes a whole request in the place of `receive`, while none has begun: the holder knows from an earlier one of the
    /// same bytes that it is in order, has no content and leaves the connection open.
    ///
    /// `isEverything` tells whether no more bytes have come. `head` is not that request's.
    public mutating func receiveKnown(isEverything: Bool) {
        beginAnswer(isPersistent: true, isEverything: isEverything)
    }

    private mutating func receiveHead(
        _ bytes: Span<UInt8>, at now: MonotonicTime, keepsContent: (RequestHead.Method) -> Bool
    ) throws(WireError) -> Receipt {
        guard try parser.parse(bytes) else {
            if phase == .idle, !parser.isAtBeginning {
                phase = .head
                if !isEnding { deadline = waits.head.after(now) }
            }
            return .incomplete(used: 0)
        }
        let used = parser.head.length
        switch parser.head.framing {
        case .none, .length(0): return beginAnswer(used: used, of: bytes)
        case .length(let length):
            guard length <= limits.content else { throw .contentTooLarge(limits) }
            contentRemaining = length
            chunks = nil
        case .chunked: chunks = ChunkedDecoder()
        }
        if parser.head.expectsContinue {
            guard keepsContent(parser.head.method) else {
                // Nobody wants the content, and whether the peer sends it after a final response is its own choice
                // (RFC 9110 §10.1.1): so the response comes at once, and the connection ends with it.
                isLast = true
                return beginAnswer(used: used, of: bytes)
            }
            mustSendContinue = bytes.count == used
        }
        phase = .content
        if !isEnding { deadline = waits.content.after(now) }
        return .head(used: used)
    }

    private mutating func receiveContent(
        _ bytes: Span<UInt8>, content: (Range<Int>) -> Void
    ) throws(WireError) -> Receipt {
        mustSendContinue = false
        if var decoder = chunks {
            let used = try decoder.decode(bytes, limits: limits, content: content)
            chunks = decoder
            return decoder.isComplete ? beginAnswer(used: used, of: bytes) : .incomplete(used: used)
        }
        let used = min(contentRemaining, bytes.count)
        if used > 0 { content(0..<used) }
        contentRemaining -= used
        return contentRemaining == 0 ? beginAnswer(used: used, of: bytes) : .incomplete(used: used)
    }

    private mutating func beginAnswer(used: Int, of bytes: Span<UInt8>) -> Receipt {
        beginAnswer(isPersistent: parser.head.isPersistent, isEverything: used == bytes.count)
        return .request(used: used)
    }

    private mutating func beginAnswer(isPersistent: Bool, isEverything: Bool) {
        // When the server stops, what has come in behind this request is answered too.
        if !isPersistent || isEnding && isEverything { isLast = true }
        phase = .answering
        deadline = nil
        mustSendContinue = false
    }

    private mutating func refuse() {
        isLast = true
        phase = .ending
        deadline = nil
        mustSendContinue = false
    }

    // MARK: Writing

    /// The response is complete and on its way; the next request may be read.
    public mutating func answered(at now: MonotonicTime) {
        guard phase == .answering else { return }
        parser.reset()
        guard !isLast else {
            phase = .ending
            return
        }
        phase = .idle
        if !isBlocked { deadline = idleDeadline(at: now) }
    }

    /// The peer takes no more; `taken` bytes went since the last call.
    public mutating func outputBlocked(taken: Int, at now: MonotonicTime) {
        takenSinceRenewal += taken
        if !isBlocked || takenSinceRenewal >= WireDeadlines.writeQuota {
            takenSinceRenewal = 0
            deadline = waits.write.after(now)
        }
        isBlocked = true
    }

    /// All output has gone to the system.
    public mutating func outputFlushed(at now: MonotonicTime) -> Step {
        if isBlocked {
            isBlocked = false
            takenSinceRenewal = 0
            deadline = phase == .idle ? idleDeadline(at: now) : nil
        }
        return phase == .ending ? finish(at: now) : .proceed
    }

    private func idleDeadline(at now: MonotonicTime) -> MonotonicTime { drainDeadline ?? waits.keepAlive.after(now) }

    /// Ends the sending side, or all where the peer's side is closed already.
    private mutating func finish(at now: MonotonicTime) -> Step {
        guard !isInputClosed else {
            phase = .closed
            return .close
        }
        phase = .lingering
        deadline = waits.linger.after(now)
        return .closeSending
    }

    // MARK: Ends

    /// The peer has closed its side: it still gets the responses to what it asked (RFC 9112 §9.6).
    public mutating func inputClosed() -> Step {
        isInputClosed = true
        switch phase {
        case .idle where isBlocked, .answering, .ending: return .proceed
        default:
            phase = .closed
            return .close
        }
    }

    /// Nothing readable is left of what a peer sent before it closed its side.
    public mutating func inputExhausted() -> Step {
        guard isInputClosed, !isBlocked, phase != .answering, phase != .ending else { return .proceed }
        phase = .closed
        return .close
    }

    /// The deadline has passed.
    public mutating func deadlinePassed(at now: MonotonicTime) -> Step {
        guard let due = deadline, due <= now else { return .proceed }
        deadline = nil
        guard !isBlocked, !isEnding || phase == .answering else {
            phase = .closed
            return .close
        }
        switch phase {
        case .head, .content:
            refuse()
            return .refuse(WireError(.requestTimeout, "The request did not come in time."))
        case .answering, .ending: return .proceed
        case .idle:
            isLast = true
            return finish(at: now)
        case .lingering, .closed:
            phase = .closed
            return .close
        }
    }

    /// The server stops: a response that is begun is finished, what came in behind it gets its response, and the connection ends.
    ///
    /// A request may be on its way while this is decided, so the others have until the drain deadline to bring it in whole.
    /// `hasUnread` tells whether bytes that came have not been passed in.
    public mutating func end(at now: MonotonicTime, hasUnread: Bool = false) {
        drainDeadline = waits.drain.after(now)
        switch phase {
        case .answering: isLast = isLast || !hasUnread
        case .idle where isBlocked:
            guard !hasUnread else { break }
            isLast = true
            phase = .ending
        case .idle, .head, .content: deadline = drainDeadline
        case .ending, .lingering, .closed: break
        }
    }

    /// Since when the connection is idle: nothing of a request has come, and nothing of a response is to go out; `nil` where it
    /// is not idle.
    public var idleSince: MonotonicTime? {
        guard phase == .idle, !isBlocked, let deadline else { return nil }
        guard deadline != waits.head.after(accepted) else { return accepted }
        return MonotonicTime(milliseconds: deadline.milliseconds - waits.keepAlive.milliseconds)
    }

    /// Whether bytes that came can be taken now.
    public var isReading: Bool { !isBlocked && (phase == .idle || phase == .head || phase == .content) }
}

/// The deadlines in milliseconds: adding `Duration`s is dear where it is done for each request.
private struct Waits: Sendable {
    struct Wait: Sendable {
        var milliseconds: Int64

        init(_ duration: Duration) {
            milliseconds = (MonotonicTime(milliseconds: 0) + duration).milliseconds
        }

        func after(_ now: MonotonicTime) -> MonotonicTime {
            MonotonicTime(milliseconds: now.milliseconds + milliseconds)
        }
    }

    var head: Wait
    var content: Wait
    var keepAlive: Wait
    var write: Wait
    var linger: Wait
    var drain: Wait

    init(_ deadlines: WireDeadlines) {
        head = Wait(deadlines.head)
        content = Wait(deadlines.content)
        keepAlive = Wait(deadlines.keepAlive)
        write = Wait(deadlines.write)
        linger = Wait(deadlines.linger)
        drain = Wait(deadlines.drain)
    }
}
