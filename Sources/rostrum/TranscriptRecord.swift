import ForumData
import Foundation
import Proceedings
import Transcripts

/// A parsed transcript as `check --json` prints it: one line of JSON, its keys in alphabetical order.
struct TranscriptRecord: Encodable {
    struct Lines: Encodable {
        var start: Int
        var end: Int

        init(_ range: ClosedRange<Int>) { (start, end) = (range.lowerBound, range.upperBound) }
    }

    struct Person: Encodable {
        var name: String
        var printedName: String
        var role: String
        var organization: String?
        var affiliation: String?
        var roleTitle: String?
    }

    struct Part: Encodable {
        var id: String
        var level: Int
        var number: String?
        var title: String
        var parent: String?
        var lines: Lines
    }

    struct Label: Encodable {
        var label: String
        var kind: String
    }

    struct Turns: Encodable {
        struct Form: Encodable {
            var pattern: String
            var turns: Int
            var firstLine: Int
        }

        var turns: Int
        var voices: Int
        var unresolved: Int
        var unread: Int
        var forms: [Form]
    }

    struct Block: Encodable {
        var id: String
        var kind: String
        var section: String?
        var marker: String?
        var speaker: String?
        var voice: Label?
        var text: String
        var startMs: Int?
        var endMs: Int?
        var lines: [Lines]
    }

    struct Item: Encodable {
        var id: String
        var kind: String
        var label: String
        var ordinal: Int?
        var title: String?
        var lines: Lines
        var panelists: [Person]
        var sections: [Part]
        var passages: [Block]
    }

    struct Tally: Encodable {
        var lines: Int
        var characters: Int
    }

    struct Change: Encodable {
        var number: Int
        var change: String
        var talk: String?
        var passage: String?
        var panelist: String?
        var voice: String?
        var source: String?
        var fromPassage: String?
        var toPassage: String?
        var before: String?
        var after: String
        var reason: String?
        var by: String?
        var isApplied: Bool
    }

    struct Finding: Encodable {
        var path: String
        var severity: String
        var code: String
        var line: Int?
        var column: Int?
        var message: String
    }

    var path: String
    var error: String?
    var format: String?
    var encoding: String?
    var eventName: String?
    var eventLabel: String?
    var lineCount: Int?
    var turns: Turns?
    var explanation: [String]?
    var talks: [Item]?
    var ledger: [String: Tally]?
    var corrections: [Change]?
    var diagnostics: [Finding]?

    /// What there is to say of a file that could not be read.
    init(path: String, error: String) {
        self.path = path
        self.error = error
    }

    init(path: String, _ checked: CheckedTranscript, isExplained: Bool = false) {
        let transcript = checked.transcript
        self.path = path
        format = transcript.format
        encoding = transcript.encoding
        eventName = transcript.eventName
        eventLabel = transcript.eventLabel
        lineCount = transcript.lines.count
        turns = transcript.turns.map(Turns.init)
        explanation = isExplained ? transcript.explanation : nil
        talks = transcript.talks.map(Item.init)
        ledger = transcript.lines.reduce(into: [:]) { ledger, line in
            let characters = line.text.unicodeScalars.count + line.terminator.unicodeScalars.count
            var tally = ledger[line.lineClass.rawValue] ?? Tally(lines: 0, characters: 0)
            tally.lines += 1
            tally.characters += characters
            ledger[line.lineClass.rawValue] = tally
        }
        corrections = checked.corrections.map {
            Change(
                number: $0.number, change: $0.change.rawValue, talk: $0.talk?.rawValue, passage: $0.passage?.rawValue,
                panelist: $0.panelist?.rawValue, voice: $0.voice?.label, source: $0.voice?.source,
                fromPassage: $0.voice?.first?.rawValue, toPassage: $0.voice?.last?.rawValue, before: $0.before,
                after: $0.after, reason: $0.reason, by: $0.author,
                isApplied: $0.obstacle == nil)
        }
        diagnostics = checked.diagnostics.map {
            Finding(
                path: $0.path, severity: $0.diagnostic.severity.rawValue, code: $0.diagnostic.code,
                line: $0.diagnostic.line, column: $0.diagnostic.column, message: $0.diagnostic.message)
        }
    }

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        guard let data = try? encoder.encode(self) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }
}

extension TranscriptRecord.Item {
    init(_ talk: Talk) {
        self.init(
            id: talk.id.rawValue, kind: talk.kind.rawValue, label: talk.kindLabel, ordinal: talk.ordinal,
            title: talk.title, lines: TranscriptRecord.Lines(talk.lines),
            panelists: talk.participations.map {
                TranscriptRecord.Person(
                    name: $0.name, printedName: $0.printedName, role: $0.role.rawValue,
                    organization: $0.affiliation?.organization, affiliation: $0.affiliation?.text,
                    roleTitle: $0.roleTitle)
            },
            sections: talk.sections.map {
                TranscriptRecord.Part(
                    id: $0.id.rawValue, level: $0.level, number: $0.numberLabel, title: $0.title,
                    parent: $0.parent?.rawValue, lines: TranscriptRecord.Lines($0.lines))
            },
            passages: talk.passages.map {
                TranscriptRecord.Block(
                    id: $0.id.rawValue, kind: $0.kind.rawValue, section: $0.section?.rawValue, marker: $0.marker,
                    speaker: $0.speaker?.rawValue,
                    voice: $0.voice.map { TranscriptRecord.Label(label: $0.label, kind: $0.kind.rawValue) },
                    text: $0.text, startMs: $0.time?.lowerBound,
                    endMs: $0.time?.upperBound, lines: $0.spans.map { TranscriptRecord.Lines($0.lines) })
            })
    }
}

extension TranscriptRecord.Turns {
    fileprivate init(_ summary: TurnSummary) {
        self.init(
            turns: summary.turns, voices: summary.voices, unresolved: summary.unresolved, unread: summary.unread,
            forms: summary.forms.map { Form(pattern: $0.pattern, turns: $0.turns, firstLine: $0.firstLine) })
    }
}
