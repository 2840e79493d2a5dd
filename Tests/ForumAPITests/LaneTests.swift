import HTTPWire
import Testing

@testable import ForumAPI

/// By which way a request goes to a worker.
@Suite("Lanes")
struct LaneTests {
    @Test(
        "what tells of the service is urgent, rows and plain lists are quick, and what takes as long as there are passages is not",
        arguments: [
            ("/livez", Lane.urgent), ("/readyz", .urgent), ("/metrics", .urgent), ("/metrics?x=1", .urgent),
            ("/", .quick), ("/v1", .quick), ("/v1/talks", .quick), ("/v1/talks?limit=5", .quick), ("/nothing", .quick),
            ("/v1/passages?topic=mem0&sort=-position", .quick), ("/v1/topics/%EA%B0%80", .quick), ("", .quick),
            ("/v1/search?q=a", .costly), ("/v1/quotes", .costly), ("/v1/matrix", .costly), ("/v1/suggest?q=a", .costly),
            ("/v1/topics/cooccurrence", .costly), ("/v1/topics/cooccurrence.csv?limit=1", .costly),
            ("/v1/topics/a/timeline/", .costly), ("/v1/talks?q=a", .costly),
            ("/v1/passages.csv?limit=1&facet=kind", .costly),
            ("/v1/talks?include=topics", .costly), ("/v1/talks?%71=a", .costly), ("/v1/%73earch", .costly),
            ("/v1/exports/passages", .bulk), ("/v1/exports/passages?format=csv", .bulk), ("/v1/exports", .quick),
        ])
    func lanes(target: String, lane: Lane) throws {
        let api = ForumAPI(configuration: .init(version: "1"))
        #expect(api.lane(target.utf8.span) == lane)
    }
}
