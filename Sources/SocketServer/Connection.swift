import HTTPWire
import Sockets

/// What a shard holds of one connection; only its shard's queue touches it.
///
/// Accesses to what each request touches are not checked for overlapping: no method of the shard holds one while it calls
/// another, and the checks took a twentieth of the instructions of a cached response.
final class Connection {
    let socket: StreamSocket
    /// The number by which the poller, the deadlines and the workers name it.
    let token: UInt64
    @exclusivity(unchecked) var state: ConnectionState
    /// Whether the shard still has it.
    var isOpen = true
    /// What was received and not used up.
    @exclusivity(unchecked) var unread: [UInt8] = []
    /// The head's bytes of a request whose content is coming or which is with a worker.
    @exclusivity(unchecked) var head: [UInt8] = []
    /// The content of the present request, as far as the application reads it.
    @exclusivity(unchecked) var body: [UInt8] = []
    /// Whether the present request's content is kept for the application.
    var keepsContent = false
    @exclusivity(unchecked) var output = PendingOutput()
    /// Whether responses of it wait in the shard's batch to be sent with others.
    var isGathered = false
    /// What the poller watches for, as far as that was not used up: what is left of a readiness has to be asked for again.
    var interest: Readiness = .readable
    /// The time of its entry in the deadline queue.
    var scheduled: MonotonicTime?
    /// The present request's number.
    var identifier: UInt64 = 0
    /// When the present request was complete, if it waits for a worker.
    var askedMicroseconds: Int64?
    /// The present request, while a worker has it or it waits for one.
    var job: WorkerPool.Job?
    /// Whether it has been found out if a peer that has closed its side still reads.
    var isProbed = false
    /// The bytes dropped since this side was closed.
    var lingered = 0

    init(socket: consuming StreamSocket, token: UInt64, state: ConnectionState) {
        self.socket = socket
        self.token = token
        self.state = state
    }

    /// Whether a request is being answered that takes long, and it is not known whether its peer has left.
    var awaitsLong: Bool {
        guard let job, !isProbed else { return false }
        return job.lane == .costly || job.lane == .bulk
    }
}
