import Proceedings

/// How much a talk is about each of the topics that it mentions, worked out from the mentions alone.
struct TopicWeights {
    /// How many times a mention in the title or in a heading counts.
    static let headingFactor = 3
    /// From how many mentions on a talk is about a topic that neither its title nor a heading mentions.
    static let primaryThreshold = 3
    /// The steps from 0 to 1 that a weight is rounded to.
    static let steps = 1000.0

    /// What a talk says of one topic.
    struct Tally: Equatable {
        var topic: Int64
        var mentions = 0
        /// How many passages mention it.
        var passages = 0
        fileprivate var lastPassage: Int64?
        var isInTitle = false
        var isInHeading = false
        var score = 0

        var isPrimary: Bool {
            isInTitle || isInHeading || mentions >= TopicWeights.primaryThreshold
        }
    }

    /// Where a mention stands.
    enum Place {
        case title, heading, body
    }

    private var tallies: [Int64: Tally] = [:]

    /// Counts a mention; those of a talk come in the order of its passages.
    mutating func add(topic: Int64, passage: Int64? = nil, place: Place) {
        var tally = tallies[topic] ?? Tally(topic: topic)
        tally.mentions += 1
        if let passage, passage != tally.lastPassage {
            tally.passages += 1
            tally.lastPassage = passage
        }
        tally.score += place == .body ? 1 : Self.headingFactor
        if place == .title { tally.isInTitle = true }
        if place == .heading { tally.isInHeading = true }
        tallies[topic] = tally
    }

    /// The topics with their weights: those too broad to rank by last, then the weightiest first, then the vocabulary's order.
    func ranked(isGeneral: (Int64) -> Bool) -> [(tally: Tally, weight: Double)] {
        let sum = tallies.values.reduce(0) { $0 + $1.score }
        return tallies.values
            .map { (isGeneral($0.topic), $0) }
            .sorted { left, right in
                if left.0 != right.0 { return right.0 }
                return left.1.score != right.1.score
                    ? left.1.score > right.1.score : left.1.topic < right.1.topic
            }
            .map { ($0.1, (Double($0.1.score) / Double(sum) * Self.steps).rounded() / Self.steps) }
    }
}
