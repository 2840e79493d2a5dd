import ForumAPI
import ForumStore
import HTTPWire
import SocketServer

/// A worker's own way from a request to its answer: the interface, reading a store over a connection of its own.
final class StoreResponder: Responder {
    private let api: ForumAPI
    private let reader: StoreReader

    init(api: ForumAPI, store: String) throws(StoreError) {
        self.api = api
        reader = try StoreReader(path: store)
    }

    func respond(to request: Request) -> Response {
        api.respond(to: request, reading: reader)
    }
}
