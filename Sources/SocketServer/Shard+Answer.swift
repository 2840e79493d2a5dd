import HTTPWire
import Sockets

extension Shard {
    /// What came of looking at a request as mere bytes.
    enum Recognition {
        /// It is known by its bytes and answered; it took so many.
        case answered(Int)
        /// It is not known by its bytes, which have this hash.
        case unknown(UInt64)
        /// It has not come whole, is too long to be known, or nothing is.
        case unrecognizable
    }

    /// Responds to the request that bytes begin with, if it is known by its bytes.
    mutating func answerKnown(_ connection: Connection, _ bytes: Span<UInt8>) -> Recognition {
        guard cache.isInUse else { return .unrecognizable }
        forgetOldAnswers()
        // Most requests come alone, and what is known is known to be whole: then its end need not be sought.
        if cache.knows(length: bytes.count), let known = cache.match(bytes, hash: cache.exactHash(bytes)) {
            answer(connection, bytes, known, isEverything: true)
            return .answered(bytes.count)
        }
        guard let length = bytes.headLength(limit: ExactMatchCache.longestMessage) else { return .unrecognizable }
        let message = bytes.extracting(0..<length)
        let hash = cache.exactHash(message)
        guard let known = cache.match(message, hash: hash) else { return .unknown(hash) }
        answer(connection, message, known, isEverything: length == bytes.count)
        return .answered(length)
    }

    /// Responds to a request that is known by its bytes.
    @inline(__always)
    private mutating func answer(
        _ connection: Connection, _ message: Span<UInt8>, _ known: ExactMatchCache.Match, isEverything: Bool
    ) {
        connection.state.receiveKnown(isEverything: isEverything)
        beginRequest(connection)
        context.counters.cacheHits.add()
        delivery.minorVersion = 1
        send(connection, known.response, known.form)
        record(
            connection, message, method: known.method, target: known.target,
            status: known.form == .notModified ? 304 : known.response.status,
            bytes: known.form == .whole ? known.response.contentLength : 0)
        connection.state.answered(at: now)
    }

    /// Responds to a complete request: from the cache, from here where no route matters, or by a worker later; returns whether
    /// it has been answered.
    mutating func answer(
        _ connection: Connection, _ head: RequestHead, _ bytes: [UInt8], from start: Int, to end: Int,
        exactHash: UInt64?
    ) -> Bool {
        beginRequest(connection)
        let message = bytes.span.extracting(start..<end)
        if head.contains(.secFetchSite), let refused = foreignRefusal(head, message) {
            deliver(connection, head, refused, to: message)
            return true
        }
        if cache.isInUse, head.method == .get || head.method == .head {
            forgetOldAnswers()
            // What is in the cache has passed all that follows: its key has the authority and the target.
            if let ready = cache.response(to: head, in: message) {
                context.counters.cacheHits.add()
                if let form = deliver(connection, head, ready, to: message), let exactHash {
                    cache.note(head, in: message, hash: exactHash, response: ready, form: form)
                }
                return true
            }
        }
        if let ready = answerWithoutRoute(head, message) {
            deliver(connection, head, ready, to: message)
            return true
        }
        if head.method == .get, let target = context.application.quickTarget(message.extracting(head.target.offsets)),
            let (response, generation) = context.workers.answerAtOnce(head, bytes: message, of: target)
        {
            if generation == cacheGeneration { cache.insert(response, for: head, in: message) }
            deliver(connection, head, response, to: message)
            return true
        }
        let kept = start == 0 && end == bytes.count ? bytes : Array(bytes[start..<end])
        let job = WorkerPool.Job(
            mailbox: context.mailbox, token: connection.token, head: head, bytes: kept, body: connection.body,
            lane: context.application.lane?(message.extracting(head.target.offsets)) ?? .quick)
        guard context.workers.submit(job) else {
            context.counters.turnedAway.add()
            let answer = head.contains(.origin) ? refusal(overload, head, message) : overloaded
            deliver(connection, head, answer, to: message)
            return true
        }
        awaitedAnswers += 1
        connection.askedMicroseconds = roundMicroseconds
        connection.head = kept
        connection.job = job
        connection.isProbed = false
        return false
    }

    /// The response to a request that no application need see.
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

