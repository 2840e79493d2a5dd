import HTTPWire
import Sockets

extension Shard {
    /// Reads once: what a short read leaves, the poller reports again.
    func receive(_ connection: Connection) {
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

    private func linger(_ connection: Connection, _ count: Int) {
        connection.lingered += count
        if connection.lingered > ServerConfiguration.lingerBytes { drop(connection) }
    }

    /// Goes on with what was received before.
    func processUnread(_ connection: Connection) {
        let bytes = connection.unread
        connection.unread = []
        process(connection, bytes, count: bytes.count)
    }

    /// Takes requests out of bytes and answers them, as far as that goes without waiting.
    private func process(_ connection: Connection, _ bytes: [UInt8], count: Int) {
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
                connection.keepsContent = context.contentMethods.contains(connection.state.parser.head.method)
                offset += used
                if connection.state.mustSendContinue {
                    batch += PreparedResponse.interimContinue
                    context.counters.countResponse(100)
                }
            case .request(let used):
                if connection.head.isEmpty {
                    answer(connection, bytes, from: offset, to: offset + used)
                } else {
                    answer(connection, connection.head, from: 0, to: connection.head.count)
                }
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

    /// Answers a complete request: from the cache, from here where no route matters, or by a worker later.
    private func answer(_ connection: Connection, _ bytes: [UInt8], from start: Int, to end: Int) {
        beginRequest(connection)
        let message = bytes.span.extracting(start..<end)
        let method = connection.state.parser.head.method
        let isReading = method == .get || method == .head
        if let authority = connection.state.parser.head.authority,
            !context.allowedHosts.allows(message.extracting(authority.offsets))
        {
            return deliver(connection, PreparedResponse(WireError.misdirected.response), to: message)
        }
        if method == .unknown {
            return deliver(connection, PreparedResponse(WireError.unknownMethod.response), to: message)
        }
        if connection.state.parser.head.isAsterisk { return deliver(connection, serverOptions, to: message) }
        if isReading {
            forgetOldAnswers()
            key.set(connection.state.parser.head, bytes: message)
            if let ready = cache.response(for: key) {
                context.counters.cacheHits.add()
                return deliver(connection, ready, to: message)
            }
        }
        do {
            try connection.state.parser.head.checkTarget(message)
        } catch {
            return deliver(connection, PreparedResponse(error.response), to: message)
        }
        let head = start == 0 && end == bytes.count ? bytes : Array(bytes[start..<end])
        let job = WorkerPool.Job(
            mailbox: context.mailbox, token: connection.token, head: connection.state.parser.head, bytes: head,
            body: connection.body)
        guard context.workers.submit(job) else {
            context.counters.turnedAway.add()
            return deliver(connection, overloaded, to: message)
        }
        awaitedAnswers += 1
        connection.askedMicroseconds = roundMicroseconds
        connection.head = head
    }

    /// Empties the cache once the responders that filled it are others.
    private func forgetOldAnswers() {
        let generation = context.workers.generation
        guard generation != cacheGeneration else { return }
        cacheGeneration = generation
        cache = ResponseCache(budget: configuration.cacheBytes / max(1, configuration.shards))
    }

    private func beginRequest(_ connection: Connection) {
        context.counters.requests.add()
        connection.identifier = nextIdentifier
        nextIdentifier &+= 1
        connection.askedMicroseconds = nil
    }

    /// A worker has the answer: it goes out, and what the peer sent meanwhile is looked at.
    func finishAnswer(_ connection: Connection, _ response: PreparedResponse, keptBy generation: Int?) {
        guard connection.state.phase == .answering else { return }
        let head = connection.head
        forgetOldAnswers()
        if generation == cacheGeneration {
            key.set(connection.state.parser.head, bytes: head.span)
            cache.insert(response, for: key)
        }
        deliver(connection, response, to: head.span)
        if connection.unread.isEmpty || !connection.state.isReading {
            flush(connection)
        } else {
            processUnread(connection)
        }
    }

    /// Writes an answer to the present request into the batch, and makes ready for the next.
    private func deliver(_ connection: Connection, _ response: PreparedResponse, to message: Span<UInt8>) {
        var chosen = response
        var isNotModified = false
        switch response.outcome(for: connection.state.parser.head, bytes: message) {
        case .proceed: chosen = response.selected(for: connection.state.parser.head, bytes: message)
        case .notModified: isNotModified = true
        case .failed: chosen = PreparedResponse(WireError.preconditionFailed.response, route: response.route)
        }
        let method = connection.state.parser.head.method
        delivery.minorVersion = connection.state.parser.head.minorVersion
        send(connection, chosen, isNotModified: isNotModified, hasBody: method != .head && !isNotModified)
        if context.accessLog != nil {
            let target = message.extracting(connection.state.parser.head.target.offsets)
            let name = message.extracting(connection.state.parser.head.methodName.offsets)
            record(
                connection, method: name.text, target: target.text, status: isNotModified ? 304 : chosen.status,
                bytes: method == .head || isNotModified ? 0 : chosen.contentLength)
        }
        connection.head = []
        connection.body = []
        connection.state.answered(at: now)
    }

    /// Answers what is no request; the connection's state has ended it already.
    func refuse(_ connection: Connection, _ error: WireError) {
        beginRequest(connection)
        delivery.minorVersion = connection.state.parser.head.minorVersion
        send(connection, PreparedResponse(error.response), isNotModified: false, hasBody: true)
        record(connection, method: "-", target: "-", status: error.status.code, bytes: 0)
        connection.head = []
        connection.body = []
    }

    private func send(_ connection: Connection, _ response: PreparedResponse, isNotModified: Bool, hasBody: Bool) {
        delivery.isLast = connection.state.isLast
        delivery.identifier = connection.identifier
        let status = isNotModified ? 304 : response.status
        context.counters.countResponse(status)
        observations.append(
            RouteCounters.Observation(route: response.route, status: status, began: connection.askedMicroseconds))
        response.appendHead(delivery, isNotModified: isNotModified, to: &batch)
        if hasBody {
            if let source = response.source {
                write(connection, source.content, source.range)
            } else if response.body.count <= ServerConfiguration.copiedBody {
                batch += response.body
            } else {
                write(connection, response.body)
            }
        }
        if batch.count >= ServerConfiguration.sendBatch { write(connection, []) }
    }

    private func record(_ connection: Connection, method: String, target: String, status: Int, bytes: Int) {
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
