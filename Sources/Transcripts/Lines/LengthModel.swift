import Foundation

/// How long the blocks of a text usually are, to part two that run into one where the form of the lines tells nothing.
///
/// A full line that ends a sentence may end its block or not. Where the blocks whose ends are sure are of much the same
/// length, one of twice that length with such a line in its middle is likelier two. Where lengths vary, nothing is parted.
struct LengthModel {
    /// How many blocks must be sure before their lengths are believed.
    static let leastBlocks = 8
    /// How much likelier such a line continues its block than ends it, before lengths are considered.
    static let continuationOdds = 8.0

    private let mean: Double
    private let deviation: Double

    /// Measures the sure blocks, or gives `nil` where there are too few.
    init?(lengths: [Int]) {
        guard lengths.count >= Self.leastBlocks else { return nil }
        let logs = lengths.map { log(Double(max($0, 1))) }.sorted()
        let median = logs[logs.count / 2]
        let deviations = logs.map { abs($0 - median) }.sorted()
        mean = median
        deviation = max(1.4826 * deviations[deviations.count / 2], 0.12)
    }

    private func fit(_ length: Int) -> Double {
        let distance = (log(Double(max(length, 1))) - mean) / deviation
        return -distance * distance / 2 - log(deviation)
    }

    /// How many places of a block are weighed at most; the work grows with their square.
    static let mostCandidates = 64

    /// The positions after which a block is parted, out of those where it may be.
    ///
    /// - Parameters:
    ///   - lengths: The length of each line of the block.
    ///   - candidates: The positions, in order.
    func partings(of lengths: [Int], at candidates: [Int]) -> [Int] {
        guard !candidates.isEmpty, candidates.count <= Self.mostCandidates else { return [] }
        let ends = candidates + [lengths.count - 1]
        var sums = [0]
        for length in lengths { sums.append((sums.last ?? 0) + length) }
        let penalty = log(Self.continuationOdds)
        var best: [(score: Double, from: Int)] = []
        for (index, end) in ends.enumerated() {
            var choice = (score: fit(sums[end + 1]), from: -1)
            for earlier in 0..<index {
                let score = best[earlier].score + fit(sums[end + 1] - sums[ends[earlier] + 1]) - penalty
                if score > choice.score { choice = (score, earlier) }
            }
            best.append(choice)
        }
        var result: [Int] = []
        var at = best.last?.from ?? -1
        while at >= 0 {
            result.append(ends[at])
            at = best[at].from
        }
        return result.reversed()
    }
}
