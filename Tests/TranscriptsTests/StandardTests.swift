import Foundation
import Proceedings
import Testing

@testable import Transcripts

/// The checked reading of the DeepSeek forum, as its file has it.
private struct Standard: Decodable {
    struct Event: Decodable {
        var title: String
        var label: String
    }
    struct Noise: Decodable {
        var type: String
        var lines: [Int]
    }
    struct Block: Decodable {
        var id: String
        var type: String
        var marker: String?
        var lines: [Int]
        var lines_excluded: [Int]?
        var text: String
    }
    struct Section: Decodable {
        var id: String
        var level: Int
        var marker: String
        var heading: String
        var line: Int
        var blocks: [Block]
        var sections: [Section]
    }
    struct Talk: Decodable {
        var id: String
        var kind: String
        var kind_label: String
        var ordinal: Int
        var title: String?
        var title_line: Int?
        var panelist: String
        var panelist_raw: String
        var affiliation: String
        var role: String
        var affiliation_raw: String
        var lines: [Int]
        var head_line: Int
        var panelist_line: Int
        var affiliation_line: Int
        var has_transcript: Bool
        var blocks: [Block]
        var sections: [Section]
    }

    var lines: Int
    var event: Event
    var noise: [Noise]
    var talks: [Talk]
}

/// A passage or heading as both sides can be put, for one comparison.
private struct Entry: Equatable {
    var id: String
    var kind: String
    var section: String?
    var marker: String?
    var text: String
    var first: Int
    var last: Int
}

@Suite("The DeepSeek forum is read as its standard says")
struct StandardTests {
    private let standard: Standard
    private let parsed: ParsedTranscript
    private let bytes: [UInt8]

    init() throws {
        standard = try JSONDecoder().decode(Standard.self, from: Data(Fixture.bytes("deepseek.gold.json")))
        bytes = try Fixture.transcript("deepseek")
        parsed = try TranscriptParser().parse(bytes, event: "deepseek")
    }

    @Test("the running header names the event")
    func event() {
        #expect(parsed.eventName == standard.event.title)
        #expect(parsed.eventLabel == standard.event.label)
        #expect(parsed.encoding == "UTF-8")
    }

    @Test("every talk has its label, number, title, panelist, affiliation, role and lines")
    func talks() throws {
        try #require(parsed.talks.count == standard.talks.count)
        for (position, (talk, wanted)) in zip(parsed.talks, standard.talks).enumerated() {
            #expect(talk.id.rawValue == "deepseek-\(wanted.id)")
            #expect(talk.kind.rawValue == wanted.kind)
            #expect(talk.kindLabel == wanted.kind_label)
            #expect(talk.ordinal == wanted.ordinal)
            #expect(talk.position == position + 1)
            #expect(talk.title == wanted.title)
            #expect(talk.titleLines?.lowerBound == wanted.title_line)
            #expect([talk.lines.lowerBound, talk.lines.upperBound] == wanted.lines)
            #expect(talk.hasTranscript == wanted.has_transcript)
            try #require(talk.participations.count == 1)
            let participation = talk.participations[0]
            #expect(participation.panelist.rawValue == wanted.panelist)
            #expect(participation.name == wanted.panelist)
            #expect(participation.printedName == wanted.panelist_raw)
            #expect(participation.role == (wanted.kind == "keynote" ? .keynote : .discussant))
            #expect(participation.affiliation?.text == wanted.affiliation)
            #expect(participation.affiliation?.printed == wanted.affiliation_raw)
            #expect(participation.roleTitle == wanted.role)
            #expect(participation.nameLine == wanted.panelist_line)
            #expect(participation.affiliationLine == wanted.affiliation_line)
        }
    }

