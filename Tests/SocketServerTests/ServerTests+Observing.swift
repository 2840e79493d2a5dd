import Dispatch
import HTTPWire
import Logging
import Synchronization
import Testing

@testable import SocketServer

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The access log, and signals.
extension ServerTests {
    /// Keeps what is logged.
    private final class Records: Sendable {
        let kept = Mutex<[Logger.Metadata]>([])
    }

    private struct KeepingHandler: LogHandler {
        let records: Records
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            guard event.message == "request" else { return }
            records.kept.withLock { $0.append(event.metadata ?? [:]) }
        }
    }

    @Test("the access log has one record a request, with the number that the answer bears")
    func accessLog() throws {
        let records = Records()
        let server = try TestServer(logger: Logger(label: "test") { _ in KeepingHandler(records: records) }) {
            $0.logsAccess = true
            $0.deadlines.linger = .milliseconds(60)
        }
        let client = server.client()
        let answer = client.send("GET /a?b=1 HTTP/1.1\r\n\(Self.fields)").answer()
        // Often enough to be known by its bytes.
        for _ in 0..<4 {
            #expect(client.send("HEAD /a HTTP/1.1\r\n\(Self.fields)").answer(toHEAD: true)?.status == 200)
        }
        #expect(client.send("nonsense\r\n").answer()?.status == 400)
        server.server.shutdown()
        server.server.wait()
        let kept = records.kept.withLock { $0 }
        #expect(kept.map { "\($0["method"] ?? "")" } == ["GET", "HEAD", "HEAD", "HEAD", "HEAD", "-"])
        #expect(kept.map { "\($0["target"] ?? "")" } == ["/a?b=1", "/a", "/a", "/a", "/a", "-"])
        #expect(kept.map { "\($0["status"] ?? "")" } == ["200", "200", "200", "200", "200", "400"])
        #expect(kept.first.map { "\($0["id"] ?? "")" } == answer?.fields["x-request-id"])
    }

    @Test("a termination signal is a call, made once")
    func signals() {
        let came = DispatchSemaphore(value: 0)
        let number = Mutex<CInt>(0)
        let signals = TerminationSignals { signal in
            number.withLock { $0 = signal }
            came.signal()
        }
        kill(getpid(), SIGTERM)
        #expect(came.wait(timeout: .now() + 10) == .success)
        #expect(number.withLock { $0 } == SIGTERM)
        withExtendedLifetime(signals) {}
    }
}
