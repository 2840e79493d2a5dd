/// The best way to lay the words of a quotation along words that are printed: the whole quotation, a part of what is printed.
///
/// It is the method of Gotoh: a gap costs to be opened more than to go on. Words may be passed over freely where the
/// quotation says that some are left out.
struct WordAlignment {
    /// A step: a word of each, or of one alone.
    enum Step: Hashable {
        case equal(given: Int, printed: Int)
        case changed(given: Int, printed: Int)
        case added(given: Int)
        case left(printed: Int)
    }

    /// The steps, from the first word that is laid on a printed one or added to the last.
    private(set) var steps: [Step] = []
    /// How good it is; comparable between alignments of the same quotation.
    private(set) var score = 0.0

    // What a step is worth, in letters.
    private static let equalBonus = 1.0
    private static let changed = 1.2
    private static let strange = 0.5
    private static let openAdded = 1.5
    private static let added = 0.5
    private static let openLeft = 2.0
    private static let left = 0.2
    /// What it costs besides to pass over the end of a sentence.
    private static let sentence = 8.0
    private static let openMarked = 0.5
    private static let editorial = 0.05
    /// The likeness from which two words are forms of one.
    private static let like = 0.3

    // What an origin says besides the state: that two words are laid on one.
    private static let joinsPrinted: UInt8 = 4
    private static let joinsGiven: UInt8 = 8

    private static func isJoined(_ whole: QuotedWord, _ first: QuotedWord, _ second: QuotedWord) -> Bool {
        whole.key.count == first.key.count + second.key.count && whole.key.starts(with: first.key)
            && whole.key.dropFirst(first.key.count).elementsEqual(second.key)
    }

    fileprivate enum State: UInt8 { case word, added, left }

    /// The scores of one word of the quotation, by state and place, and from which state each was reached.
    private struct Row {
        var scores: [[Double]]
        var origins: [[UInt8]]

        init(width: Int, score: Double) {
            scores = Array(repeating: Array(repeating: score, count: width), count: 3)
            origins = Array(repeating: Array(repeating: 0, count: width), count: 3)
        }

        /// The best state at a place, what it costs to leave words of both for one alone taken off.
        func best(_ place: Int, opening word: Double = 0, _ added: Double = 0, _ left: Double = 0) -> (
            score: Double, state: UInt8
        ) {
            WordAlignment.best(scores[0][place] - word, scores[1][place] - added, scores[2][place] - left)
        }

        mutating func set(_ state: State, _ place: Int, _ score: Double, from origin: UInt8) {
            scores[Int(state.rawValue)][place] = score
            origins[Int(state.rawValue)][place] = origin
        }
    }

    /// Aligns.
    init(_ given: [QuotedWord], _ printed: [QuotedWord]) {
        guard !given.isEmpty, !printed.isEmpty else { return }
        let width = printed.count + 1
        // The quotation may begin with any printed word.
        var start = Row(width: width, score: -.infinity)
        for place in 0..<width { start.scores[0][place] = 0 }
        var rows = [start]
        var likeness = Likeness(given, printed)
        for (index, word) in given.enumerated() {
            let isFree = index + 1 < given.count && given[index + 1].followsOmission
            let isEditorial = word.role != .spoken
            let cost = isEditorial ? Self.editorial : Self.added * Double(word.weight)
            let open = isEditorial ? Self.editorial : Self.openAdded
            var row = Row(width: width, score: -.infinity)
            for place in 0..<width {
                let alone = rows[index].best(place, opening: open, 0, open)
                row.set(.added, place, alone.score - cost, from: alone.state)
                guard place > 0 else { continue }
                let pair = rows[index].best(place - 1)
                row.set(.word, place, pair.score + likeness.worth(index, place - 1), from: pair.state)
                Self.join(given, printed, index, place, rows, &row)
                let (opening, left) = Self.cost(of: printed[place - 1], isFree: isFree)
                let skip = row.best(place - 1, opening: opening, opening, 0)
                row.set(.left, place, skip.score - left, from: skip.state)
            }
            rows.append(row)
            // The scores of two words are enough; the way is found by the origins.
            if index > 0 { rows[index - 1].scores = [] }
        }
        trace(given, printed, rows)
    }

