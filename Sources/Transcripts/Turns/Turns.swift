import Proceedings

/// The turns of a document: whose words begin on which row, and how that was known.
struct Turns {
    private(set) var byRow: [Int: Turn] = [:]
    /// The further turns of rows on which several begin.
    private(set) var inner: [Int: [Turn]] = [:]
    /// Rows that say what happened in a chat whose every line begins with its time; nobody says them.
    private(set) var remarks: Set<Int> = []
    private(set) var speakers: [Speaker] = []
    /// How many turns each label has.
    private var counts: [String: Int] = [:]
    /// What was understood, for people.
    private(set) var summary: TurnSummary?
    private(set) var diagnostics: [Diagnostic] = []
    /// A line for each form, with what was measured of it.
    private(set) var explanation: [String] = []

    /// No turns.
    init() {}

    /// How many lines that look like turns in a form that was not read are told.
    static let leastUnread = 3
    /// The probability of a form that was not read, from which its lines are told.
    static let unreadProbability = 0.2
    /// The latest time, in milliseconds, of the first label of a recording.
    static let latestStart = 20 * 60_000

    /// Learns the turns of a text.
    ///
    /// - Parameters:
    ///   - text: The text with its candidates.
    ///   - known: People whom the document's heads name.
    init(_ text: TurnText, known: [KnownPerson] = []) {
        let (candidates, lines) = (text.candidates, text)
        guard !candidates.isEmpty else { return }
        let first = candidates.first { $0.form.end == .colon || $0.form.isMarked }?.line ?? lines.count
        // What stands alone on its line may be a label itself, and makes nobody known.
        let reach = min(first + Self.listReach, lines.count)
        let alone = Set(
            candidates.lazy.prefix { $0.line < reach }.filter {
                $0.form.prefix != .list && ($0.form.isAlone || $0.reading.shape.isVoice)
            }.map(
                \.line))
        let places = (0..<reach).lazy.filter { !alone.contains($0) }
        let listed = Attendance(places.map { lines[$0] }).people
        let people = known + listed
        let keys = LabelKeys(candidates)
        let doubtful = candidates.lazy.filter(\.reading.mayBeName).map {
            TurnLearner.firstWord(LabelKeys.key($0.reading))
        }
        let singles = Set(keys.keys.lazy.filter { !$0.utf8.contains(0x20) }).union(doubtful)
        let following = candidates.map { candidate in
            let rest = candidate.rest
            return rest.isEmpty && candidate.line + 1 < lines.count ? lines[candidate.line + 1][...] : rest
        }
        let learner = TurnLearner(
            candidates, keys: keys, following: following, lineCount: lines.count, blockCount: lines.blockCount,
            common: CommonWords(singles, in: lines.clean).found,
            known: Set(people.flatMap { [$0.name.lowercased()] + ($0.short.map { [$0.lowercased()] } ?? []) }))
        TurnFitting.observe(learner, lines)
        explain(learner, lines)
        if !people.isEmpty {
            explanation.append("known from heads and lists: " + people.prefix(40).map(\.name).joined(separator: " | "))
        }
        read(learner, lines, people)
        tellUnread(learner, lines)
        findRemarks(learner, lines)
    }

    /// The share of turns that begin with a time, where every line of a chat does.
    static let timedShare = 0.8

    /// Finds the lines of a chat that have a time and nobody's name.
    private mutating func findRemarks(_ learner: TurnLearner, _ lines: TurnText) {
        let turns = learner.candidates.indices.filter { learner.verdicts[$0] == .turn }
        let timed = turns.count { learner.candidates[$0].time != nil && learner.candidates[$0].form.end != .time }
        guard timed > 1, Double(timed) >= Double(turns.count) * Self.timedShare else { return }
        for place in 0..<lines.count where byRow[lines.rows[place]] == nil {
            if LabelTime.read(lines[place][...]) != nil { remarks.insert(lines.rows[place]) }
        }
    }

    /// How many lines behind the first label a list of people may reach.
    static let listReach = 40

    /// Whether any turn was read.
    var isEmpty: Bool { byRow.isEmpty }

