import HTTPWire

/// Deadlines by time, the earliest first: a binary heap.
///
/// An entry is not taken out when its deadline moves: its owner looks at the time when it comes up, and enters the later
/// one. So a deadline that is put off with each request costs nothing.
struct DeadlineQueue {
    private var heap: [(time: MonotonicTime, token: UInt64)] = []

    /// The earliest time.
    var next: MonotonicTime? { heap.first?.time }

    mutating func insert(_ time: MonotonicTime, token: UInt64) {
        heap.append((time, token))
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].time < heap[parent].time else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// Takes the earliest entry out if its time has come.
    mutating func pop(until now: MonotonicTime) -> (time: MonotonicTime, token: UInt64)? {
        guard let first = heap.first, first.time <= now else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < heap.count else { return first }
            if child + 1 < heap.count, heap[child + 1].time < heap[child].time { child += 1 }
            guard heap[child].time < heap[parent].time else { return first }
            heap.swapAt(child, parent)
            parent = child
        }
    }
}
