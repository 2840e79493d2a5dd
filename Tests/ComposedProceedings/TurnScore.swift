import Proceedings
import Transcripts

/// How much of the turns of documents was read as it should be.
package struct TurnScore {
    /// Turns of the documents; those of them that were begun and named right; those that were begun and are nobody's.
    package var turns = 0, right = 0, unnamed = 0
    /// Turns that the reader found, and those of them that begin where none does.
    package var found = 0, foundFalse = 0
    /// Voices of the documents, and those found under one name and under no other's.
    package var voices = 0, voicesRight = 0
    /// Lines that somebody says, and those of them under another's name.
    package var lines = 0, misattributed = 0
    /// Lines of the record itself that stand under somebody's name.
    package var recordLines = 0, given = 0
    /// Lines of documents without turns, and turns that were seen in them.
    package var otherLines = 0, otherFalse = 0
    /// What was read otherwise.
    package var misses: [String] = []

    package init() {}

    package var recall: Double { turns == 0 ? 1 : Double(right) / Double(turns) }
    package var precision: Double { found == 0 ? 1 : Double(found - foundFalse) / Double(found) }
    package var misattributedShare: Double { lines == 0 ? 0 : Double(misattributed) / Double(lines) }
    package var falsePerThousand: Double { otherLines == 0 ? 0 : Double(otherFalse) * 1000 / Double(otherLines) }

    /// Adds another count.
    package mutating func add(_ other: TurnScore) {
        turns += other.turns
        right += other.right
        unnamed += other.unnamed
        found += other.found
        foundFalse += other.foundFalse
        voices += other.voices
        voicesRight += other.voicesRight
        lines += other.lines
        misattributed += other.misattributed
        recordLines += other.recordLines
        given += other.given
        otherLines += other.otherLines
        otherFalse += other.otherFalse
        misses += other.misses
    }

    /// Counts what a reading of a document has right; `nil` where it was refused.
    package mutating func count(_ parsed: ParsedTranscript?, of document: ComposedTurns, in place: String) {
        let reading = VoicedLines(parsed)
        func miss(_ line: Int, _ what: String) {
            misses.append("\(place), line \(line): \(what): \(document.lines[line - 1].prefix(90))")
        }
        guard document.hasTurns else {
            otherLines += document.lines.count
            for (line, voice) in reading.begun.sorted(by: { $0.key < $1.key }) where voice.isNamed {
                otherFalse += 1
                miss(line, "no turn, but read as one of “\(voice.names.first ?? "")”")
            }
            return
        }
        var labels: Set<Int> = []
        var names: [String: Set<String>] = [:]
        for (place, turn) in document.turns.enumerated() {
            turns += 1
            // The passage of a label alone begins below it.
            let end = place + 1 < document.turns.count ? document.turns[place + 1].line : document.lines.count + 1
            let lines = turn.line..<min(turn.line + 3, end)
            labels.formUnion(lines)
            guard let line = lines.first(where: { reading.begun[$0] != nil }), let voice = reading.begun[line] else {
                miss(turn.line, "no turn read")
                continue
            }
            if voice.isOf(turn) {
                right += 1
                names[turn.who[0], default: []].insert(voice.names.first ?? "")
            } else if !voice.isNamed {
                unnamed += 1
                miss(turn.line, "read as nobody's")
            } else {
                miss(turn.line, "read as “\(voice.names.first ?? "")”")
            }
        }
        for (line, voice) in reading.begun.sorted(by: { $0.key < $1.key }) {
            found += 1
            guard !labels.contains(line) else { continue }
            // What goes on after a note or heading is the same voice's.
            if case .turn(let owner) = document.owners[line - 1], voice.isOf(document.turns[owner]) || !voice.isNamed {
                continue
            }
            if !voice.isNamed { continue }
            foundFalse += 1
            miss(line, "no turn, but read as one of “\(voice.names.first ?? "")”")
        }
        countVoices(document, names)
        for (line, owner) in document.owners.enumerated() {
            let voice = reading.voices[line + 1]
            switch owner {
            case .none: continue
            case .nobody:
                recordLines += 1
                if let voice, voice.isNamed, !voice.isNote {
                    given += 1
                    miss(line + 1, "the record's own, under “\(voice.names.first ?? "")”")
                }
            case .turn(let turn):
                lines += 1
                if let voice, voice.isNamed, !voice.isOf(document.turns[turn]) {
                    misattributed += 1
                    miss(line + 1, "under “\(voice.names.first ?? "")” instead of “\(document.turns[turn].who[0])”")
                }
            }
        }
    }

    private mutating func countVoices(_ document: ComposedTurns, _ names: [String: Set<String>]) {
        let all = Set(document.turns.map { $0.who[0] })
        voices += all.count
        voicesRight += all.count { names[$0]?.count == 1 }
    }
}

/// Under whose name the lines of a reading stand.
private struct VoicedLines {
    struct VoiceHere {
        var isNamed: Bool
        var isNote: Bool
        var names: [String]

        /// Whether it is the voice that a turn wants.
        func isOf(_ turn: ComposedTurns.Turn) -> Bool {
            guard isNamed else { return turn.kind == .unknown }
            return turn.who.contains { want in
                // An office is served without its article.
                names.contains { name in
                    Self.folded(name).contains(Self.folded(want))
                        || turn.kind != .person && Self.folded(want).hasSuffix(Self.folded(name))
                }
            }
        }

        private static func folded(_ text: String) -> String {
            text.lowercased().filter { $0 != " " && $0 != "." && $0 != "_" }
        }
    }

    /// Where the voice changes, by line.
    private(set) var begun: [Int: VoiceHere] = [:]
    /// Whose a line is.
    private(set) var voices: [Int: VoiceHere] = [:]

    init(_ parsed: ParsedTranscript?) {
        for talk in parsed?.talks ?? [] {
            var people: [Panelist.ID: [String]] = [:]
            for one in talk.participations {
                people[one.panelist] = [one.name, one.printedName, one.roleTitle].compactMap(\.self)
            }
            var last: (Voice?, Panelist.ID?)
            for passage in talk.passages {
                guard let first = passage.spans.first?.lines.lowerBound else { continue }
                // What a label says counts only where nobody is named for it.
                let names =
                    passage.speaker.map { people[$0] ?? [$0.rawValue] } ?? passage.voice.map { [$0.label] } ?? []
                let isNamed = passage.speaker != nil || passage.voice.map { $0.kind != .unknown } ?? false
                let voice = VoiceHere(
                    isNamed: isNamed, isNote: passage.kind == .note || passage.kind == .heading, names: names)
                for span in passage.spans { for line in span.lines { voices[line] = voice } }
                guard passage.kind != .note, passage.kind != .heading else { continue }
                if passage.voice != nil, passage.voice != last.0 || passage.speaker != last.1 || begun.isEmpty {
                    begun[first] = voice
                }
                last = (passage.voice, passage.speaker)
            }
        }
    }
}
