import KoreanText

/// Which labels of a form begin turns.
extension TurnLearner {
    /// The part at the beginning of a document in which lists of fields stand.
    static let earlyShare = 0.08
    /// The probability of a form with a sign or wrapper from which any label that recurs is a turn's.
    static let sureForm = 0.9
    /// The most that a label's length counts against it.
    static let mostLength = 1.5
    /// The share of a form's lines that begin paragraphs, from which those within one are text.
    static let startShare = 0.6
    /// The share of a form's lines that only the end of a sentence before makes a start, below which such a line is in doubt.
    static let mostWeak = 0.1
    /// The share of labels in capitals from which keys in capitals are set as labels are.
    static let mostCapitals = 0.8
    /// The share of full names in a form from which a doubtful one is read as one; beside a time a few will do.
    static let leastFullNames = 0.5, leastFullNamesBesideTimes = 0.25
    /// How many words in small letters stand among names at the most.
    static let mostSmallWords = 2
    /// The longest text, in bytes, that names people behind their part.
    static let longestPeople = 200
    private static let sentenceEnds: ScalarSet = ".?!。？！…"

    /// The features of a label.
    func features(_ index: Int, _ measure: FormMeasure) -> FeatureVector<TurnWeights.LabelFeature> {
        let candidate = candidates[index]
        let reading = candidate.reading
        var features = FeatureVector<TurnWeights.LabelFeature>()
        features[.formSpeech] = measure.features[.speech]
        features[.speech] = evidence[index].isSpeech ? 1 : 0
        features[.question] = evidence[index].isQuestion ? 1 : 0
        features[.titled] = reading.hasTitle || reading.shape == .anonymous || reading.shape == .office ? 1 : 0
        features[.sameShape] = reading.shape == measure.shape ? 1 : 0
        features[.nameShape] = labels[index].isFullName ? 1 : 0
        features[.recurs] = recurs(index) ? 1 : 0
        features[.shapeless] = Self.shapelessness(reading.shape)
        features[.common] = isCommon(index) ? 1 : 0
        features[.length] =
            reading.hasTitle ? 0 : min(Double(Self.length(reading)) / 20, Self.mostLength)
        features[.early] = Double(candidate.line) < Double(lineCount) * Self.earlyShare && lineCount > 60 ? 1 : 0
        features[.listed] = reading.shape == .key ? 1 : 0
        features[.known] = isKnown(index) ? 1 : 0
        features[.blockStart] = candidate.isBlockStart ? 1 : 0
        return features
    }

    /// The scalars of a label without where its holder is from.
    private static func length(_ reading: LabelReading) -> Int {
        (reading.affiliation == nil ? reading.label : reading.name ?? reading.label).unicodeScalars.count
    }

    func verdict(_ index: Int, _ measure: FormMeasure, _ form: TurnForm) -> Verdict {
        let candidate = candidates[index]
        let shape = candidate.reading.shape
        if shape == .key { return keyVerdict(candidate, measure) }
        // What is nothing but an address is no words (`Slides: https://…`).
        if !self.recurs(index), !isKnown(index), Self.isAddress(candidate.rest) { return .text }
        let recurs = self.recurs(index)
        if !form.isMarked, form.end != .colon, !candidate.isBlockStart, measure.startShare > Self.startShare {
            return .text
        }
        if shape == .office, form.end == .stop, !candidate.isBlockStart, candidate.reading.label.words.count == 1 {
            return .text
        }
        // In the middle of a paragraph a full stop may end a sentence as well as a label.
        if form.end == .stop, !form.isMarked, candidate.isWeakStart, measure.weakShare < Self.mostWeak,
            !candidate.reading.hasNote
        {
            return .doubtful
        }
        if shape == .ask, form.end == .stop, !evidence[index].isQuestion, !isExamined { return .text }
        if isKnown(index), candidate.isBlockStart || form.isMarked { return .turn }
        if form.wrapper == .heading, !recurs { return .text }
        // A word in small letters that goes on with a sentence is no nick.
        if form.isNick, !form.isMarked, !candidate.isBlockStart { return .text }
        if shape == .office || shape == .other || shape == .anonymous, !evidence[index].isQuestion,
            candidate.time == nil, namesPeople(candidate)
        {
            return .text
        }
        if !form.isMarked, form.end != .gap, !candidate.isBlockStart, !recurs, !isKnown(index), shape != .office {
            return .text
        }
        // `the Court: Let me start`: an office in small letters is a label at a paragraph's start only.
        if shape == .office, !candidate.isBlockStart, candidate.reading.label.first?.isLowercase == true {
            return .text
        }
        let leastFullNames = form.end == .time ? Self.leastFullNamesBesideTimes : Self.leastFullNames
        if labels[index].mayBeName, candidate.isBlockStart || form.isMarked, measure.fullNameShare >= leastFullNames {
            return recurs || evidence[index].isSpeech ? .turn : .doubtful
        }
        let probability = TurnWeights.probability(features(index, measure))
        if shape == .other || isCommon(index) {
            if form.isMarked, recurs, measure.probability > Self.sureForm { return .turn }
            let isSetOff = form.isMarked || form.end == .time
            guard recurs || isSetOff, probability > TurnWeights.labelThreshold else {
                // Brackets and a colon hold nothing but labels.
                let isSure = form.wrapper == .square && form.end == .colon && measure.probability > Self.sureForm
                return isSetOff && evidence[index].isSpeech || isSure && candidate.isBlockStart ? .doubtful : .text
            }
            return .turn
        }
        if probability > TurnWeights.namedLabelThreshold { return .turn }
        return candidate.isBlockStart && evidence[index].isSpeech ? .doubtful : .text
    }

