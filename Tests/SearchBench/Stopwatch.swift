import Foundation

/// Wall time and processor time of a piece of work, in seconds.
struct Stopwatch {
    private let wall = ContinuousClock.now
    private let processor = Self.processorTime()

    var elapsed: (wall: Double, processor: Double) {
        (Double((ContinuousClock.now - wall) / .microseconds(1)) / 1e6, Self.processorTime() - processor)
    }

    private static func processorTime() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}

/// What half and what nineteen in twenty of some measurements stay under.
struct Percentiles {
    var half = 0.0
    var most = 0.0

    init(_ values: [Double]) {
        let sorted = values.sorted()
        guard let last = sorted.last else { return }
        half = sorted[sorted.count / 2]
        most = sorted.indices.contains(sorted.count * 95 / 100) ? sorted[sorted.count * 95 / 100] : last
    }
}