    /// The response to what a page of another site asks for in the background, if the application refuses that.
    ///
    /// It is asked before the cache, so that what a page gets does not depend on what others asked for.
    private func foreignRefusal(_ head: RequestHead, _ message: Span<UInt8>) -> PreparedResponse? {
        guard head.isForeign(message), head.method != .options,
            let error = context.application.foreignRefusal(
                message.extracting(head.target.offsets), origin(head, message))
        else { return nil }
        return refusal(error, head, message)
    }

    /// The origin of the page that asks, if the request tells it.
    private func origin(_ head: RequestHead, _ message: Span<UInt8>) -> String? {
        head.fields.first { $0.field == .origin }.map { message.extracting($0.value.offsets).text }
    }

    /// The response to a request that is understood and refused.
    private func refusal(
        _ error: WireError, _ head: RequestHead, _ message: Span<UInt8>, route: Int = 0
    ) -> PreparedResponse {
        var response = context.application.refusal(error, origin(head, message))
        response.route = route
        return PreparedResponse(response)
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

    func endRequest(_ connection: Connection) {
        connection.head = []
        connection.body = []
        connection.state.answered(at: now)
    }

    /// A worker has the response: it goes out, and what the peer sent meanwhile is looked at.
    mutating func finishAnswer(_ connection: Connection, _ response: PreparedResponse, keptBy generation: Int?) {
        connection.job = nil
        guard connection.state.phase == .answering else { return }
        settleGathered(connection)
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

    /// Writes a response to the present request into the batch; returns which part of it, unless another one went out.
    @discardableResult
    private mutating func deliver(
        _ connection: Connection, _ head: RequestHead, _ response: PreparedResponse, to message: Span<UInt8>
    ) -> ExactMatchCache.Form? {
        delivery.minorVersion = head.minorVersion
        let form: ExactMatchCache.Form
        let sent: PreparedResponse
        switch response.outcome(for: head, bytes: message) {
        case .proceed:
            form = head.method == .head ? .head : .whole
            do throws(WireError) {
                sent = head.contains(.range) ? try response.selected(for: head, bytes: message) : response
            } catch {
                sent = refusal(error, head, message, route: response.route)
            }
        case .notModified:
            form = .notModified
            sent = response
        case .failed:
            form = head.method == .head ? .head : .whole
            sent = refusal(.preconditionFailed, head, message, route: response.route)
        }
        send(connection, sent, form)
        record(
            connection, message, method: head.methodName, target: head.target,
            status: form == .notModified ? 304 : sent.status, bytes: form == .whole ? sent.contentLength : 0)
        return sent === response ? form : nil
    }

    /// Responds to what is no request; the connection's state has ended it already.
    mutating func refuse(_ connection: Connection, _ error: WireError) {
        beginRequest(connection)
        delivery.minorVersion = connection.state.head.minorVersion
        send(connection, PreparedResponse(context.application.refusal(error, nil)), .whole)
        record(connection, method: "-", target: "-", status: error.status.code, bytes: 0)
        connection.head = []
        connection.body = []
    }

    private mutating func send(_ connection: Connection, _ response: PreparedResponse, _ form: ExactMatchCache.Form) {
        prepare(connection, status: form == .notModified ? 304 : response.status, route: response.route)
        if form == .notModified {
            response.appendNotModified(delivery, to: &batch)
        } else {
            let isCopied = response.contentLength <= ServerConfiguration.copiedContent
            response.append(delivery, includesContent: form == .whole && isCopied, to: &batch)
            if form == .whole {
                if let source = response.source {
                    write(connection, source.content, source.range)
                } else if !isCopied {
                    write(connection, response.content)
                }
            }
        }
        if batch.count - batchStart >= ServerConfiguration.sendBatch { write(connection, []) }
    }

    /// Counts a response, and sets what it has of this request.
    private mutating func prepare(_ connection: Connection, status: Int, route: Int) {
        delivery.isLast = connection.state.isLast
        delivery.identifier = connection.identifier
        context.counters.countResponse(status)
        let observation = RouteCounters.Observation(route: route, status: status, began: connection.askedMicroseconds)
        if let last = observations.indices.last, observations[last].isLike(observation) {
            observations[last].count += 1
        } else {
            observations.append(observation)
        }
    }

    private mutating func record(
        _ connection: Connection, _ message: Span<UInt8>, method: ByteRange, target: ByteRange, status: Int, bytes: Int
    ) {
        guard context.accessLog != nil else { return }
        record(
            connection, method: message.extracting(method.offsets).logText,
            target: message.extracting(target.offsets).logText, status: status, bytes: bytes)
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
