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
