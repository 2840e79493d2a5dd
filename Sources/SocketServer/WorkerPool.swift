import Dispatch
import HTTPWire
import Synchronization

/// Asks the application, away from the shards: some workers, and a line of bounded length before them.
final class WorkerPool: Sendable {
    /// A request on its way to the application; it changes hands three times, and is never copied for it.
    final class Job: Sendable {
        /// Where the response goes.
        let mailbox: Mailbox
        /// The connection there.
        let token: UInt64
        let head: RequestHead
        /// The bytes that the head stands in.
        let bytes: [UInt8]
        let body: [UInt8]
        /// The way that it goes.
        let lane: Lane
        /// Tells whether its client has left.
        let cancellation = Cancellation()

        init(
            mailbox: Mailbox, token: UInt64, head: RequestHead, bytes: [UInt8], body: [UInt8], lane: Lane = .quick
        ) {
            self.lane = lane
            self.mailbox = mailbox
            self.token = token
            self.head = head
            self.bytes = bytes
            self.body = body
        }

        /// The request as the application takes it.
        var request: Request {
            let bytes = bytes
            return Request(head: head, bytes: bytes.span, body: body)
        }
    }

    private struct State {
        var waiting: [Job] = []
        /// The first of `waiting` that has not been taken.
        var first = 0
        var idle: [Int] = []

        var count: Int { waiting.count - first }

        /// Forgets a job; returns whether it was there.
        mutating func remove(_ job: Job) -> Bool {
            guard let place = waiting[first...].firstIndex(where: { $0 === job }) else { return false }
            waiting.remove(at: place)
            return true
        }

        mutating func take() -> Job? {
            guard first < waiting.count else { return nil }
            let job = waiting[first]
            first += 1
            if first == waiting.count {
                waiting.removeAll(keepingCapacity: true)
                first = 0
            } else if first >= 1024 {
                waiting.removeFirst(first)
                first = 0
            }
            return job
        }
    }

    /// A worker: its lock is taken by whoever took it from the idle ones, and for a renewal, for which alone it may be waited.
    private final class Worker: Sendable {
        let queue: DispatchQueue
        /// What responds here, and how many times it has been renewed.
        let responder = Mutex<(current: (any Responder)?, generation: Int)>((nil, 0))
        /// Whether a renewal waits on the queue, before the next request.
        let isRenewalDue = Atomic<Bool>(false)

        init(_ label: String) { queue = DispatchQueue(label: "SocketServer.worker.\(label)") }
    }

    private let workers: [Worker]
    private let depth: Int
    /// Whether any response is cached.
    private let keepsAnswers: Bool
    private let makeResponder: @Sendable () throws -> any Responder
    private let state: Mutex<State>
    /// How many times all responders have been renewed; a response of an earlier one is not to be cached.
    private let renewals = Atomic<Int>(0)

    /// The generation of responders whose responses may be cached.
    var generation: Int { renewals.load(ordering: .acquiring) }

    /// Makes the workers and their responders, each on its own queue; the first failure ends it.
    init(
        _ lane: Lane = .quick, _ configuration: ServerConfiguration, application: Application
    ) throws(ServerError) {
        let (count, depth) = configuration.capacity(of: lane)
        self.depth = max(0, depth)
        keepsAnswers = configuration.cacheBytes > 0
        makeResponder = application.makeResponder
        workers = (0..<max(1, count)).map { Worker("\(lane).\($0)") }
        state = Mutex(State(idle: Array(workers.indices)))
        if let failure = renew().first { throw .application(failure) }
    }

    /// Gives every worker a new responder, between two requests; a worker for which none can be made keeps its own.
    ///
    /// It blocks until the last worker has one, and returns what went wrong. No shard responds from what it cached of an old
    /// responder after that. Never call it on a worker's queue, nor twice at once.
    func renew() -> [String] {
        let failures = Mutex<[String]>([])
        let generation = self.generation + 1
        DispatchQueue.concurrentPerform(iterations: workers.count) { number in
            let worker = workers[number]
            worker.isRenewalDue.store(true, ordering: .relaxed)
            worker.queue.sync {
                worker.isRenewalDue.store(false, ordering: .relaxed)
                let failure: String? = worker.responder.withLock { responder in
                    responder.generation = generation
                    do {
                        responder.current = try makeResponder()
                        return nil
                    } catch {
                        return "\(error)"
                    }
                }
                if let failure { failures.withLock { $0.append(failure) } }
            }
        }
        renewals.store(generation, ordering: .releasing)
        return failures.withLock(\.self)
    }

