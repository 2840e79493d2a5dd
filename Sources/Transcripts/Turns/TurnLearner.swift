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

    /// The share of labels after which the same one always follows, as fields of a form do, and how many it takes to tell.
    static let orderedShare = 0.95, leastOrdered = 8
    /// How many labels take turns at the most in a conversation that always has one order.
    static let leastCycle = 3
    /// How often the same words stand behind a label of a running line.
    static let runningLines = 3
    /// The part at the beginning of a document in which lists of fields stand.
    static let earlyShare = 0.08

    let candidates: [TurnCandidate]
    let evidence: [SpeechEvidence]
    private let lineCount: Int
    private let blockCount: Int
    private let known: Set<String>
    private(set) var common: Set<String>
    private(set) var forms: [TurnForm: FormMeasure] = [:]
    private(set) var verdicts: [Verdict]
    private var labels: [String: Int] = [:]

    /// - Parameters:
    ///   - following: What is said after each candidate, on its line or the next.
    ///   - known: Names that heads and lists of the document give, in small letters.
    init(
        _ candidates: [TurnCandidate], following: [String], lineCount: Int, blockCount: Int, common: Set<String>,
        known: Set<String>, words: TurnWords = .embedded
    ) {
        self.candidates = candidates
        self.lineCount = max(lineCount, 1)
        self.blockCount = max(blockCount, 1)
        self.common = common
        self.known = known
        evidence = following.map { SpeechEvidence($0, words) }
        verdicts = [Verdict](repeating: .text, count: candidates.count)
        for candidate in candidates { labels[Self.key(candidate), default: 0] += 1 }
        for (index, candidate) in candidates.enumerated() {
            forms[candidate.form, default: FormMeasure()].members.append(index)
        }
        for form in forms.keys { measure(form, following) }
        decideForms()
        decideLabels()
        settle()
    }

    /// What two labels of one voice share: the name or office in small letters.
    static func key(_ candidate: TurnCandidate) -> String {
        let reading = candidate.reading
        let name = TurnWords.folded(reading.name ?? reading.office ?? reading.label)
        // Two of one surname are told apart by where they are from.
        guard reading.honorific != nil, let place = reading.affiliation else { return name }
        return name + " of " + place.lowercased()
    }

    private func isCommon(_ index: Int) -> Bool {
        let reading = candidates[index].reading
        guard !reading.hasTitle, reading.shape == .name || reading.shape == .other else { return false }
        return common.contains(Self.key(candidates[index]))
    }

    /// Whether a label has the form of a full name: several words, or three syllables behind a surname.
    private func isFullName(_ reading: LabelReading) -> Bool {
        guard reading.shape == .name, let name = reading.name else { return false }
        return name.words.count > 1
            || (3...4).contains(name.unicodeScalars.count) && name.unicodeScalars.allSatisfy(Hangul.isSyllable)
    }

    private func isTakenOut(_ index: Int) -> Bool {
        let shape = candidates[index].reading.shape
        return shape == .key || shape == .other || isCommon(index)
    }

    private func isKnown(_ index: Int) -> Bool {
        let reading = candidates[index].reading
        if let name = reading.name, known.contains(name.lowercased()) { return true }
        return reading.short.map { known.contains($0.lowercased()) } ?? false
    }

    /// How far a label is from the shape of a person's: a short word may be a name.
    private static func shapelessness(_ shape: LabelReading.Shape) -> Double {
        shape == .word ? wordShapelessness : shape.isVoice ? 0 : 1
    }

    /// The probability of a form with a sign or wrapper from which any label that recurs is a turn's.
    static let sureForm = 0.9
    /// The share of speech below which a common form beside a commoner one is none of turns, and how many lines it has then.
    static let leastSpeechBeside = 0.05, leastBeside = 20
    /// The share of lines that begin paragraphs below which a form beside a commoner one is none of turns.
    static let leastStartBeside = 0.5
    /// The most that a label's length counts against it.
    static let mostLength = 1.5
    /// The share of a form's lines that begin paragraphs, from which those within one are text.
    static let startShare = 0.6
    /// The fewest questions of an interview that is printed with dashes and without names.
    static let fewestQuestions = 2
    /// The share of a form's lines that only the end of a sentence before makes a start, below which such a line is in doubt.
    static let mostWeak = 0.1
    /// What share of labels that stand alone on their lines must be followed by speech, and come again.
    static let leastBareSpeech = 0.4, leastBareRecurring = 0.5
    /// The share of labels of known people that speaks for a form by itself.
    static let leastKnown = 0.5
    /// How much a short word that no form shows to be a name counts against its form.
    static let wordShapelessness = 0.4
    /// The least share of lines after which somebody speaks, where labels are words in small letters.
    static let leastNickSpeech = 0.25

    private mutating func measure(_ form: TurnForm, _ following: [String]) {
        guard var measure = forms[form] else { return }
        measure.kept = measure.members.filter { !isTakenOut($0) }
        let kept = measure.kept.isEmpty ? measure.members : measure.kept
        let count = Double(kept.count)
        let share = { (test: (Int) -> Bool) in Double(kept.count(where: test)) / count }
        let distinct = Set(kept.map { Self.key(candidates[$0]) })
        let deciles = Set(kept.map { candidates[$0].line * 10 / lineCount })
        var shapes: [LabelReading.Shape: Int] = [:]
        for index in kept { shapes[candidates[index].reading.shape, default: 0] += 1 }
        measure.startShare = share { candidates[$0].isBlockStart }
        measure.weakShare = share { candidates[$0].isWeakStart }
        measure.shape = shapes.max { $0.value < $1.value }?.key ?? .other
        measure.features = [
            .speech: share { evidence[$0].isSpeech }, .question: share { evidence[$0].isQuestion },
            .titled: share { candidates[$0].reading.hasTitle || candidates[$0].reading.shape == .anonymous },
            .noted: share { candidates[$0].reading.hasNote }, .blocks: min(1, count / Double(blockCount) * 3),
            .recurs: share { labels[Self.key(candidates[$0]), default: 0] > 1 }, .count: log(count) / 3,
            .shapeless: kept.reduce(0) { $0 + Self.shapelessness(candidates[$1].reading.shape) } / count,
            .common: share(isCommon),
            .takenOut: Double(measure.members.count - measure.kept.count) / Double(measure.members.count),
            .bare: form.end == .line && form.wrapper == .none || form.end == .gap ? 1 : 0,
            .clumped: 1 - Double(deciles.count) / Double(min(10, kept.count)), .dashed: form.end == .dash ? 1 : 0,
            .known: share(isKnown), .marked: form.isMarked ? 1 : 0,
            .recurringName: share {
                isFullName(candidates[$0].reading) && labels[Self.key(candidates[$0]), default: 0] > 1
            },
        ]
        // Where most labels are none, the rest may be words of the same list.
        let left = 1 - (measure.features[.takenOut] ?? 0)
        measure.features[.recurringName] = (measure.features[.recurringName] ?? 0) * left
        if let objection = objection(to: form, kept, distinct, following) {
            measure.reason = objection
            measure.features[.shapeless] = 3
        }
        forms[form] = measure
    }

    /// What shows for sure that lines of a form are none of turns.
    private func objection(
        to form: TurnForm, _ kept: [Int], _ distinct: Set<String>, _ following: [String]
    ) -> String? {
        guard kept.contains(where: { Self.shapelessness(candidates[$0].reading.shape) < 1 }) else {
            return "no label looks like a speaker"
        }
        if form.end == .opening, kept.count(where: { evidence[$0].isQuestion }) < Self.fewestQuestions {
            return "hardly anything is asked"
        }
        let isNamed = kept.contains(where: isKnown)
        let recurs = kept.contains { labels[Self.key(candidates[$0]), default: 0] > 1 }
        let titled = kept.count { candidates[$0].reading.hasTitle || candidates[$0].reading.shape == .anonymous }
        if form.isNick, form.wrapper != .angle, kept.count > 2, !isNamed,
            Double(kept.count { evidence[$0].isSpeech }) < Double(kept.count) * Self.leastNickSpeech
        {
            return "nobody seems to speak"
        }
        if kept.count == 1, !isNamed, !recurs, titled == 0 { return "it comes once" }
        let spoken = Double(kept.count { evidence[$0].isSpeech }) / Double(kept.count)
        var own: [String: Int] = [:]
        for index in kept { own[Self.key(candidates[index]), default: 0] += 1 }
        let recurring = Double(kept.count { own[Self.key(candidates[$0]), default: 0] > 1 }) / Double(kept.count)
        if form.end == .line, form.wrapper == .none, form.prefix == .none || form.prefix == .list,
            spoken < Self.leastBareSpeech || recurring < Self.leastBareRecurring
        {
            return "nobody seems to speak below it"
        }
        if form.wrapper == .heading, !isNamed, !recurs || spoken < Self.leastBareSpeech {
            return "nobody seems to speak below it"
        }
        let members = forms[form]?.members.count ?? kept.count
        if form.isAlone, form.wrapper != .none, form.wrapper != .square, !isNamed, kept.count * 2 < members {
            return "most of its labels name nobody"
        }
        if form.isAlone, form.wrapper == .bold || form.wrapper == .underscore, !isNamed, !recurs,
            kept.contains(where: { candidates[$0].reading.label.words.count == 1 })
        {
            return "no label comes twice"
        }
        let knownShare = Double(kept.count(where: isKnown)) / Double(kept.count)
        if case .sign = form.prefix, knownShare < Self.leastKnown, form.end == .space || form.end == .line,
            titled * 2 <= kept.count,
            recurring < Self.leastBareRecurring || spoken < Self.leastBareSpeech
        {
            return "nobody seems to speak behind the sign"
        }
        if kept.count >= Self.leastOrdered, distinct.count > Self.leastCycle, isOrdered(kept) {
            return "the labels always come in one order"
        }
        var behind: [String: Int] = [:]
        for index in kept where !candidates[index].rest.isEmpty {
            behind["\(Self.key(candidates[index]))|\(candidates[index].rest)", default: 0] += 1
        }
        let repeated = behind.values.filter { $0 >= Self.runningLines }.reduce(0, +)
        if repeated * 2 > kept.count, repeated > 4 { return "the same words stand behind the label again and again" }
        if form.end == .dash || form.end == .line && form.wrapper == .none || form.end == .gap || form.end == .equals,
            !recurs, !isNamed
        {
            return "no label comes twice"
        }
        return nil
    }

    /// Whether after a label always the same one follows.
    private func isOrdered(_ kept: [Int]) -> Bool {
        var next: [String: [String: Int]] = [:]
        for (one, two) in zip(kept, kept.dropFirst()) {
            next[Self.key(candidates[one]), default: [:]][Self.key(candidates[two]), default: 0] += 1
        }
        let fixed = next.values.reduce(0) { $0 + ($1.values.max() ?? 0) }
        let isSpoken = Double(kept.count { evidence[$0].isSpeech }) > Double(kept.count) * 0.5
        return !isSpoken && Double(fixed) >= Double(kept.count - 1) * Self.orderedShare
    }

    private mutating func decideForms() {
        for (form, measure) in forms {
            let probability = measure.probability
            let isTitled = (measure.features[.titled] ?? 0) > 0.5 && (measure.features[.recurs] ?? 0) > 0.5
            let threshold = isTitled ? TurnWeights.titledFormThreshold : TurnWeights.formThreshold
            forms[form]?.isAccepted = measure.reason.isEmpty && probability > threshold
        }
        let most = forms.values.filter(\.isAccepted).map(\.kept.count).max() ?? 0
        for (form, measure) in forms where measure.isAccepted && measure.kept.count * 2 <= most {
            let isQuiet =
                measure.kept.count >= Self.leastBeside && (measure.features[.speech] ?? 0) < Self.leastSpeechBeside
            // Labels of a lesser form that go on with sentences are words before a colon.
            let isInside = !form.isMarked && form.end == .colon && measure.startShare < Self.leastStartBeside
            guard isQuiet || isInside else { continue }
            forms[form]?.isAccepted = false
            forms[form]?.reason = isQuiet ? "nobody seems to speak" : "its lines go on with sentences"
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
        dropEmpty()
        // What a record says before anybody speaks is its head.
        let first = verdicts.firstIndex(of: .turn) ?? verdicts.count
        for index in verdicts.indices.prefix(first) where candidates[index].reading.isOfRecord {
            verdicts[index] = .text
        }
        // A voice that is known by one form is read in a lesser one, too.
        let turns = candidates.indices.filter { verdicts[$0] == .turn }
        let voices = Set(turns.map { Self.key(candidates[$0]) })
        let inCapitals = voices.subtracting(turns.filter { !isInCapitals($0) }.map { Self.key(candidates[$0]) })
        for (form, measure) in forms where !measure.isAccepted && Self.mayBeLesser(form) {
            for index in measure.members where candidates[index].reading.shape.isVoice && candidates[index].isBlockStart
            {
                let isSetSo = !inCapitals.contains(Self.key(candidates[index])) || isInCapitals(index)
                if voices.contains(Self.key(candidates[index])), isSetSo,
                    evidence[index].isSpeech || measure.kept.count < 4
                {
                    verdicts[index] = .turn
                }
            }
        }
    }

    /// Takes back labels alone on their lines below which the next turn begins: somebody calls on somebody (`Mr. Tennyson.`).
    private mutating func dropEmpty() {
        let begun = Set(candidates.indices.filter { verdicts[$0] == .turn }.map { candidates[$0].line })
        for index in candidates.indices where verdicts[index] == .turn {
            let form = candidates[index].form
            if form.end == .stop || form.end == .line, form.isAlone, !form.isMarked,
                begun.contains(candidates[index].line + 1)
            {
                verdicts[index] = .text
            }
        }
    }

    /// Whether a voice that is known by another form is read in this one: a label with a full stop and nothing behind it
    /// calls on somebody (`Mr. Tilden.`).
    private static func mayBeLesser(_ form: TurnForm) -> Bool {
        switch form.end {
        case .line, .gap, .dash: false
        case .stop: !form.isAlone
        default: true
        }
    }

    /// Whether a name is set in capitals.
    private func isInCapitals(_ index: Int) -> Bool {
        let reading = candidates[index].reading
        let letters = (reading.name ?? reading.label).unicodeScalars.filter(\.properties.isAlphabetic)
        return letters.count > 1 && letters.suffix(3).allSatisfy(\.properties.isUppercase)
    }

    /// Whether letters stand for questions and answers in a document: two come again and again, or one does and something
    /// is asked.
    private var isExamination: Bool {
        let asks = candidates.indices.filter {
            candidates[$0].reading.shape == .ask && candidates[$0].form.end == .stop
        }
        let recurring = Set(asks.map { Self.key(candidates[$0]) }.filter { labels[$0, default: 0] > 1 })
        return recurring.count > 1 || !recurring.isEmpty && asks.contains { evidence[$0].isQuestion }
    }

    /// Whether a label is that of a turn elsewhere in the document.
    func isVoice(_ candidate: TurnCandidate) -> Bool {
        candidate.reading.shape.isVoice
            && candidates.indices.contains { verdicts[$0] == .turn && Self.key(candidates[$0]) == Self.key(candidate) }
    }

    /// The features of a label.
    func features(_ index: Int, _ measure: FormMeasure) -> [TurnWeights.LabelFeature: Double] {
        let candidate = candidates[index]
        let reading = candidate.reading
        return [
            .formSpeech: measure.features[.speech] ?? 0, .speech: evidence[index].isSpeech ? 1 : 0,
            .question: evidence[index].isQuestion ? 1 : 0,
            .titled: reading.hasTitle || reading.shape == .anonymous || reading.shape == .office ? 1 : 0,
            .sameShape: reading.shape == measure.shape ? 1 : 0,
            .nameShape: isFullName(reading) ? 1 : 0,
            .recurs: labels[Self.key(candidate), default: 0] > 1 ? 1 : 0,
            .shapeless: Self.shapelessness(reading.shape), .common: isCommon(index) ? 1 : 0,
            .length: reading.hasTitle ? 0 : min(Double(reading.label.unicodeScalars.count) / 20, Self.mostLength),
            .early: Double(candidate.line) < Double(lineCount) * Self.earlyShare && lineCount > 60 ? 1 : 0,
            .listed: reading.shape == .key ? 1 : 0, .known: isKnown(index) ? 1 : 0,
            .blockStart: candidate.isBlockStart ? 1 : 0,
        ]
    }

    private func verdict(_ index: Int, _ measure: FormMeasure, _ form: TurnForm) -> Verdict {
        let candidate = candidates[index]
        let shape = candidate.reading.shape
        if shape == .key { return candidate.reading.isOfRecord && candidate.isBlockStart ? .doubtful : .text }
        let recurs = labels[Self.key(candidate), default: 0] > 1
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
        if shape == .ask, form.end == .stop, !evidence[index].isQuestion, !isExamination { return .text }
        if isKnown(index), candidate.isBlockStart || form.isMarked { return .turn }
        if form.wrapper == .heading, !recurs { return .text }
        // A word in small letters that goes on with a sentence is no nick.
        if form.isNick, !form.isMarked, !candidate.isBlockStart { return .text }
        if shape == .office || shape == .other || shape == .anonymous, !evidence[index].isQuestion,
            namesPeople(candidate)
        {
            return .text
        }
        if !form.isMarked, form.end != .gap, !candidate.isBlockStart, !recurs, !isKnown(index), shape != .office {
            return .text
        }
        let probability = TurnWeights.probability(features(index, measure))
        if shape == .other || isCommon(index) {
            if form.isMarked, recurs, measure.probability > Self.sureForm { return .turn }
            let isSetOff = form.isMarked || form.end == .time
            guard recurs || isSetOff, probability > TurnWeights.labelThreshold else {
                return isSetOff && evidence[index].isSpeech ? .doubtful : .text
            }
            return .turn
        }
        if probability > TurnWeights.namedLabelThreshold { return .turn }
        return candidate.isBlockStart && evidence[index].isSpeech ? .doubtful : .text
    }

    /// Whether what stands behind an office names its holders and says nothing: `좌장: 문가온 (새벽대학교 교수)`.
    private func namesPeople(_ candidate: TurnCandidate) -> Bool {
        let small = candidate.rest.words.count { $0.unicodeScalars.first?.properties.isLowercase == true }
        guard !candidate.rest.isEmpty, candidate.rest.utf8.count <= Self.longestPeople, small <= Self.mostSmallWords,
            let last = candidate.rest.unicodeScalars.last, !".?!。？！…".unicodeScalars.contains(last)
        else { return false }
        if let line = PersonLine(candidate.rest), line.likelihood >= .plausible { return true }
        if PersonLine(listed: candidate.rest) != nil { return true }
        let reading = LabelReader().read(candidate.rest)
        return reading.shape == .name && candidate.rest.words.count > 1 && reading.label.utf8.allSatisfy { $0 < 0x80 }
    }

    /// How many words in small letters stand among names at the most.
    static let mostSmallWords = 2
    /// The longest text, in bytes, that names people behind their part.
    static let longestPeople = 200

    /// Takes everything back where fewer than two voices speak.
    private mutating func settle() {
        let turns = candidates.indices.filter { verdicts[$0] == .turn }
        let voices = Set(turns.map { Self.key(candidates[$0]) })
        // `>>` without a name is a voice, too.
        let isOneKnown = turns.contains {
            isKnown($0) || candidates[$0].form.prefix == .arrows || candidates[$0].form.end == .opening
        }
        let isTooFew = (voices.count < 2 || turns.count < 2) && !isOneKnown
        // Short labels that all come once are words before a colon, as in glossaries.
        let named = turns.count { candidates[$0].reading.hasTitle || isFullName(candidates[$0].reading) || isKnown($0) }
        let isList = voices.count == turns.count && named * 2 < turns.count && !isOneKnown
        guard isTooFew || isList else { return }
        for index in verdicts.indices { verdicts[index] = .text }
        for form in forms.keys where forms[form]?.isAccepted == true {
            forms[form]?.isAccepted = false
            forms[form]?.reason = isTooFew ? "fewer than two voices" : "no label comes twice"
        }
    }
}
