import ForumStore
import SeededNumbers
import Testing

@testable import ForumAPI

@Suite("Cursors")
struct CursorTests {
    private static let positions = [
        ListPosition(values: [], key: 0), ListPosition(values: [], key: -1), ListPosition(values: [], key: .max),
        ListPosition(values: [.integer(.min), .text("")], key: 3), ListPosition(values: [.text("규제와 혁신")], key: 7),
    ]

    @Test("a cursor reads back as the place it was made for", arguments: positions)
    func roundTrip(position: ListPosition) throws {
        let cursor = Cursor(position: position, list: "/v1/talks", snapshot: "a")
        #expect(try Cursor(token: cursor.token, list: "/v1/talks", snapshot: "a") == cursor)
        #expect(cursor.position == position)
        #expect(
            cursor.token.utf8.allSatisfy {
                UnicodeScalar($0).properties.isAlphabetic || (48...57).contains($0) || $0 == 45 || $0 == 95
            })
    }

    @Test("a cursor of another list is malformed, and one of another snapshot expired", arguments: positions)
    func elsewhere(position: ListPosition) {
        let token = Cursor(position: position, list: "/v1/talks", snapshot: "a").token
        #expect(throws: Cursor.Refusal.malformed) { try Cursor(token: token, list: "/v1/topics", snapshot: "a") }
        #expect(throws: Cursor.Refusal.expired) { try Cursor(token: token, list: "/v1/talks", snapshot: "b") }
    }

    @Test("a cursor has one spelling, and a changed or cut one opens nothing", arguments: positions)
    func changed(position: ListPosition) {
        let token = Cursor(position: position, list: "/v1/talks", snapshot: "a").token
        for index in token.indices {
            for replacement in ["A", "_", "=", "+", "한"] where String(token[index]) != replacement {
                var changed = token
                changed.replaceSubrange(index...index, with: replacement)
                #expect(throws: Cursor.Refusal.malformed) {
                    try Cursor(token: changed, list: "/v1/talks", snapshot: "a")
                }
            }
            #expect(throws: Cursor.Refusal.malformed) {
                try Cursor(token: String(token[..<index]), list: "/v1/talks", snapshot: "a")
            }
        }
        for tail in ["A", "=", " ", "AAAA"] {
            #expect(throws: Cursor.Refusal.malformed) {
                try Cursor(token: token + tail, list: "/v1/talks", snapshot: "a")
            }
        }
    }

    @Test("no text traps", arguments: 1...100)
    func fuzz(seed: UInt64) {
        var random = Seeded(seed)
        let alphabet = Array("ABCDEFabcdef0123456789-_")
        let token = String(
            (0..<Int.random(in: 0...80, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) })
        #expect(throws: Cursor.Refusal.malformed, "seed \(seed)") { try Cursor(token: token, list: "/", snapshot: "a") }
        _ = try? Cursor(token: random.text(upTo: 50), list: "/", snapshot: "a")
    }
}