    /// What begins notes ends the turn before where it is of the record, or set in capitals as labels are.
    private func keyVerdict(_ candidate: TurnCandidate, _ measure: FormMeasure) -> Verdict {
        guard candidate.isBlockStart else { return .text }
        let isSetSo = measure.capitalShare > Self.mostCapitals && Self.isInCapitals(candidate.reading)
        return candidate.reading.isOfRecord || isSetSo ? .doubtful : .text
    }

    private static func isAddress(_ text: Substring) -> Bool {
        let bare = text.drop { $0 == "<" || $0 == "(" }
        return bare.utf8.starts(with: "http".utf8) && !bare.utf8.contains(0x20)
    }

    /// Whether what stands behind an office names its holders and says nothing: `좌장: 문가온 (새벽대학교 교수)`.
    private func namesPeople(_ candidate: TurnCandidate) -> Bool {
        guard candidate.rest.utf8.count <= Self.longestPeople, let last = candidate.rest.unicodeScalars.last,
            !Self.sentenceEnds.contains(last)
        else { return false }
        let small = candidate.rest.words.count { $0.unicodeScalars.first?.isLowercase == true }
        guard small <= Self.mostSmallWords else { return false }
        if let line = PersonLine(String(candidate.rest)), line.likelihood >= .plausible { return true }
        if PersonLine(listed: String(candidate.rest)) != nil { return true }
        let reading = reader.read(String(candidate.rest))
        return reading.shape == .name && candidate.rest.words.count > 1 && reading.label.utf8.allSatisfy { $0 < 0x80 }
    }

    /// Ends turns at labels whose own end was lost, where labels are set in capitals as they are.
    mutating func findLost() {
        let turns = candidates.indices.filter { verdicts[$0] == .turn }
        let capitals = turns.count { Self.isShouted(candidates[$0].reading.label) }
        guard turns.count >= Self.fewestBesideLost, Double(capitals) > Double(turns.count) * Self.mostCapitals else {
            return
        }
        for index in candidates.indices where candidates[index].form.end == .lost && candidates[index].isBlockStart {
            verdicts[index] = .doubtful
        }
    }

    /// Whether all of a label but what stands in brackets is set in capitals.
    private static func isShouted(_ label: String) -> Bool {
        label.unicodeScalars.prefix { $0 != "(" }.allSatisfy { !$0.properties.isLowercase }
    }

    /// The fewest turns that show how labels are set.
    static let fewestBesideLost = 8

    /// Takes back labels alone on their lines below which the next turn begins: somebody calls on somebody (`Mr. Tennyson.`).
    mutating func dropEmpty() {
        for index in candidates.indices.dropLast() where verdicts[index] == .turn && verdicts[index + 1] == .turn {
            let form = candidates[index].form
            if form.end == .stop || form.end == .line, form.isAlone, !form.isMarked,
                candidates[index + 1].line == candidates[index].line + 1
            {
                verdicts[index] = .text
            }
        }
    }

    /// Whether a voice that is known by another form is read in this one: a label with a full stop and nothing behind it
    /// calls on somebody (`Mr. Tilden.`).
    static func mayBeLesser(_ form: TurnForm) -> Bool {
        switch form.end {
        case .line, .gap, .dash: false
        case .stop: !form.isAlone
        default: true
        }
    }

    /// Whether the name of a label is set in capitals: its last three letters are.
    static func isInCapitals(_ reading: LabelReading) -> Bool {
        let letters = (reading.name ?? reading.label).unicodeScalars.reversed().lazy.filter(\.isAlphabetic).prefix(3)
        var count = 0
        for letter in letters {
            guard letter.isUppercase else { return false }
            count += 1
        }
        return count > 1
    }
}
