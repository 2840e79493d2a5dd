import HTTPTypes
import HTTPWire
import Logging
import Testing

@testable import SocketServer

@Suite("Metrics")
struct MetricsTests {
    private final class Named: Responder {
        func respond(to request: Request) -> Response {
            let isFound = request.path == "/a"
            return Response(
                status: isFound ? .ok : .notFound, fields: [.contentType: "text/plain"], body: Array("a".utf8),
                entityTag: isFound ? "\"a\"" : nil, isCacheable: isFound, route: isFound ? 2 : 3)
        }
    }

    /// The lines with a value, by what stands before it.
    private func samples(_ text: String) -> [String: String] {
        var samples: [String: String] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            guard let space = line.lastIndex(of: " ") else { continue }
            samples[String(line[..<space])] = String(line[line.index(after: space)...])
        }
        return samples
    }

    @Test("answers are counted by route and status, the wire's and the cache's too")
    func counting() throws {
        var configuration = ServerConfiguration()
        configuration.port = 0
        configuration.shards = 1
        var application = Application { Named() }
        application.routes = ["other", "plain \"a\""]
        let registry = MetricsRegistry(prefix: "test")
        #expect(registry.metrics == ServerMetrics())
        let server = Server(
            configuration: configuration, application: application,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, metrics: registry)
        let address = try server.start()
        let client = RawClient(address)
        let fields = "Host: 127.0.0.1\r\n\r\n"
        #expect(client.send("GET /a HTTP/1.1\r\n" + fields).answer()?.status == 200)
        #expect(client.send("GET /a HTTP/1.1\r\n" + fields).answer()?.status == 200)
        #expect(client.send("GET /a HTTP/1.1\r\nIf-None-Match: \"a\"\r\n" + fields).answer(toHEAD: true)?.status == 304)
        #expect(client.send("GET /b HTTP/1.1\r\n" + fields).answer()?.status == 404)
        #expect(client.send("nonsense\r\n").answer()?.status == 400)
        server.shutdown()
        server.wait()

        let samples = samples(registry.prometheusText)
        let route = #"route="plain \"a\"""#
        #expect(samples["test_responses_total{\(route),status=\"200\"}"] == "2")
        #expect(samples["test_responses_total{\(route),status=\"304\"}"] == "1")
        #expect(samples[#"test_responses_total{route="",status="404"}"#] == "1")
        #expect(samples[#"test_responses_total{route="",status="400"}"#] == "1")
        #expect(samples["test_response_seconds_count{\(route)}"] == "3")
        #expect(samples["test_response_seconds_bucket{\(route),le=\"+Inf\"}"] == "3")
        #expect(samples["test_cache_hits_total"] == "2")
        #expect(samples["test_connections_accepted_total"] == "1")
        #expect(samples["test_connections_open"] == "0")
        #expect(samples["test_queue_depth"] == "0")
        #expect(!samples.keys.contains { $0.contains("other") })
    }

    @Test(
        "a time falls into the first bucket that is not below it",
        arguments: [(0, 0), (50, 0), (51, 1), (100, 1), (5_000_000, 15), (5_000_001, 16)])
    func buckets(microseconds: Int64, bucket: Int) {
        var statistics = RouteStatistics()
        statistics.count(200, microseconds: microseconds)
        #expect(statistics.buckets.firstIndex(of: 1) == bucket)
        #expect(statistics.count == 1 && statistics.microseconds == microseconds)
    }

    @Test("answers that are counted at once are counted as each by itself")
    func together() {
        let (one, all) = (RouteCounters(routes: 1), RouteCounters(routes: 1))
        let observation = RouteCounters.Observation(route: 1, status: 304, began: nil)
        one.count(Array(repeating: observation, count: 3), from: 10, to: 80)
        var several = observation
        several.count = 3
        all.count([several], from: 10, to: 80)
        #expect(one.current == all.current)
        #expect(all.current.map(\.count) == [0, 3] && all.current.map(\.microseconds) == [0, 210])
        #expect(observation.isLike(several))
        for other in [
            RouteCounters.Observation(route: 0, status: 304), RouteCounters.Observation(route: 1, status: 200),
            RouteCounters.Observation(route: 1, status: 304, began: 5),
        ] {
            #expect(!observation.isLike(other))
        }
    }

    @Test("statistics of shards add up, and a status beyond all codes is kept within them")
    func adding() {
        var first = RouteStatistics()
        first.count(200, microseconds: 10)
        first.count(7, microseconds: 10)
        var second = RouteStatistics()
        second.count(200, microseconds: 70)
        second.count(999, microseconds: 10)
        first.add(second)
        #expect(first.statuses.map { [$0.code, $0.count] } == [[100, 1], [200, 2], [599, 1]])
        #expect(first.count == 4 && first.microseconds == 100)
        #expect(first.buckets.prefix(3) == [3, 1, 0])
    }

    @Test("buckets are cumulative, in seconds, and every family says what it is")
    func text() {
        var statistics = RouteStatistics()
        statistics.count(200, microseconds: 80)
        statistics.count(200, microseconds: 2000)
        let text = PrometheusText(prefix: "test").text(of: ServerMetrics(), routes: [("talks", statistics)])
        let samples = samples(text)
        #expect(samples[#"test_response_seconds_bucket{route="talks",le="5e-05"}"#] == "0")
        #expect(samples[#"test_response_seconds_bucket{route="talks",le="0.0001"}"#] == "1")
        #expect(samples[#"test_response_seconds_bucket{route="talks",le="0.0025"}"#] == "2")
        #expect(samples[#"test_response_seconds_sum{route="talks"}"#] == "0.00208")
        let families = Set(samples.keys.map { $0.prefix { $0 != "{" } })
        let types = text.split(separator: "\n").filter { $0.hasPrefix("# TYPE") }.count
        #expect(types == families.filter { !$0.hasSuffix("_sum") && !$0.hasSuffix("_count") }.count)
        #expect(text.hasSuffix("\n"))
    }
}