    /// What it costs to pass over a printed word: to begin with it, and for the word itself.
    private static func cost(of word: QuotedWord, isFree: Bool) -> (opening: Double, word: Double) {
        if isFree { return (openMarked, 0) }
        if word.role == .gloss { return (editorial, editorial) }
        return (openLeft, left * Double(word.weight) + (word.beginsSentence ? sentence : 0))
    }

    /// Lays two words on one that is written together.
    private static func join(
        _ given: [QuotedWord], _ printed: [QuotedWord], _ index: Int, _ place: Int, _ rows: [Row], _ row: inout Row
    ) {
        let (word, other) = (given[index], printed[place - 1])
        if place > 1, isJoined(word, printed[place - 2], other) {
            let end = rows[index].best(place - 2)
            let score = end.score + Double(word.weight)
            if score > row.scores[0][place] { row.set(.word, place, score, from: end.state | joinsPrinted) }
        } else if index > 0, isJoined(other, given[index - 1], word) {
            let end = rows[index - 1].best(place - 1)
            let score = end.score + Double(other.weight)
            if score > row.scores[0][place] { row.set(.word, place, score, from: end.state | joinsGiven) }
        }
    }

    private mutating func trace(_ given: [QuotedWord], _ printed: [QuotedWord], _ rows: [Row]) {
        var best = (score: -Double.infinity, state: 0, place: 0)
        for state in 0...1 {
            for (place, score) in rows[given.count].scores[state].enumerated() where score > best.score {
                best = (score, state, place)
            }
        }
        score = best.score
        var (index, place, state) = (given.count, best.place, best.state)
        var reversed: [Step] = []
        while index > 0 {
            let reached = rows[index].origins[state][place]
            let origin = Int(reached & 3)
            switch State(rawValue: UInt8(state)) {
            case .word where reached & Self.joinsPrinted != 0:
                index -= 1
                place -= 2
                reversed += [.left(printed: place + 1), .changed(given: index, printed: place)]
            case .word where reached & Self.joinsGiven != 0:
                index -= 2
                place -= 1
                reversed += [.added(given: index + 1), .changed(given: index, printed: place)]
            case .word:
                index -= 1
                place -= 1
                reversed.append(
                    given[index].key == printed[place].key
                        ? .equal(given: index, printed: place) : .changed(given: index, printed: place))
            case .added:
                index -= 1
                reversed.append(.added(given: index))
            default:
                place -= 1
                reversed.append(.left(printed: place))
            }
            state = origin
        }
        steps = reversed.reversed()
    }

    private static func best(_ word: Double, _ added: Double, _ left: Double) -> (score: Double, state: UInt8) {
        if word >= added, word >= left { return (word, State.word.rawValue) }
        return added >= left ? (added, State.added.rawValue) : (left, State.left.rawValue)
    }

    /// What it is worth to lay one word on another; each pair of different words is compared once.
    private struct Likeness {
        private let given: [QuotedWord]
        private let printed: [QuotedWord]
        private var names: [[UInt32]: Int] = [:]
        private var givenNames: [Int] = []
        private var printedNames: [Int] = []
        private var known: [Int: Double] = [:]

        init(_ given: [QuotedWord], _ printed: [QuotedWord]) {
            self.given = given
            self.printed = printed
            givenNames = given.map { name($0) }
            printedNames = printed.map { name($0) }
        }

        private mutating func name(_ word: QuotedWord) -> Int {
            if let name = names[word.key] { return name }
            names[word.key] = names.count
            return names.count - 1
        }

        mutating func worth(_ index: Int, _ place: Int) -> Double {
            let (left, right) = (given[index], printed[place])
            if givenNames[index] == printedNames[place] {
                return Double(left.weight) + WordAlignment.equalBonus
            }
            guard left.role == .spoken else { return -.infinity }
            let pair = givenNames[index] << 32 | printedNames[place]
            let weight = Double(max(left.weight, right.weight))
            let likeness: Double
            if let value = known[pair] {
                likeness = value
            } else {
                likeness = left.likeness(to: right)
                known[pair] = likeness
            }
            return likeness > WordAlignment.like
                ? (WordAlignment.changed * likeness - WordAlignment.strange) * weight
                : -WordAlignment.strange * Double(left.weight + right.weight) / 2
        }
    }
}