    /// The requests that wait for a worker.
    var waiting: Int { state.withLock(\.count) }

    /// Takes a job, or returns false when the queue is full.
    func submit(_ job: Job) -> Bool {
        enum Place { case worker(Int), line, none }
        let place: Place = state.withLock { state in
            if let worker = state.idle.popLast() { return .worker(worker) }
            guard state.count < depth else { return .none }
            state.waiting.append(job)
            return .line
        }
        switch place {
        case .worker(let number):
            workers[number].queue.async { self.work(number, job) }
            return true
        case .line: return true
        case .none: return false
        }
    }

    /// Nobody waits for a job any more.
    ///
    /// - Returns: Whether it had not been begun, so that no word of it comes.
    func cancel(_ job: Job) -> Bool {
        job.cancellation.cancel()
        return state.withLock { $0.remove(job) }
    }

    /// Has a worker that rests respond on the caller's thread; `nil` where none does, or others wait, or it takes too long.
    ///
    /// For what takes no longer than to hand it over.
    func answerAtOnce(_ head: borrowing RequestHead, bytes: Span<UInt8>, of target: QuickTarget) -> Answer? {
        let rest = state.withLock { $0.count == 0 ? $0.idle.popLast() : nil }
        guard let number = rest else { return nil }
        defer { release(number) }
        let request = Request(head: head, bytes: bytes, body: [])
        // A renewal has the lock for as long as it takes to open a store.
        return workers[number].responder.withLockIfAvailable { responder in
            guard let current = responder.current else { return nil }
            do throws(TakesLonger) {
                return answer(try current.respondAtOnce(to: request, of: target), to: request, of: responder.generation)
            } catch {
                return nil
            }
        } ?? nil
    }

    /// Lets a worker rest, or do what has come to wait for one.
    private func release(_ number: Int) {
        let job = state.withLock { state in
            let job = state.take()
            if job == nil { state.idle.append(number) }
            return job
        }
        if let job { workers[number].queue.async { self.work(number, job) } }
    }

    /// Does a job, and those that wait, until none does.
    ///
    /// While more wait, shards are told of their responses some at a time: to be woken for each is two switches of threads
    /// a request where processors are scarce. A shard looks for itself meanwhile, so that none waits for a slow one.
    private func work(_ number: Int, _ first: Job) {
        var next: Job? = first
        var unannounced: [Mailbox] = []
        while let job = next {
            if workers[number].isRenewalDue.load(ordering: .relaxed) {
                // A worker that never rests would never come to its queue's next block.
                workers[number].queue.async { self.work(number, job) }
                break
            }
            workers[number].responder.withLock { responder in
                guard let current = responder.current, !job.cancellation.isCancelled else {
                    return job.mailbox.leave(.abandoned)
                }
                let request = job.request
                let (response, generation) = answer(
                    current.respond(to: request, until: job.cancellation), to: request, of: responder.generation)
                job.mailbox.leave(.answer(token: job.token, response, keptBy: generation))
            }
            unannounced.append(job.mailbox)
            if unannounced.count >= ServerConfiguration.answerBatch {
                unannounced.forEach { $0.announce() }
                unannounced.removeAll(keepingCapacity: true)
            }
            next = state.withLock { state in
                guard let job = state.take() else {
                    state.idle.append(number)
                    return nil
                }
                return job
            }
        }
        unannounced.forEach { $0.announce() }
    }

    /// A response, and the generation of responders for which it may be cached.
    typealias Answer = (response: PreparedResponse, keptBy: Int?)

    private func answer(_ response: consuming Response, to request: Request, of generation: Int) -> Answer {
        let isReading = request.method == .get || request.method == .head
        let isKept = keepsAnswers && isReading && ResponseCache.covers(response)
        return (PreparedResponse(consume response, isKept: isKept), isKept ? generation : nil)
    }
}
