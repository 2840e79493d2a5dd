import Dispatch
import HTTPTypes
import HTTPWire
import Logging
import Sockets
import Synchronization
import Testing

@testable import SocketServer

/// A server on a free port, with an application that answers by path; it stops when the test is done.
final class TestServer: Sendable {
    let server: Server
    let address: SocketAddress
    let gate: Gate

    /// Holds `/held` until it is opened, and tells how many have come.
    final class Gate: Sendable {
        private let opened = DispatchSemaphore(value: 0)
        private let arrived = DispatchSemaphore(value: 0)
        /// The requests that knew at their end that nobody waited any more.
        let cancelled = Atomic<Int>(0)

        func pass() {
            arrived.signal()
            opened.wait()
        }
        func waitForArrival() { arrived.wait() }
        func open() { opened.signal() }
    }

    private final class Paths: Responder {
        let gate: Gate
        private let generation: Int
        private var count = 0

        init(gate: Gate, generation: Int) {
            self.gate = gate
            self.generation = generation
        }

        func respondAtOnce(to request: Request, of target: QuickTarget) throws(TakesLonger) -> Response {
            guard request.path != "/long" else { throw TakesLonger() }
            return respond(to: request)
        }

        func respond(to request: Request, until cancellation: Cancellation) -> Response {
            let response = respond(to: request)
            if cancellation.isCancelled { gate.cancelled.add(1, ordering: .relaxed) }
            return response
        }

        func respond(to request: Request) -> Response {
            count += 1
            switch request.path {
            case "/held", "/long", "/costly/held":
                gate.pass()
                return Response(status: .ok, fields: [.contentType: "text/plain"], body: Array("held\n".utf8))
            case "/echo":
                let head = "\(request.method) \(request.query ?? "-") \(request.authority ?? "-") "
                return Response(
                    status: .ok, fields: [.contentType: "text/plain"], body: Array(head.utf8) + request.body)
            case "/count":
                return Response(status: .ok, body: Array("\(count)".utf8), entityTag: "\"c\"", isCacheable: true)
            case "/varies":
                return Response(
                    status: .ok, fields: [.vary: "Accept, Cookie"], body: Array("\(count)".utf8), isCacheable: true)
            case "/generation":
                return Response(
                    status: .ok, body: Array("\(generation)".utf8), entityTag: "\"\(generation)\"", isCacheable: true)
            case _ where request.path.hasPrefix("/source/"):
                let source = Numbers(count: Int(request.path.dropFirst(8)) ?? 0)
                var response = Response(
                    status: .ok, fields: [.acceptRanges: "bytes"], entityTag: "\"s\"", isCacheable: true)
                response.source = source
                return response
            case _ where request.path.hasPrefix("/ranges/"):
                return Response(
                    status: .ok, fields: [.contentType: "text/plain", .acceptRanges: "bytes"],
                    body: TestServer.bytes(Int(request.path.dropFirst(8)) ?? 0), entityTag: "\"r\"", isCacheable: true)
            case _ where request.path.hasPrefix("/bytes/"):
                let size = Int(request.path.dropFirst(7)) ?? 0
                return Response(
                    status: .ok, fields: [.contentType: "application/octet-stream"], body: TestServer.bytes(size),
                    entityTag: "\"\(size)\"")
            case _ where request.path.hasPrefix("/zeros/"):
                return Response(status: .ok, body: [UInt8](repeating: 0, count: Int(request.path.dropFirst(7)) ?? 0))
            default:
                guard request.method == .get || request.method == .head else {
                    return Response(status: .methodNotAllowed, fields: [.allow: "GET, HEAD, OPTIONS"])
                }
                return Response(
                    status: .ok, fields: [.contentType: "text/plain", .vary: "Accept"],
                    body: Array("\(request.path)\n".utf8), entityTag: "\"e\"", isCacheable: true)
            }
        }
    }

    /// Content that is never in memory as a whole; it cannot be read beyond the first 2 MB.
    private final class Numbers: ContentSource {
        let count: Int

        init(count: Int) { self.count = count }

        func read(_ range: Range<Int>) -> [UInt8] {
            range.prefix { $0 < 2_000_000 }.map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
        }
    }

    /// What the application's makers of responders share: tests raise it, or let them fail.
    let generation = Generation()

    final class Generation: Sendable {
        let number = Atomic<Int>(0)
    }

    static func bytes(_ size: Int) -> [UInt8] { (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) } }

    init(
        contentMethods: [RequestHead.Method] = [],
        logger: Logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
        _ configure: (inout ServerConfiguration) -> Void = { _ in },
        refusal: (@Sendable (WireError, _ origin: String?) -> Response)? = nil,
        quick: [String] = [], hasLanes: Bool = false,
        foreignRefusal: (@Sendable (_ target: Span<UInt8>, _ origin: String?) -> WireError?)? = nil
    ) throws {
        var configuration = ServerConfiguration()
        configuration.port = 0
        configuration.shards = 2
        configuration.workers = 1
        configure(&configuration)
        let gate = Gate()
        var application = Application { [generation] in
            let generation = generation.number.load(ordering: .relaxed)
            guard generation >= 0 else { throw ServerError.application("no generation") }
            return Paths(gate: gate, generation: generation)
        }
        application.contentMethods = contentMethods
        if let refusal { application.refusal = refusal }
        if let foreignRefusal { application.foreignRefusal = foreignRefusal }
        if hasLanes {
            application.lane = { target in
                let path = target.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
                return path.hasPrefix("/costly/") ? .costly : path == "/urgent" ? .urgent : .quick
            }
        }
        let targets = quick.map { Array($0.utf8) }
        application.quickTarget = { target in
            let place = target.withUnsafeBufferPointer { given in targets.firstIndex { $0.elementsEqual(given) } }
            return place.map { QuickTarget(route: $0 + 1, offset: 0) }
        }
        self.gate = gate
        server = Server(
            configuration: configuration, application: application,
            logger: logger)
        address = try server.start()
    }

    deinit {
        server.shutdown()
        server.wait()
    }

    func client(receiveBuffer: CInt? = nil) -> RawClient { RawClient(address, receiveBuffer: receiveBuffer) }
}
