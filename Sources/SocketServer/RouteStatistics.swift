import Synchronization

/// What has been answered on one route: how often with which status, and how long it took.
struct RouteStatistics: Sendable, Equatable {
    /// The upper bounds of the histogram's buckets in microseconds; a last bucket has none.
    static let bounds: [Int64] = [
        50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000,
        5_000_000,
    ]
    /// The status codes that can be counted.
    private static let codes = 100..<600

    private var byStatus = [Int](repeating: 0, count: codes.count)
    /// The responses by the bucket that their time falls into.
    private(set) var buckets = [Int](repeating: 0, count: bounds.count + 1)
    /// The sum of all times.
    private(set) var microseconds: Int64 = 0

    /// The responses.
    var count: Int { buckets.reduce(0, +) }

    /// The statuses that occurred, with how often.
    var statuses: [(code: Int, count: Int)] {
        byStatus.enumerated().filter { $0.element > 0 }.map { (Self.codes.lowerBound + $0.offset, $0.element) }
    }

    mutating func count(_ status: Int, microseconds time: Int64, times: Int = 1) {
        byStatus[min(max(status, Self.codes.lowerBound), Self.codes.upperBound - 1) - Self.codes.lowerBound] += times
        buckets[Self.bounds.firstIndex { time <= $0 } ?? Self.bounds.count] += times
        microseconds += time * Int64(times)
    }

    mutating func add(_ other: RouteStatistics) {
        for index in byStatus.indices { byStatus[index] += other.byStatus[index] }
        for index in buckets.indices { buckets[index] += other.buckets[index] }
        microseconds += other.microseconds
    }
}

/// One shard's statistics of all routes; the shard hands over what it has collected once a round, so that a request costs
/// no lock.
final class RouteCounters: Sendable {
    /// A response that has gone out, or several in succession that are counted alike.
    struct Observation {
        /// The number of the route; 0 where none was found, or none was looked for, and what no route has counts so too.
        var route: Int
        var status: Int
        /// When the request was there, or `nil` where it was this round.
        var began: Int64?
        var count = 1

        /// Whether another is counted as this one is.
        func isLike(_ other: Self) -> Bool { route == other.route && status == other.status && began == other.began }
    }

    private let statistics: Mutex<[RouteStatistics]>

    init(routes: Int) {
        statistics = Mutex(Array(repeating: RouteStatistics(), count: routes + 1))
    }

    /// The statistics by the number of the route.
    var current: [RouteStatistics] { statistics.withLock(\.self) }

    /// Takes a round's responses.
    ///
    /// - Parameters:
    ///   - observations: The responses.
    ///   - start: When the round began, in microseconds.
    ///   - end: When it ended.
    func count(_ observations: [Observation], from start: Int64, to end: Int64) {
        statistics.withLock { statistics in
            for observation in observations {
                let isKnown = statistics.indices.contains(observation.route)
                statistics[isKnown ? observation.route : 0].count(
                    observation.status, microseconds: max(0, end - (observation.began ?? start)),
                    times: observation.count)
            }
        }
    }
}
