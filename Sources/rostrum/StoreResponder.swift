import ForumAPI
import ForumStore
import HTTPTypes
import HTTPWire
import SocketServer

/// A worker's own way from a request to its answer: the interface, reading a store over a connection of its own.
final class StoreResponder: Responder {
    private let api: ForumAPI
    private let edition: Edition

    init(api: ForumAPI, store: String) throws(StoreError) {
        self.api = api
        edition = api.edition(of: try StoreReader(path: store))
    }

    func respond(to request: Request) -> Response {
        api.respond(to: request, from: edition)
    }

    func respond(to request: Request, until cancellation: Cancellation) -> Response {
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
