import Foundation
import KoreanText

/// Learns the forms in which a document says who speaks, and with them which lines begin turns.
struct TurnLearner {
    /// What is made of a candidate.
    enum Verdict {
        /// It begins a turn.
        case turn
        /// It looks like the start of a turn, but it is not known whose: it ends the turn before.
        case doubtful
        /// It is text.
        case text
    }

    let candidates: [TurnCandidate]
    let evidence: [SpeechEvidence]
    /// What is said after each candidate, on its line or the next.
    let following: [Substring]
    let lineCount: Int
    private let blockCount: Int
    private(set) var forms: [TurnForm: FormMeasure] = [:]
    var verdicts: [Verdict]
    /// The label of each candidate.
    var labels: [Label] = []
    /// The keys of the labels, by their numbers.
    private let keys: [String]
    /// How many candidates have each label, by its number.
    var counts: [Int] = []
    /// Whether letters stand for questions and answers: two come again and again, or one does and something is asked.
    var isExamined = false
    let reader: LabelReader

    /// What is asked of a candidate's label again and again.
    struct Label {
        /// The number of its key.
        var number: Int
        /// Whether it is a common word of the text.
        var isCommon: Bool
        /// Whether it names somebody known from a head or list.
        var isKnown: Bool
        /// Whether it has the form of a full name.
        var isFullName: Bool
        /// Whether it has that form but for a last word that is a key elsewhere.
        var mayBeName: Bool
        /// Whether its name is set in capitals.
        var isInCapitals: Bool
    }

    /// - Parameters:
    ///   - keys: What the labels of one voice share, for every candidate.
    ///   - following: What is said after each candidate, on its line or the next.
    ///   - known: Names that heads and lists of the document give, in small letters.
    init(
        _ candidates: [TurnCandidate], keys: LabelKeys, following: [Substring], lineCount: Int, blockCount: Int,
        common: Set<String>,
        known: Set<String>, words: TurnWords = .embedded
    ) {
        self.candidates = candidates
        self.lineCount = max(lineCount, 1)
        self.blockCount = max(blockCount, 1)
        self.following = following
        evidence = following.map { SpeechEvidence($0, words) }
        verdicts = [Verdict](repeating: .text, count: candidates.count)
        reader = LabelReader(words)
        self.keys = keys.keys
        counts = [Int](repeating: 0, count: keys.keys.count)
        labels.reserveCapacity(candidates.count)
        for (index, candidate) in candidates.enumerated() {
            let number = keys.numbers[index]
            counts[number] += 1
            if let same = keys.same[index] {
                labels.append(labels[same])
                continue
            }
            labels.append(
                Label(
                    number: number, isCommon: Self.isCommon(candidate.reading, keys.keys[number], common),
                    isKnown: Self.isKnown(candidate.reading, known),
                    isFullName: Self.isFullName(candidate.reading),
                    mayBeName: candidate.reading.mayBeName
                        && !common.contains(Self.firstWord(keys.keys[number])),
                    isInCapitals: Self.isInCapitals(candidate.reading)))
        }
        isExamined = isExamination
        for (index, candidate) in candidates.enumerated() {
            forms[candidate.form, default: FormMeasure()].members.append(index)
        }
        for form in forms.keys { measure(form) }
        decideForms()
        decideLabels()
        settle()
    }

    /// The first word of a label's key.
    static func firstWord(_ key: String) -> String { String(key.prefix { $0 != " " }) }

    private static func isCommon(_ reading: LabelReading, _ key: String, _ common: Set<String>) -> Bool {
        guard !reading.hasTitle, reading.shape == .name || reading.shape == .other else { return false }
        return common.contains(key)
    }

    func isCommon(_ index: Int) -> Bool { labels[index].isCommon }

    /// Whether a label comes more than once.
    func recurs(_ index: Int) -> Bool { counts[labels[index].number] > 1 }

    /// Whether a label has the form of a full name: several words, or three syllables behind a surname.
    private static func isFullName(_ reading: LabelReading) -> Bool {
        guard reading.shape == .name, let name = reading.name else { return false }
        return name.utf8.contains(0x20) && name.words.count > 1
            || (3...4).contains(name.unicodeScalars.count) && name.unicodeScalars.allSatisfy(Hangul.isSyllable)
    }

    private func isTakenOut(_ index: Int) -> Bool {
        let shape = candidates[index].reading.shape
        return shape == .key || shape == .other || isCommon(index)
    }

