import HostileMessages
import SeededNumbers
import Testing

@testable import HTTPWire

@Suite("Messages")
struct MessageTests {
    static let rightMessages: [(String, [Conversation.Entry])] = [
        (
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
            [
                .request(
                    method: "GET", path: "/", query: nil, authority: "localhost", fields: [], body: [])
            ]
        ),
        (
            "\r\nGET /v1/talks?q=a&b HTTP/1.1\r\nhOST:\t127.0.0.1:8080 \t\r\nX:\r\n\r\n",
            [
                .request(
                    method: "GET", path: "/v1/talks", query: "q=a&b", authority: "127.0.0.1:8080",
                    fields: ["X="], body: [])
            ]
        ),
        (
            "GET http://Example.org:81/a?b HTTP/1.1\r\nHost: localhost\r\n\r\n",
            [
                .request(
                    method: "GET", path: "/a", query: "b", authority: "Example.org:81", fields: [],
                    body: [])
            ]
        ),
        (
            "GET HTTP://[::1]?b HTTP/1.1\r\nHost: [::1]:80\r\n\r\n",
            [.request(method: "GET", path: "/", query: "b", authority: "[::1]", fields: [], body: [])]
        ),
        (
            "GET /a?q=규제 HTTP/1.0\r\n\r\n",
            [.request(method: "GET", path: "/a", query: "q=규제", authority: nil, fields: [], body: [])]
        ),
        (
            "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
            [
                .request(
                    method: "OPTIONS", path: "/", query: nil, authority: "localhost", fields: [],
                    body: [])
            ]
        ),
        (
            "BREW /pot HTTP/1.9\r\nHost: localhost\r\n\r\n",
            [
                .request(
                    method: "BREW", path: "/pot", query: nil, authority: "localhost", fields: [],
                    body: [])
            ]
        ),
        (
            "POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 005\r\n\r\nhelloGET /q HTTP/1.1\r\nHost: h\r\n\r\n",
            [
                .request(
                    method: "POST", path: "/p", query: nil, authority: "h", fields: ["Content-Length=005"],
                    body: Array("hello".utf8)),
                .request(method: "GET", path: "/q", query: nil, authority: "h", fields: [], body: []),
            ]
        ),
        (
            "POST /p HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: Chunked\r\n\r\n"
                + "5;a=\"b\"\r\nhello\r\n00A\r\n, world...\r\n0\r\nX: y\r\nZ: \r\n\r\nGET /q HTTP/1.1\r\nHost: h\r\n\r\n",
            [
                .request(
                    method: "POST", path: "/p", query: nil, authority: "h",
                    fields: ["Transfer-Encoding=Chunked"], body: Array("hello, world...".utf8)),
                .request(method: "GET", path: "/q", query: nil, authority: "h", fields: [], body: []),
            ]
        ),
    ]

    @Test("a right message is read, and the bytes after it belong to the next", arguments: rightMessages.indices)
    func reads(index: Int) {
        let (text, expected) = Self.rightMessages[index]
        #expect(Conversation.read([Array(text.utf8)]) == expected)
    }

    @Test("a right message is read alike at every split and a byte at a time", arguments: rightMessages.indices)
    func splits(index: Int) {
        let (text, expected) = Self.rightMessages[index]
        Self.checkSplits(Array(text.utf8), expected)
    }

    @Test(
        "a hostile message gets its status, whole, at every split and a byte at a time", arguments: HostileMessage.all)
    func hostile(message: HostileMessage) {
        let expected: [Conversation.Entry] = message.status.map { [.refused($0)] } ?? []
        #expect(Conversation.read([message.bytes]) == expected)
        Self.checkSplits(message.bytes, expected)
    }

