import HTTPTypes
import HTTPWire
import Testing

@testable import SocketServer

@Suite("A shard's parts")
struct ShardPartsTests {
    @Test("deadlines come up in order of time, and not before it")
    func deadlines() {
        var queue = DeadlineQueue()
        let times: [Int64] = [50, 10, 40, 10, 30, 20, 60, 5]
        for (token, time) in times.enumerated() {
            queue.insert(MonotonicTime(milliseconds: time), token: UInt64(token))
        }
        #expect(queue.next == MonotonicTime(milliseconds: 5))
        var found: [Int64] = []
        while let due = queue.pop(until: MonotonicTime(milliseconds: 40)) {
            found.append(due.time.milliseconds)
            #expect(times[Int(due.token)] == due.time.milliseconds)
        }
        #expect(found == [5, 10, 10, 20, 30, 40])
        #expect(queue.next == MonotonicTime(milliseconds: 50))
    }

    private func response(_ size: Int) -> PreparedResponse {
        PreparedResponse(Response(status: .ok, body: [UInt8](repeating: 65, count: size)))
    }

    private func key(_ number: Int) -> ResponseCache.Key { ResponseCache.Key(bytes: Array("key \(number)".utf8)) }

    @Test("the cache keeps to its budget, and keeps what is asked for")
    func budget() {
        var cache = ResponseCache(budget: 100_000)
        for number in 0..<1000 {
            cache.insert(response(1000), for: key(number))
            #expect(cache.response(for: key(0)) != nil, "asked for all the time")
            #expect(cache.cost <= 100_000)
        }
        #expect(cache.response(for: key(1)) == nil)
        #expect(cache.response(for: key(999)) != nil)
    }

    @Test("an answer too great for the cache is not kept, and without a budget none is")
    func tooGreat() {
        var cache = ResponseCache(budget: 100_000)
        cache.insert(response(30_000), for: key(0))
        #expect(cache.response(for: key(0)) == nil)
        var none = ResponseCache(budget: 0)
        none.insert(response(0), for: key(0))
        #expect(none.response(for: key(0)) == nil)
    }

    @Test(
        "an answer is kept only if the key has all it varies by",
        arguments: [
            ("", true), ("Accept", true), ("accept-encoding , Origin,ACCEPT-LANGUAGE", true), ("Cookie", false),
            ("Accept, User-Agent", false), ("*", false),
        ])
    func varies(vary: String, isKept: Bool) {
        let fields: HTTPFields = vary.isEmpty ? [:] : [.vary: vary]
        #expect(ResponseCache.Key.covers(Response(status: .ok, fields: fields, isCacheable: true)) == isKept)
        #expect(!ResponseCache.Key.covers(Response(status: .ok, fields: fields)))
    }

    @Test("pending output is taken in order and in parts")
    func output() {
        var output = PendingOutput()
        output.append([1, 2, 3])
        output.append([])
        output.append([4])
        output.removeFirst(2)
        #expect(output.next() == [3])
        output.removeFirst(1)
        #expect(output.next() == [4])
        output.removeFirst(1)
        #expect(output.isEmpty && output.next() == nil)
    }
}