    func isKnown(_ index: Int) -> Bool { labels[index].isKnown }

    private static func isKnown(_ reading: LabelReading, _ known: Set<String>) -> Bool {
        guard !known.isEmpty else { return false }
        if let name = reading.name, known.contains(name.lowercased()) { return true }
        return reading.short.map { known.contains($0.lowercased()) } ?? false
    }

    /// How far a label is from the shape of a person's: a short word may be a name.
    static func shapelessness(_ shape: LabelReading.Shape) -> Double {
        shape == .word ? wordShapelessness : shape.isVoice ? 0 : 1
    }

    /// The share of speech below which a common form beside a commoner one is none of turns, and how many lines it has then.
    static let leastSpeechBeside = 0.05, leastBeside = 20
    /// The share of lines that begin paragraphs below which a form beside a commoner one is none of turns.
    static let leastStartBeside = 0.5
    /// How many labels with a colon stand against one with a full stop, where those are none.
    static let fewBeside = 10
    /// How much a short word that no form shows to be a name counts against its form.
    static let wordShapelessness = 0.4

    private mutating func measure(_ form: TurnForm) {
        guard var measure = forms[form] else { return }
        measure.kept = measure.members.filter { !isTakenOut($0) }
        let kept = measure.kept.isEmpty ? measure.members : measure.kept
        let distinct = Set(kept.map { labels[$0].number })
        let tally = FormTally(kept, self)
        let share = { (part: Int) in Double(part) / Double(kept.count) }
        measure.startShare = share(tally.starts)
        measure.weakShare = share(tally.weakStarts)
        measure.capitalShare = share(tally.inCapitals)
        measure.fullNameShare = share(tally.fullNames)
        measure.shape = tally.shape
        measure.features = [
            .speech: share(tally.speech), .question: share(tally.questions), .titled: share(tally.titled),
            .noted: share(tally.noted), .blocks: min(1, Double(kept.count) / Double(blockCount) * 3),
            .recurs: share(tally.recurring), .count: log(Double(kept.count)) / 3,
            .shapeless: tally.shapelessness / Double(kept.count), .common: share(tally.common),
            .takenOut: Double(measure.members.count - measure.kept.count) / Double(measure.members.count),
            .bare: form.end == .line && form.wrapper == .none || form.end == .gap ? 1 : 0,
            .clumped: 1 - Double(tally.deciles.nonzeroBitCount) / Double(min(10, kept.count)),
            .dashed: form.end == .dash ? 1 : 0, .known: share(tally.known), .marked: form.isMarked ? 1 : 0,
            .recurringName: share(tally.recurringNames),
        ]
        // Where most labels are none, the rest may be words of the same list.
        let left = 1 - measure.features[.takenOut]
        measure.features[.recurringName] = measure.features[.recurringName] * left
        if let objection = objection(to: form, kept, distinct) {
            measure.reason = objection
            measure.features[.shapeless] = 3
        }
        forms[form] = measure
    }

    private mutating func decideForms() {
        for (form, measure) in forms {
            let probability = measure.probability
            let isTitled = measure.features[.titled] > 0.5 && measure.features[.recurs] > 0.5
            let threshold = isTitled ? TurnWeights.titledFormThreshold : TurnWeights.formThreshold
            forms[form]?.isAccepted = measure.reason.isEmpty && probability > threshold
        }
        let most = forms.values.filter(\.isAccepted).map(\.kept.count).max() ?? 0
        for (form, measure) in forms where measure.isAccepted && measure.kept.count * 2 <= most {
            let isQuiet =
                measure.kept.count >= Self.leastBeside && measure.features[.speech] < Self.leastSpeechBeside
            // Labels of a lesser form that go on with sentences are words before a colon.
            let isInside = !form.isMarked && form.end == .colon && measure.startShare < Self.leastStartBeside
            guard isQuiet || isInside else { continue }
            forms[form]?.isAccepted = false
            forms[form]?.reason = isQuiet ? "nobody seems to speak" : "its lines go on with sentences"
        }
        // Where colons end labels again and again, a few full stops end what is quoted, or sentences.
        let colons = forms.filter { $0.key.end == .colon && $0.value.isAccepted }.map(\.value.kept.count).max() ?? 0
        for (form, measure) in forms
        where form.end == .stop && !form.isMarked && measure.isAccepted && measure.kept.count * Self.fewBeside <= colons
        {
            forms[form]?.isAccepted = false
            forms[form]?.reason = "labels end in colons"
        }
        // Dashes open what people say only where nothing else does; beside labels they are items of lists.
        let hasLabels = forms.contains { $0.key.end != .opening && $0.value.isAccepted }
        for form in forms.keys where hasLabels && form.end == .opening {
            forms[form]?.isAccepted = false
            forms[form]?.reason = "turns have labels"
        }
        // A conversation that is quoted within turns is its speaker's.
        let quoted = forms.filter { $0.key.prefix == .quote && $0.value.isAccepted }
        let others = forms.filter { $0.key.prefix != .quote && $0.value.isAccepted }.map(\.value.kept.count).max() ?? 0
        for (form, measure) in quoted where others > 0 && measure.kept.count <= others * 2 {
            forms[form]?.isAccepted = false
            forms[form]?.reason = "it is quoted within turns"
        }
    }