    @Test("the corpus is there") func corpus() { #expect(HostileMessage.all.count > 90) }

    static func checkSplits(_ bytes: [UInt8], _ expected: [Conversation.Entry], limits: WireLimits = WireLimits()) {
        for split in 1..<bytes.count {
            let found = Conversation.read([Array(bytes[..<split]), Array(bytes[split...])], limits: limits)
            #expect(found == expected, "split at \(split)")
        }
        #expect(Conversation.read(bytes.map { [$0] }, limits: limits) == expected, "a byte at a time")
    }

    // MARK: Limits

    static let small: WireLimits = {
        var limits = WireLimits()
        limits.requestLine = 40
        limits.fields = 60
        limits.fieldCount = 3
        limits.content = 10
        limits.chunkLine = 8
        limits.trailers = 12
        return limits
    }()

    static let limited: [(status: Int?, text: String)] = [
        (nil, "GET /" + String(repeating: "a", count: 24) + " HTTP/1.1\r\nHost: h\r\n\r\n"),
        (414, "GET /" + String(repeating: "a", count: 25) + " HTTP/1.1\r\nHost: h\r\n\r\n"),
        (414, String(repeating: "G", count: 60)),
        (nil, "GET / HTTP/1.1\r\nHost: h\r\nX: " + String(repeating: "a", count: 44) + "\r\n\r\n"),
        (431, "GET / HTTP/1.1\r\nHost: h\r\nX: " + String(repeating: "a", count: 45) + "\r\n\r\n"),
        (431, "GET / HTTP/1.1\r\n" + String(repeating: "a", count: 70)),
        (nil, "GET / HTTP/1.1\r\nHost: h\r\nA: 1\r\nB: 2\r\n\r\n"),
        (431, "GET / HTTP/1.1\r\nHost: h\r\nA: 1\r\nB: 2\r\nC: 3\r\n\r\n"),
        (nil, "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n0123456789"),
        (413, "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 11\r\n\r\n0123456789a"),
        (nil, "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n0123\r\n6\r\n456789\r\n0\r\n\r\n"),
        (413, "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n0123\r\n7\r\n456789a\r\n0\r\n\r\n"),
        (nil, "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1;abcd\r\nx\r\n0\r\n\r\n"),
        (400, "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1;abcde\r\nx\r\n0\r\n\r\n"),
        (nil, "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: bcdef\r\n\r\n"),
        (431, "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: bcdefg\r\n\r\n"),
    ]

    @Test("each limit is kept to the byte, at every split", arguments: limited.indices)
    func keepsLimits(index: Int) {
        let (status, text) = Self.limited[index]
        let whole = Conversation.read([Array(text.utf8)], limits: Self.small)
        if let status {
            #expect(whole == [.refused(status)])
        } else {
            #expect(whole.count == 1)
            #expect(!whole.contains { if case .refused = $0 { true } else { false } })
        }
        Self.checkSplits(Array(text.utf8), whole, limits: Self.small)
    }

    @Test("the default limits are those that are written down")
    func defaults() {
        let limits = WireLimits()
        #expect(limits.requestLine == 16_384)
        #expect(limits.fields == 65_536)
        #expect(limits.fieldCount == 200)
        #expect(limits.content == 65_536)
    }

    // MARK: Mutation

    @Test("no mutation traps, and none is read differently in pieces", arguments: 0..<8)
    func mutation(round: Int) {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = Seeded(seed)
        let originals = Self.rightMessages.map { Array($0.0.utf8) } + HostileMessage.all.map(\.bytes)
        let interesting: [UInt8] = [0, 9, 10, 13, 32, 34, 35, 37, 44, 48, 58, 59, 63, 127, 128, 160, 255]
        for _ in 0..<200 {
            guard var bytes = originals.randomElement(using: &generator) else { return }
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes[place] = interesting.randomElement(using: &generator) ?? 0
                case 2: bytes.insert(interesting.randomElement(using: &generator) ?? 0, at: place)
                default: if bytes.count > 2 { bytes.remove(at: place) }
                }
            }
            let whole = Conversation.read([bytes])
            let split = Int.random(in: 0...bytes.count, using: &generator)
            let halves = Conversation.read([Array(bytes[..<split]), Array(bytes[split...])])
            let single = Conversation.read(bytes.map { [$0] })
            #expect(whole == halves && whole == single, "seed \(seed), split \(split), message \(bytes)")
        }
    }

    // MARK: Targets

    @Test(
        "a target decodes to UTF-8 without NUL, or is refused",
        arguments: [
            ("/a%20b", true), ("/%ea%b7%9c%EC%A0%9C", true), ("/규제", true), ("/%F0%9F%98%80", true), ("/%2F", true),
            ("/%", false), ("/%4", false), ("/%zz", false), ("/%+1", false), ("/%00", false), ("/%c0%af", false),
            ("/%e0%80%af", false), ("/%ed%a0%80", false), ("/%f4%90%80%80", false), ("/%f5", false), ("/%80", false),
            ("/%ea%b7", false), ("/?a=%ea%b7&b", false), ("/?%zz", false), ("/%f0%80%80%80", false),
        ])
    func target(text: String, isRight: Bool) throws {
        let bytes = Array("GET \(text) HTTP/1.1\r\nHost: h\r\n\r\n".utf8)
        var parser = RequestParser()
        let isComplete = try parser.parse(bytes.span)
        #expect(isComplete)
        let head = parser.head
        if isRight {
            try head.checkTarget(bytes.span)
        } else {
            do {
                try head.checkTarget(bytes.span)
                Issue.record("a wrong target was let through")
            } catch {
                #expect(error.status == .badRequest)
            }
        }
    }

    @Test(
        "what is wrong in a target is found wherever it stands", arguments: 0...17)
    func wrongTarget(before: Int) throws {
        let wrong =
            ["%", "%4", "%zz", "%00", "%80", "%ea%b7", "%ed%a0%80", "%c0%af"].map { Array($0.utf8) } + [
                [0x80], [0xEA, 0xB7],
            ]
        for after in 0...9 {
            for (part, isRight) in wrong.map({ ($0, false) })
                + ["%20", "%ea%b7%9c", "규"].map({ (Array($0.utf8), true) })
            {
                // What follows is no digit of an escape, and no continuation.
                let target =
                    [UInt8(ascii: "/")] + Array(repeating: UInt8(ascii: "x"), count: before) + part
                    + Array(repeating: UInt8(ascii: "x"), count: after)
                let bytes = Array("GET ".utf8) + target + Array(" HTTP/1.1\r\nHost: h\r\n\r\n".utf8)
                var parser = RequestParser()
                #expect(try parser.parse(bytes.span))
                let isLetThrough = (try? parser.head.checkTarget(bytes.span)) != nil
                #expect(isLetThrough == isRight, "\(String(decoding: target, as: UTF8.self))")
            }
        }
    }

    @Test(
        "a connection persists as the version and Connection say",
        arguments: [
            ("HTTP/1.1\r\n", true), ("HTTP/1.1\r\nConnection: close\r\n", false), ("HTTP/1.0\r\n", false),
            ("HTTP/1.1\r\nConnection: x,\t CLOSE ,y\r\n", false), ("HTTP/1.0\r\nConnection: Keep-Alive\r\n", true),
            ("HTTP/1.0\r\nConnection: keep-alive, close\r\n", false), ("HTTP/1.1\r\nConnection: closed\r\n", true),
            ("HTTP/1.1\r\nConnection: a\r\nConnection: close\r\n", false),
        ])
    func persistence(rest: String, isPersistent: Bool) throws {
        let bytes = Array("GET / \(rest)Host: h\r\n\r\n".utf8)
        var parser = RequestParser()
        let isComplete = try parser.parse(bytes.span)
        #expect(isComplete)
        #expect(parser.head.isPersistent == isPersistent)
    }
}
