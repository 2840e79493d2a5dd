import HTTPWire
import Testing

@testable import SocketServer

extension ServerTests {
    /// A conversation that ends with the server closing the connection, and the answers that are to be seen.
    private struct Course {
        var requests: String
        var isHalfClosed = false
        var answers: [(status: Int, length: Int)]
    }

    private static let ending = "Connection: close\r\nHost: localhost\r\n\r\n"

    /// What differs in what is sent after an answer has been gathered.
    private static let courses = [
        Course(requests: "GET /a HTTP/1.1\r\n\(ending)", answers: [(200, 3)]),
        Course(requests: "GET /a HTTP/1.1\r\n\(fields)", isHalfClosed: true, answers: [(200, 3)]),
        Course(
            requests: "GET /a HTTP/1.1\r\n\(fields)GET /bytes/10 HTTP/1.1\r\n\(fields)GET /a HTTP/1.1\r\n\(ending)",
            answers: [(200, 3), (200, 10), (200, 3)]),
        Course(
            requests: "GET /a HTTP/1.1\r\n\(fields)GET /zeros/3000000 HTTP/1.1\r\n\(ending)",
            answers: [(200, 3), (200, 3_000_000)]),
        Course(
            requests: "GET /a HTTP/1.1\r\n\(fields)GET /source/1000000 HTTP/1.1\r\n\(fields)", isHalfClosed: true,
            answers: [(200, 3), (200, 1_000_000)]),
        Course(requests: "GET /a HTTP/1.1\r\n\(fields)GET  /a HTTP/1.1\r\n\(fields)", answers: [(200, 3), (400, 0)]),
        Course(requests: "GET /a HTTP/1.0\r\nHost: localhost\r\n\r\n", answers: [(200, 3)]),
        Course(
            requests: String(repeating: "GET /ranges/9000 HTTP/1.1\r\n\(fields)", count: 20), isHalfClosed: true,
            answers: Array(repeating: (200, 9000), count: 20)),
    ]

    @Test("connections whose requests lie ready at the same time get their own answers, whole and in order")
    func together() throws {
        let count = 5 * Self.courses.count
        let server = try TestServer {
            $0.connections = count
            $0.shards = 1
        }
        let warming = server.client()
        for path in ["/a", "/ranges/9000", "/a", "/ranges/9000"] {
            #expect(warming.send("GET \(path) HTTP/1.1\r\n\(Self.fields)").answer()?.status == 200)
        }
        // Those that fill the server keep the others waiting with all that they send.
        var occupants = [warming] + (1..<count).map { _ in server.client() }
        for client in occupants { #expect(client.send("GET /a HTTP/1.1\r\n\(Self.fields)").answer()?.status == 200) }
        let clients = (0..<count).map { number in
            let course = Self.courses[number % Self.courses.count]
            let client = server.client().send(course.requests)
            if course.isHalfClosed { client.closeSending() }
            return (client, course)
        }
        occupants.removeAll()
        for (client, course) in clients {
            for expected in course.answers {
                let answer = client.answer()
                #expect(answer?.status == expected.status)
                if expected.status == 200 { #expect(answer?.body.count == expected.length) }
            }
            #expect(client.readToEnd().isEmpty)
            #expect(!client.isReset)
        }
    }
}