    /// Moves what is told of lines to the rows that they stand on.
    mutating func relocate(to rows: [Int]) {
        for index in diagnostics.indices {
            diagnostics[index].line = diagnostics[index].line.map {
                rows.indices.contains($0 - 1) ? rows[$0 - 1] + 1 : $0
            }
        }
        guard var told = summary else { return }
        for index in told.forms.indices where rows.indices.contains(told.forms[index].firstLine - 1) {
            told.forms[index].firstLine = rows[told.forms[index].firstLine - 1] + 1
        }
        summary = told
    }

    /// Counts the turns whose voice the file itself gives.
    mutating func count(given voices: [Voice]) {
        guard !voices.isEmpty else { return }
        var told = summary ?? TurnSummary()
        told.turns += voices.count
        told.voices += Set(voices.map(\.label)).count
        told.unresolved += voices.count { $0.kind == .unknown }
        summary = told
    }

    /// Whether a turn begins on a row whose voice has another turn elsewhere.
    func recurs(at row: Int) -> Bool {
        guard let turn = byRow[row] else { return false }
        return counts[turn.voice.label, default: 0] > 1
    }

    /// Who begins to speak on a row.
    func speaker(at row: Int) -> Speaker? { byRow[row]?.speaker.map { speakers[$0] } }

    private mutating func read(_ learner: TurnLearner, _ lines: TurnText, _ people: [KnownPerson]) {
        let turns = learner.candidates.indices.filter { learner.verdicts[$0] != .text }
        guard turns.contains(where: { learner.verdicts[$0] == .turn }) else { return }
        var book = VoiceBook(
            turns.filter { learner.verdicts[$0] == .turn }.map { learner.candidates[$0].known }, known: people)
        let voiceKeys = learner.voiceKeys
        let hasTimes = Self.areOffsets(turns.compactMap { learner.candidates[$0].time })
        var forms: [TurnForm: TurnSummary.Form] = [:]
        var voices = (known: Set<Int>(), others: Set<String>())
        var unresolved = 0
        byRow.reserveCapacity(turns.count)
        for index in turns {
            let candidate = learner.candidates[index]
            let row = lines.rows[candidate.line]
            let isTurn = learner.verdicts[index] == .turn
            let label = LabelReader.trimmed(candidate.reading.label)
            let (voice, speaker) =
                isTurn ? book.voice(of: candidate.reading, row: row) : (Voice(label: label, kind: .unknown), nil)
            byRow[row] = Turn(
                printed: candidate.printed, restOffset: candidate.restOffset, secondOffset: candidate.secondOffset,
                isAlone: candidate.rest.isEmpty || candidate.secondOffset != nil,
                time: hasTimes ? candidate.time?.milliseconds : nil, voice: voice, speaker: speaker)
            if voice.kind == .unknown, candidate.reading.shape != .ask {
                unresolved += 1
                report(
                    .warning, .unresolvedVoice, row,
                    "who “\(label)” is could not be told; the words are nobody's until a correction says whose")
            }
            counts[voice.label, default: 0] += 1
            if let speaker { voices.known.insert(speaker) } else { voices.others.insert(voice.label) }
            addInner(candidate, voiceKeys, &book, lines)
            forms[
                candidate.form,
                default: .init(
                    pattern: candidate.form.pattern(Self.placeholder(candidate.reading)), turns: 0, firstLine: row + 1)
            ].turns += 1
        }
        speakers = book.speakers
        summary = TurnSummary(
            turns: turns.count, voices: voices.known.count + voices.others.count, unresolved: unresolved, unread: 0,
            forms: forms.values.sorted { ($1.turns, $0.firstLine) < ($0.turns, $1.firstLine) })
    }

