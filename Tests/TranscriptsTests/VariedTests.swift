import Foundation
import Proceedings
import Testing

@testable import Transcripts

/// Invented proceedings, written by hand in the ways in which such documents are printed; the outline beside each says how
/// it is to be read.
@Suite("Proceedings in many styles are read as a person would read them")
struct VariedTests {
    static let names = [
        "alternating", "contents", "council", "hearing", "joint-seminar", "minutes", "names-below", "parts",
        "questions",
        "referenced-notes", "signs", "statements", "symposium", "trust", "webinar",
    ]

    /// What was read, a line for each talk, section, and kind of passage.
    private static func outline(_ parsed: ParsedTranscript) -> String {
        var lines: [String] = []
        for talk in parsed.talks {
            lines.append(
                "\(talk.id) | \(talk.kindLabel) \(talk.ordinal.map(String.init) ?? "-") | \(talk.title ?? "-")")
            for person in talk.participations {
                lines.append(
                    "  \(person.role.rawValue): \(person.name) | \(person.affiliation?.text ?? "-") | \(person.roleTitle ?? "-")"
                )
            }
            for section in talk.sections {
                lines.append("  \(section.level): \(section.numberLabel ?? "-") \(section.title)")
            }
            for kind in Passage.Kind.allCases where kind != .heading {
                let count = talk.passages.count { $0.kind == kind }
                if count > 0 { lines.append("  \(kind.rawValue): \(count)") }
            }
            var turns: [String] = []
            for passage in talk.passages {
                if let speaker = passage.speaker, turns.last != speaker.rawValue { turns.append(speaker.rawValue) }
            }
            if !turns.isEmpty { lines.append("  turns: \(turns.joined(separator: ", "))") }
        }
        for (reason, count) in Dictionary(grouping: parsed.lines.compactMap(\.reason), by: \.self).mapValues(\.count)
            .sorted(by: { $0.key < $1.key })
        {
            lines.append("dropped: \(count), \(reason)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test("talks, people, sections, passages and turns are those of the outline", arguments: names)
    func outline(_ name: String) throws {
        let bytes = try Fixture.bytes("varied/\(name).txt")
        let parsed = try TranscriptParser().parse(bytes, event: "e")
        #expect(try Ledger.faults(bytes, parsed) == [])
        let wanted = String(decoding: try Fixture.bytes("varied/\(name).outline"), as: UTF8.self)
        #expect(Self.outline(parsed) == wanted)
    }
}
