/// The words between two that are the same in a quotation and in what is printed.
struct Hunk {
    /// The quotation's words.
    var given: Range<Int>
    /// The printed words.
    var printed: Range<Int>
    /// How they are laid on one another.
    var steps: [WordAlignment.Step] = []

    init(given: Range<Int>, printed: Range<Int>) {
        self.given = given
        self.printed = printed
    }

    mutating func add(_ step: WordAlignment.Step) {
        steps.append(step)
        if let index = step.given { given = given.lowerBound..<index + 1 }
        if let place = step.printed {
            printed = (printed.isEmpty ? place : printed.lowerBound)..<place + 1
        }
    }
}
