import HTTPTypes
import HTTPWire
import Logging
import SocketServer

/// Greets whoever asks for `/`; each worker has its own, so it needs no lock.
final class Greeter: Responder {
    func respond(to request: Request) -> Response {
        guard request.path == "/" else { return Response(status: .notFound) }
        let fields: HTTPFields = [.contentType: "text/plain; charset=utf-8"]
        return Response(status: .ok, fields: fields, body: Array("안녕하세요\n".utf8))
    }
}

var configuration = ServerConfiguration()
configuration.port = CommandLine.arguments.dropFirst().first.flatMap { UInt16($0) } ?? 8080
let logger = Logger(label: "greeter")
let server = Server(configuration: configuration, application: Application { Greeter() }, logger: logger)
let address = try server.start()
logger.notice("listening on http://\(address)/")
let signals = TerminationSignals { _ in server.shutdown() }
server.wait()
withExtendedLifetime(signals) {}
