/// Finds the word that was probably meant.
///
/// The measure is the number of characters inserted, deleted, replaced or swapped with their neighbour (optimal string
/// alignment), case apart. A word counts as near when a third of the longer one's characters at most are wrong, and one
/// wrong character is always near enough for words of two and more.
package struct NearestSpelling: Sendable {
    private let word: [Character]

    /// Prepares the search for a wrong word; a word longer than ``Limits/spellingLength`` is near to nothing.
    package init(of word: String) {
        self.word = Array(word.lowercased())
    }

    /// The nearest of the candidates, the first of equals, or `nil` where none is near.
    package func best(among candidates: some Sequence<String>) -> String? {
        var best: (word: String, distance: Int)?
        for candidate in candidates {
            let characters = Array(candidate.lowercased())
            let tolerance = max(1, max(word.count, characters.count) / 3)
            let bound = min(tolerance, (best?.distance).map { $0 - 1 } ?? tolerance)
            guard word.count > 1, let distance = distance(to: characters, atMost: bound) else { continue }
            if distance == 0 { return candidate }
            best = (candidate, distance)
        }
        return best?.word
    }

    /// The distance to a word, or `nil` where it is above the bound.
    private func distance(to other: [Character], atMost bound: Int) -> Int? {
        guard bound >= 0, word.count <= Limits.spellingLength, abs(word.count - other.count) <= bound else {
            return nil
        }
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for (row, character) in word.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(other.count + 1)
            for (column, otherCharacter) in other.enumerated() {
                let replaced = last[column] + (character == otherCharacter ? 0 : 1)
                var least = min(replaced, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, character == other[column - 1], word[row - 1] == otherCharacter {
                    least = min(least, beforeLast[column - 1] + 1)
                }
                current.append(least)
            }
            guard let least = current.min(), least <= bound else { return nil }
            beforeLast = last
            last = current
        }
        guard let distance = last.last, distance <= bound else { return nil }
        return distance
    }
}
