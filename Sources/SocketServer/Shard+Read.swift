import HTTPWire
import Sockets

extension Shard {
    /// Reads once: what a short read leaves, the poller reports again.
    mutating func receive(_ connection: Connection, into input: inout [UInt8]) {
        guard connection.state.isReading || connection.state.phase == .lingering else {
            // The peer sends, or ends, while its answer is made or waits to be taken: it has to wait.
            if !connection.state.isBlocked { setInterest(connection, []) }
            return
        }
        switch connection.socket.receive(into: &input) {
        case .moved(let count):
            context.counters.received.add(count)
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
        if connection.lingered > ServerConfiguration.lingerBytes { drop(connection) }
    }

    /// Goes on with what was received before.
    mutating func processUnread(_ connection: Connection) {
        let bytes = connection.unread
        connection.unread = []
        process(connection, bytes, count: bytes.count)
    }

    /// Takes requests out of bytes and answers them, as far as that goes without waiting.
    private mutating func process(_ connection: Connection, _ bytes: [UInt8], count: Int) {
        var offset = 0
        reading: while offset < count, connection.state.isReading {
            let present = offset
            let receipt = connection.state.receive(
                bytes.span.extracting(present..<count), at: now,
                keepsContent: { context.contentMethods.contains($0) },
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
                connection.keepsContent = context.contentMethods.contains(connection.state.head.method)
                offset += used
                if connection.state.mustSendContinue {
                    batch += PreparedResponse.interimContinue
                    context.counters.countResponse(100)
                }
            case .request(let used):
                let isAnswered =
                    connection.head.isEmpty
                    ? answer(connection, connection.state.head, bytes, from: offset, to: offset + used)
                    : answer(
                        connection, connection.state.head, connection.head, from: 0, to: connection.head.count)
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

    // MARK: Answers

    /// Answers a complete request: from the cache, from here where no route matters, or by a worker later; answers whether
    /// it has been answered.
    private mutating func answer(
        _ connection: Connection, _ head: RequestHead, _ bytes: [UInt8], from start: Int, to end: Int
    ) -> Bool {
        beginRequest(connection)
        let message = bytes.span.extracting(start..<end)
        if head.method == .get || head.method == .head {
            forgetOldAnswers()
            // What is in the cache has passed all that follows: its key has the authority and the target.
            if let ready = cache.response(to: head, in: message) {
                context.counters.cacheHits.add()
                deliver(connection, head, ready, to: message)
                return true
            }
        }
        if let ready = answerWithoutRoute(head, message) {
            deliver(connection, head, ready, to: message)
            return true
        }
        let kept = start == 0 && end == bytes.count ? bytes : Array(bytes[start..<end])
        let job = WorkerPool.Job(
            mailbox: context.mailbox, token: connection.token, head: head, bytes: kept, body: connection.body)
        guard context.workers.submit(job) else {
            context.counters.turnedAway.add()
            let answer = head.contains(.origin) ? refusal(overload, head, message) : overloaded
            deliver(connection, head, answer, to: message)
            return true
        }
        awaitedAnswers += 1
        connection.askedMicroseconds = roundMicroseconds
        connection.head = kept
        return false
    }

    /// The answer to a request that no application need see.
    private func answerWithoutRoute(_ head: RequestHead, _ message: Span<UInt8>) -> PreparedResponse? {
        if let authority = head.authority, !context.allowedHosts.allows(message.extracting(authority.offsets)) {
            return refusal(.misdirected, head, message)
        }
        if head.method == .unknown { return refusal(.unknownMethod, head, message) }
        if head.isAsterisk { return serverOptions }
        do {
            try head.checkTarget(message)
            return nil
        } catch {
            return refusal(error, head, message)
        }
    }

    /// The answer to a request that is understood and refused.
    private func refusal(
        _ error: WireError, _ head: RequestHead, _ message: Span<UInt8>, route: Int = 0
    ) -> PreparedResponse {
        let origin = head.fields.first { $0.field == .origin }.map { message.extracting($0.value.offsets).text }
        return PreparedResponse(context.refusal(error, origin), route: route)
    }

    /// Empties the cache once the responders that filled it are others.
    private mutating func forgetOldAnswers() {
        let generation = context.workers.generation
        guard generation != cacheGeneration else { return }
        cacheGeneration = generation
        cache = ResponseCache(budget: configuration.cacheBytes / max(1, configuration.shards))
    }

    private mutating func beginRequest(_ connection: Connection) {
        context.counters.requests.add()
        connection.identifier = nextIdentifier
        nextIdentifier &+= 1
        connection.askedMicroseconds = nil
    }

    private func endRequest(_ connection: Connection) {
        connection.head = []
        connection.body = []
        connection.state.answered(at: now)
    }

    /// A worker has the answer: it goes out, and what the peer sent meanwhile is looked at.
    mutating func finishAnswer(_ connection: Connection, _ response: PreparedResponse, keptBy generation: Int?) {
        guard connection.state.phase == .answering else { return }
        let message = connection.head
        forgetOldAnswers()
        if generation == cacheGeneration {
            cache.insert(response, for: connection.state.head, in: message.span)
        }
        deliver(connection, connection.state.head, response, to: message.span)
        endRequest(connection)
        if connection.unread.isEmpty || !connection.state.isReading {
            flush(connection)
        } else {
            processUnread(connection)
        }
    }

    /// Writes an answer to the present request into the batch.
    private mutating func deliver(
        _ connection: Connection, _ head: RequestHead, _ response: PreparedResponse, to message: Span<UInt8>
    ) {
        delivery.minorVersion = head.minorVersion
        let isBodiless = head.method == .head
        switch response.outcome(for: head, bytes: message) {
        case .proceed:
            let selected: PreparedResponse
            do throws(WireError) {
                selected = head.contains(.range) ? try response.selected(for: head, bytes: message) : response
            } catch {
                selected = refusal(error, head, message, route: response.route)
            }
            send(connection, selected, hasContent: !isBodiless)
            record(connection, head, message, status: selected.status, bytes: isBodiless ? 0 : selected.contentLength)
        case .notModified:
            prepare(connection, status: 304, route: response.route)
            response.appendNotModified(delivery, to: &batch)
            record(connection, head, message, status: 304, bytes: 0)
        case .failed:
            let failure = refusal(.preconditionFailed, head, message, route: response.route)
            send(connection, failure, hasContent: !isBodiless)
            record(connection, head, message, status: failure.status, bytes: isBodiless ? 0 : failure.contentLength)
        }
    }

    /// Answers what is no request; the connection's state has ended it already.
    mutating func refuse(_ connection: Connection, _ error: WireError) {
        beginRequest(connection)
        delivery.minorVersion = connection.state.head.minorVersion
        send(connection, PreparedResponse(context.refusal(error, nil)), hasContent: true)
        record(connection, method: "-", target: "-", status: error.status.code, bytes: 0)
        connection.head = []
        connection.body = []
    }

    private mutating func send(_ connection: Connection, _ response: PreparedResponse, hasContent: Bool) {
        prepare(connection, status: response.status, route: response.route)
        let isCopied = response.contentLength <= ServerConfiguration.copiedContent
        response.append(delivery, includesContent: hasContent && isCopied, to: &batch)
        if hasContent {
            if let source = response.source {
                write(connection, source.content, source.range)
            } else if !isCopied {
                write(connection, response.content)
            }
        }
        if batch.count >= ServerConfiguration.sendBatch { write(connection, []) }
    }

    /// Counts an answer, and sets what it has of this request.
    private mutating func prepare(_ connection: Connection, status: Int, route: Int) {
        delivery.isLast = connection.state.isLast
        delivery.identifier = connection.identifier
        context.counters.countResponse(status)
        observations.append(
            RouteCounters.Observation(route: route, status: status, began: connection.askedMicroseconds))
    }

    private mutating func record(
        _ connection: Connection, _ head: RequestHead, _ message: Span<UInt8>, status: Int, bytes: Int
    ) {
        guard context.accessLog != nil else { return }
        record(
            connection, method: message.extracting(head.methodName.offsets).text,
            target: message.extracting(head.target.offsets).text, status: status, bytes: bytes)
    }

    private mutating func record(
        _ connection: Connection, method: String, target: String, status: Int, bytes: Int
    ) {
        guard context.accessLog != nil else { return }
        accessRecords.append(
            AccessLog.Record(
                identifier: connection.identifier, method: method, target: target, status: status, bytes: bytes,
                microseconds: SystemClock.monotonicMicroseconds() - (connection.askedMicroseconds ?? roundMicroseconds))
        )
    }
}

extension Span<UInt8> {
    /// The bytes as text, with replacement characters where they are no UTF-8.
    fileprivate var text: String { withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
}
