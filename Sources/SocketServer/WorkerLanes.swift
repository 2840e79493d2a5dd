import HTTPWire

/// All workers, some for each way to the application, so that what is quick never waits for what is not.
final class WorkerLanes: Sendable {
    private let quick: WorkerPool
    /// The others, where the application tells of more than one way.
    private let urgent: WorkerPool?
    private let costly: WorkerPool?
    private let bulk: WorkerPool?

    init(_ configuration: ServerConfiguration, application: Application) throws(ServerError) {
        quick = try WorkerPool(.quick, configuration, application: application)
        let hasLanes = application.lane != nil
        urgent = hasLanes ? try WorkerPool(.urgent, configuration, application: application) : nil
        costly = hasLanes ? try WorkerPool(.costly, configuration, application: application) : nil
        bulk = hasLanes ? try WorkerPool(.bulk, configuration, application: application) : nil
    }

    private func pool(of lane: Lane) -> WorkerPool {
        switch lane {
        case .urgent: urgent ?? quick
        case .quick: quick
        case .costly: costly ?? quick
        case .bulk: bulk ?? quick
        }
    }

    /// The generation of responders whose responses may be cached; that of the last pool, since all are renewed in the same order.
    var generation: Int { (bulk ?? quick).generation }

    /// The requests that wait for a worker.
    var waiting: Int { [quick, urgent, costly, bulk].reduce(0) { $0 + ($1?.waiting ?? 0) } }

    /// Gives every worker a new responder; as ``WorkerPool/renew()``.
    func renew() -> [String] { [quick, urgent, costly, bulk].flatMap { $0?.renew() ?? [] } }

    /// Takes a job, or returns false when its queue is full.
    func submit(_ job: WorkerPool.Job) -> Bool { pool(of: job.lane).submit(job) }

    /// Nobody waits for a job any more; returns whether no word of it comes.
    func cancel(_ job: WorkerPool.Job) -> Bool { pool(of: job.lane).cancel(job) }

    /// Has a worker for what is quick respond on the caller's thread, if one rests.
    func answerAtOnce(_ head: borrowing RequestHead, bytes: Span<UInt8>, of target: QuickTarget) -> WorkerPool.Answer? {
        quick.answerAtOnce(head, bytes: bytes, of: target)
    }
}
