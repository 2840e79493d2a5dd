import ForumAPI
import ForumStore
import HTTPTypes
import HTTPWire
import SocketServer

/// A worker's own way from a request to its answer: the interface, reading a store over a connection of its own.
final class StoreResponder: Responder {
    private let api: ForumAPI
    private let edition: Edition
    private let gate: MemoryGate?

    /// Makes a responder.
    ///
    /// - Parameters:
    ///   - api: The interface.
    ///   - store: The path of the store.
    ///   - gate: What tells whether there is memory for a request; `nil` where it is not bounded.
    init(api: ForumAPI, store: String, gate: MemoryGate?) throws(StoreError) {
        self.api = api
        self.gate = gate
        edition = api.edition(of: try StoreReader(path: store))
    }

    func respond(to request: Request) -> Response {
        api.respond(to: request, from: edition)
    }

    func respond(to request: Request, until cancellation: Cancellation) -> Response {
        guard let gate, let room = room(for: request) else { return made(for: request, until: cancellation) }
        guard gate.enter(room) else { return api.refusal(of: Self.noMemory, origin: request.fields[.origin]) }
        defer { gate.leave(room) }
        return made(for: request, until: cancellation)
    }

    private static let noMemory = WireError(
        .serviceUnavailable, "There is no memory for this request at the moment; come again later.",
        fields: [.retryAfter: "1"])

    /// The memory that the work for a request may need; `nil` where it is next to nothing.
    private func room(for request: Request) -> Int? {
        let target = request.path + (request.query.map { "?" + $0 } ?? "")
        return switch api.lane(target.utf8.span) {
        case .urgent: nil
        case .quick: MemoryGate.quickRoom
        case .costly, .bulk: MemoryGate.costlyRoom
        }
    }

    private func made(for request: Request, until cancellation: Cancellation) -> Response {
        let response = api.respond(to: request, from: edition, until: cancellation)
        // What is refused may have been large until then.
        let isRefused = response.status == .badRequest || response.status == .serviceUnavailable
        if isRefused || response.body.count >= Self.largeResponse {
            ProcessSettings.releaseFreedMemory()
        }
        return response
    }

    /// From how many bytes on a response may have left much memory behind, in parts that are smaller.
    private static let largeResponse = 1024 * 1024

    func respondAtOnce(to request: Request, of target: QuickTarget) throws(TakesLonger) -> Response {
        try api.respondAtOnce(to: request, of: target, from: edition)
    }
}
