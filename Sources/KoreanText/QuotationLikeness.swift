/// Tells how near a text comes to a quotation: first roughly, to choose among many, then exactly.
public struct QuotationLikeness {
    /// The part of a text that is nearest to the quotation.
    public struct Part: Equatable, Sendable {
        /// The indices of its folded scalars.
        public var indices: Range<Int>
        /// From 0 to 1: 1 less the share of the quotation's characters that must be changed, added or left out.
        public var similarity: Double
    }

    /// How many steps an exact comparison may take: the quotation's length times the text's.
    ///
    /// Of a text that is longer, only the beginning is compared.
    public static let steps = 8_000_000

    private let quotation: [UInt32]
    private var pairs: [UInt64: Int] = [:]
    /// A bit for what a pair may hash to, so that nearly every other pair is passed over without a look-up.
    private var filter = [Bool](repeating: false, count: 1 << 16)
    /// The text that each pair was last seen in.
    private var seen: [Int]
    private var text = 0

    /// Prepares to compare with a folded quotation.
    public init(_ quotation: [UInt32]) {
        self.quotation = quotation
        for (left, right) in zip(quotation, quotation.dropFirst()) {
            let pair = Self.pair(left, right)
            if pairs[pair] == nil { pairs[pair] = pairs.count }
            filter[Self.slot(left, right)] = true
        }
        seen = Array(repeating: 0, count: pairs.count)
    }

    /// How many different pairs of neighbouring scalars a folded text has in common with the quotation.
    public mutating func commonPairs(_ scalars: [UInt32]) -> Int {
        text += 1
        var count = 0
        var left: UInt32 = 0
        for right in scalars {
            if filter[Self.slot(left, right)], let index = pairs[Self.pair(left, right)], seen[index] != text {
                seen[index] = text
                count += 1
            }
            left = right
        }
        return count
    }

    /// The part of a folded text that is nearest to the quotation: the least edit distance among all parts.
    public func nearestPart(of scalars: [UInt32]) -> Part {
        let length = min(scalars.count, Self.steps / max(1, quotation.count))
        // For every beginning of the quotation: the least distance to a part that ends here, and where that part begins.
        var distances = Array(0...quotation.count)
        var starts = Array(repeating: 0, count: quotation.count + 1)
        var best = (distance: quotation.count, indices: 0..<0)
        for end in 0..<length {
            var (diagonal, diagonalStart) = (distances[0], starts[0])
            starts[0] = end + 1
            for row in 1..<distances.count {
                let (above, aboveStart) = (distances[row], starts[row])
                var (distance, start) = (diagonal + (quotation[row - 1] == scalars[end] ? 0 : 1), diagonalStart)
                if above + 1 < distance { (distance, start) = (above + 1, aboveStart) }
                if distances[row - 1] + 1 < distance { (distance, start) = (distances[row - 1] + 1, starts[row - 1]) }
                (distances[row], starts[row]) = (distance, start)
                (diagonal, diagonalStart) = (above, aboveStart)
            }
            if let distance = distances.last, let start = starts.last, distance < best.distance, start <= end {
                best = (distance, start..<end + 1)
            }
        }
        return Part(
            indices: best.indices, similarity: 1 - Double(best.distance) / Double(max(1, quotation.count)))
    }

    private static func pair(_ left: UInt32, _ right: UInt32) -> UInt64 { UInt64(left) << 32 | UInt64(right) }

    private static func slot(_ left: UInt32, _ right: UInt32) -> Int {
        Int((left &* 0x9E37_79B1 ^ right &* 0x85EB_CA77) >> 16)
    }
}
