/// How many letters must be put in, left out, replaced or swapped to make other words of one word.
///
/// Letters are bytes, as ``KeyBytes`` gives them. All places of the one word are compared at once, in the bits of a number.
///
/// Source: Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances" (2003), for the optimal string
/// alignment.
public struct SpellingDistance {
    /// The letters that a word may have.
    public static let longest = 64

    /// The letters of the word.
    public let count: Int
    /// Where each letter stands in the word.
    @usableFromInline var places = [UInt64](repeating: 0, count: 256)

    /// Makes a measure, or `nil` for a word of no letters or too many.
    public init?(from word: [UInt8]) {
        guard !word.isEmpty, word.count <= Self.longest else { return nil }
        count = word.count
        for (index, letter) in word.enumerated() { places[Int(letter)] |= 1 << UInt64(index) }
    }

    /// Hands over the distance to every beginning of another word, the whole last.
    ///
    /// - Parameter body: Receives how many letters the beginning has, and the distance.
    @inlinable
    public func forEachBeginning(of other: [UInt8], _ body: (_ letters: Int, _ distance: Int) -> Void) {
        var (positive, negative, diagonal, before) = (UInt64.max, UInt64(0), UInt64(0), UInt64(0))
        var distance = count
        let last = UInt64(1) << UInt64(count - 1)
        for (index, letter) in other.enumerated() {
            let here = places[Int(letter)]
            let swapped = ((~diagonal & here) << 1) & before
            diagonal = (((here & positive) &+ positive) ^ positive) | here | negative | swapped
            var up = negative | ~(diagonal | positive)
            var down = diagonal & positive
            if up & last != 0 { distance += 1 }
            if down & last != 0 { distance -= 1 }
            up = up << 1 | 1
            down <<= 1
            positive = down | ~(diagonal | up)
            negative = up & diagonal
            before = here
            body(index + 1, distance)
        }
    }
}
