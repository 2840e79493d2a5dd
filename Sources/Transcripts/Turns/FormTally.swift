/// How many lines of a form have what is measured of it.
struct FormTally {
    private(set) var speech = 0
    private(set) var questions = 0
    private(set) var titled = 0
    private(set) var noted = 0
    private(set) var recurring = 0
    private(set) var common = 0
    private(set) var known = 0
    private(set) var recurringNames = 0
    private(set) var fullNames = 0
    private(set) var inCapitals = 0
    private(set) var starts = 0
    private(set) var weakStarts = 0
    /// The sum of how far each label is from a person's.
    private(set) var shapelessness = 0.0
    /// The tenths of the document that have lines of it, as bits.
    private(set) var deciles = 0
    /// What its labels mostly look like; of shapes that come equally often, the one that comes first.
    private(set) var shape = LabelReading.Shape.other

    /// - Parameters:
    ///   - kept: The candidates of the form, in order.
    ///   - learner: Who knows them.
    init(_ kept: [Int], _ learner: TurnLearner) {
        var shapes = [Int](repeating: 0, count: LabelReading.Shape.allCases.count)
        var order: [LabelReading.Shape] = []
        for index in kept {
            let candidate = learner.candidates[index]
            let reading = candidate.known.reading
            let label = learner.labels[index]
            let isRecurring = learner.counts[label.number] > 1
            if learner.evidence[index].isSpeech { speech += 1 }
            if learner.evidence[index].isQuestion { questions += 1 }
            if reading.hasTitle || reading.shape == .anonymous { titled += 1 }
            if reading.hasNote { noted += 1 }
            if isRecurring { recurring += 1 }
            if label.isCommon { common += 1 }
            if label.isKnown { known += 1 }
            if label.isFullName { fullNames += 1 }
            if label.isInCapitals { inCapitals += 1 }
            if label.isFullName, isRecurring { recurringNames += 1 }
            if candidate.isBlockStart { starts += 1 }
            if candidate.isWeakStart { weakStarts += 1 }
            shapelessness += TurnLearner.shapelessness(reading.shape)
            deciles |= 1 << (candidate.line * 10 / learner.lineCount)
            if shapes[reading.shape.rawValue] == 0 { order.append(reading.shape) }
            shapes[reading.shape.rawValue] += 1
        }
        let most = shapes.max()
        shape = order.first { shapes[$0.rawValue] == most } ?? .other
    }
}