    @Test("organizations are told from their departments")
    func affiliations() {
        let parts = parsed.talks.map {
            [$0.participations.first?.affiliation?.organization, $0.participations.first?.affiliation?.department]
        }
        #expect(
            parts == [
                ["고려대학교", "정보보호대학원"], ["한국전자통신연구원", "AI 안전연구소"], ["KAIST", "전기 및 전자공학부"], ["㈜인이지", nil],
                ["가천대학교", "AI･SW학부"], ["서울대학교", "수리과학부"], ["서울경제", nil],
            ])
    }

    @Test("every passage has its identifier, kind, section, marker, lines and text, byte for byte")
    func passages() {
        for (talk, wanted) in zip(parsed.talks, standard.talks) {
            let found = talk.passages.map { passage in
                Entry(
                    id: passage.id.rawValue, kind: passage.kind.rawValue, section: passage.section?.rawValue,
                    marker: passage.marker, text: passage.text, first: passage.spans.first?.lines.lowerBound ?? 0,
                    last: passage.spans.last?.lines.upperBound ?? 0)
            }
            let expected = Self.entries(wanted)
            #expect(found.count == expected.count)
            for (one, other) in zip(found, expected) {
                #expect(one == other)
                #expect(one.text.utf8.elementsEqual(other.text.utf8))
            }
        }
    }

    @Test("every section has its level, label, title and line")
    func sections() {
        for (talk, wanted) in zip(parsed.talks, standard.talks) {
            let found = talk.sections.map {
                "\($0.id) \($0.level) \($0.numberLabel ?? "") \($0.title) \($0.lines.lowerBound)"
            }
            #expect(found == Self.sections(wanted.sections))
        }
    }

    @Test("every line of noise is what the standard calls it, and nothing else is")
    func noise() {
        #expect(parsed.lines.count == standard.lines)
        let classes = [
            "separator": SourceLine.Class.separator, "running_header": .pageHeader, "page_number": .pageNumber,
        ]
        var wanted: [Int: SourceLine.Class] = [:]
        for noise in standard.noise {
            guard let lineClass = classes[noise.type] else { continue }
            for line in noise.lines { wanted[line] = lineClass }
        }
        let found = parsed.lines.filter { [.separator, .pageHeader, .pageNumber, .dropped].contains($0.lineClass) }
        #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.number, $0.lineClass) }) == wanted)
    }

    @Test("head matter and bodies stand in the ledger on the standard's lines")
    func ledger() throws {
        #expect(try Ledger.faults(bytes, parsed) == [])
        for wanted in standard.talks {
            #expect(parsed.lines[wanted.head_line - 1].lineClass == .item)
            #expect(parsed.lines[wanted.panelist_line - 1].lineClass == .name)
            #expect(parsed.lines[wanted.affiliation_line - 1].lineClass == .affiliation)
            if let line = wanted.title_line { #expect(parsed.lines[line - 1].lineClass == .title) }
        }
        let excluded = standard.talks.flatMap { Self.blocks($0.sections) }.flatMap { $0.lines_excluded ?? [] }
        #expect(!excluded.isEmpty)
        for line in excluded { #expect(parsed.lines[line - 1].passage == nil) }
    }

    @Test("a form feed that became a space begins a page, and the running header's number is that of its page")
    func pages() {
        let starts = standard.noise.filter { $0.type == "page_start" }.flatMap(\.lines)
        for line in starts.dropFirst() {
            #expect(parsed.lines[line - 1].page == parsed.lines[line - 2].page + 1)
        }
        #expect(parsed.lines[154].printedPage == "26")
        #expect(parsed.lines[162].page == parsed.lines[154].page + 1)
        #expect(parsed.lines[162].printedPage == nil)
    }

    @Test("an unclosed parenthesis of the source is reported and left as it is")
    func diagnostics() {
        #expect(parsed.diagnostics.map(\.code) == ["unclosed-parenthesis"])
        #expect(parsed.diagnostics.first?.line == 194)
        #expect(parsed.diagnostics.first?.column == 6)
        #expect(parsed.diagnostics.allSatisfy { $0.severity == .note })
    }

    private static func entries(_ talk: Standard.Talk) -> [Entry] {
        talk.blocks.map { entry($0, nil) } + talk.sections.flatMap(entries)
    }

    private static func entries(_ section: Standard.Section) -> [Entry] {
        let id = "deepseek-\(section.id)"
        let heading = Entry(
            id: "\(id).h", kind: "heading", section: id, marker: section.marker, text: section.heading,
            first: section.line, last: section.line)
        return [heading] + section.blocks.map { entry($0, id) } + section.sections.flatMap(entries)
    }

    private static func entry(_ block: Standard.Block, _ section: String?) -> Entry {
        Entry(
            id: "deepseek-\(block.id)", kind: block.type, section: section, marker: block.marker, text: block.text,
            first: block.lines[0], last: block.lines[1])
    }

    private static func sections(_ sections: [Standard.Section]) -> [String] {
        sections.flatMap { section in
            ["deepseek-\(section.id) \(section.level) \(section.marker) \(section.heading) \(section.line)"]
                + self.sections(section.sections)
        }
    }

    private static func blocks(_ sections: [Standard.Section]) -> [Standard.Block] {
        sections.flatMap { $0.blocks + blocks($0.sections) }
    }
}