    /// Reads the further turns of a line: known labels of the same form behind wide gaps.
    private mutating func addInner(
        _ candidate: TurnCandidate, _ voices: Set<String>, _ book: inout VoiceBook, _ lines: TurnText
    ) {
        var sign: Unicode.Scalar?
        if case .sign(let mark, _) = candidate.form.prefix { sign = mark }
        guard candidate.form.end == .colon && candidate.form.wrapper == .none || sign != nil,
            lines.hasGaps(candidate.line)
        else { return }
        let row = lines.rows[candidate.line]
        let text = lines[candidate.line]
        let scanner = TurnScanner()
        var turns: [Turn] = []
        for word in text.words.dropFirst() {
            let offset = text.utf8.distance(from: text.startIndex, to: word.startIndex)
            let mayBegin = sign.map { word.unicodeScalars.first == $0 } ?? AlphabeticLabel.isCapitalised(String(word))
            guard offset > candidate.restOffset, mayBegin,
                let next = scanner.candidate(
                    TurnLine(row: row, text: String(text[word.startIndex...]), isBlockStart: true), at: candidate.line),
                next.form.end == .colon || sign != nil, next.reading.shape.isVoice,
                voices.contains(LabelKeys.key(next.reading))
            else { continue }
            let (voice, speaker) = book.voice(of: next.reading, row: row)
            if turns.isEmpty { byRow[row]?.endOffset = offset } else { turns[turns.count - 1].endOffset = offset }
            turns.append(
                Turn(
                    printed: next.printed, restOffset: offset + next.restOffset, isAlone: false, time: nil,
                    voice: voice,
                    speaker: speaker))
        }
        if !turns.isEmpty { inner[row] = turns }
    }

    /// Whether times beside labels count from the start of a recording: none is a time of day, the first is early, and they grow.
    private static func areOffsets(_ times: [LabelTime]) -> Bool {
        guard let first = times.first, !times.contains(where: \.isClock), first.milliseconds <= latestStart else {
            return false
        }
        let falls = zip(times, times.dropFirst()).count { $0.1.milliseconds < $0.0.milliseconds }
        return falls * 10 <= times.count
    }

    /// A word that stands for the labels of a form.
    private static func placeholder(_ reading: LabelReading) -> String {
        switch reading.shape {
        case .office: "OFFICE"
        case .anonymous: "SPEAKER N"
        case .initials: "AB"
        case .nick: "nick"
        case .group: "GROUP"
        default: reading.office != nil ? "OFFICE NAME" : reading.honorific.map { "\($0) NAME" } ?? "NAME"
        }
    }

    private mutating func report(
        _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, _ row: Int, _ message: String
    ) {
        diagnostics.append(Diagnostic(severity: severity, code: code, line: row + 1, column: 1, message: message))
    }

    /// Tells lines that look like turns and were not read as any.
    private mutating func tellUnread(_ learner: TurnLearner, _ lines: TurnText) {
        for (form, measure) in learner.forms.sorted(by: { $0.value.members[0] < $1.value.members[0] }) {
            let left = measure.kept.filter { index in
                byRow[lines.rows[learner.candidates[index].line]] == nil
                    && learner.candidates[index].reading.shape.isVoice
                    && learner.evidence[index].isSpeech
            }
            guard !measure.isAccepted, measure.reason.isEmpty, left.count >= Self.leastUnread,
                measure.probability > Self.unreadProbability, form.end != .line, form.end != .dash
            else { continue }
            let rows = left.map { lines.rows[learner.candidates[$0].line] + 1 }
            summary?.unread += left.count
            report(
                .warning, .unreadTurns, rows[0] - 1,
                "\(left.count) lines look like turns of the form “\(form.pattern("NAME"))” and were read as text: the first are lines "
                    + rows.prefix(3).map(String.init).joined(separator: ", "))
        }
    }

    private mutating func explain(_ learner: TurnLearner, _ lines: TurnText) {
        let forms = learner.forms.sorted {
            ($1.value.members.count, $0.value.members[0]) < ($0.value.members.count, $1.value.members[0])
        }
        for (form, measure) in forms {
            let features = TurnWeights.FormFeature.allCases.compactMap { feature in
                let value = measure.features[feature]
                return abs(value) < 0.005 ? nil : "\(feature) \((value * 100).rounded() / 100)"
            }
            let samples = measure.members.prefix(4).map { learner.candidates[$0].reading.label }
            explanation.append(
                "form “\(form.pattern("NAME"))”: \(measure.members.count) lines, probability "
                    + "\((measure.probability * 1000).rounded() / 1000), \(measure.isAccepted ? "read" : "not read")"
                    + (measure.reason.isEmpty ? "" : " (\(measure.reason))") + "; " + features.joined(separator: ", ")
                    + "; labels: " + samples.joined(separator: " | "))
        }
    }
}