    private mutating func decideLabels() {
        for (form, measure) in forms where measure.isAccepted {
            for index in measure.members { verdicts[index] = verdict(index, measure, form) }
        }
        // A long label leaves no room for what is said on its line.
        for (form, measure) in forms where !measure.isAccepted && form.end == .colon && form.isAlone {
            var twin = form
            twin.isAlone = false
            guard forms[twin]?.isAccepted == true else { continue }
            for index in measure.members where candidates[index].reading.hasTitle && candidates[index].isBlockStart {
                verdicts[index] = .turn
            }
        }
        findLost()
        dropEmpty()
        // What a record says before anybody speaks is its head.
        let first = verdicts.firstIndex(of: .turn) ?? verdicts.count
        for index in verdicts.indices.prefix(first) where candidates[index].reading.isOfRecord {
            verdicts[index] = .text
        }
        // A voice that is known by one form is read in a lesser one, too.
        let voices = self.voices
        var inCapitals = voices
        for index in candidates.indices where verdicts[index] == .turn && !labels[index].isInCapitals {
            inCapitals.remove(labels[index].number)
        }
        for (form, measure) in forms where !measure.isAccepted && Self.mayBeLesser(form) {
            for index in measure.members where candidates[index].reading.shape.isVoice && candidates[index].isBlockStart
            {
                let number = labels[index].number
                let isSetSo = !inCapitals.contains(number) || labels[index].isInCapitals
                if voices.contains(number), isSetSo, evidence[index].isSpeech || measure.kept.count < 4 {
                    verdicts[index] = .turn
                }
            }
        }
    }

    private var isExamination: Bool {
        let asks = candidates.indices.filter {
            candidates[$0].reading.shape == .ask && candidates[$0].form.end == .stop
        }
        let recurring = Set(asks.filter(recurs).map { labels[$0].number })
        return recurring.count > 1 || !recurring.isEmpty && asks.contains { evidence[$0].isQuestion }
    }

    /// The numbers of the labels that begin turns.
    private var voices: Set<Int> {
        var isVoice = [Bool](repeating: false, count: counts.count)
        for index in candidates.indices where verdicts[index] == .turn { isVoice[labels[index].number] = true }
        return Set(isVoice.indices.lazy.filter { isVoice[$0] })
    }

    /// The keys of the labels that begin turns.
    var voiceKeys: Set<String> { Set(voices.lazy.map { keys[$0] }) }

    /// Takes everything back where fewer than two voices speak.
    private mutating func settle() {
        let turns = candidates.indices.filter { verdicts[$0] == .turn }
        let voices = self.voices
        // `>>` without a name is a voice, too.
        let isOneKnown = turns.contains {
            isKnown($0) || candidates[$0].form.prefix == .arrows || candidates[$0].form.end == .opening
        }
        let isTooFew = (voices.count < 2 || turns.count < 2) && !isOneKnown
        // Short labels that all come once are words before a colon, as in glossaries.
        let named = turns.count { isTitled($0) || labels[$0].isFullName || isKnown($0) }
        let isList = voices.count == turns.count && named * 2 < turns.count && !isOneKnown
        guard isTooFew || isList else { return }
        for index in verdicts.indices { verdicts[index] = .text }
        for form in forms.keys where forms[form]?.isAccepted == true {
            forms[form]?.isAccepted = false
            forms[form]?.reason = isTooFew ? "fewer than two voices" : "no label comes twice"
        }
    }
}
