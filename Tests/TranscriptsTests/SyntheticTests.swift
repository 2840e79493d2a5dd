import Foundation
import Proceedings
import Testing

@testable import Transcripts

/// The right reading of a composed document, as its file has it.
private struct Gold: Decodable {
    struct Block: Decodable {
        var type: String
        var text: String
    }
    struct Section: Decodable {
        var marker: String
        var heading: String
        var blocks: [Block]
    }
    struct Talk: Decodable {
        var kind_label: String
        var ordinal: Int
        var title: String?
        var panelist: String
        var affiliation: String
        var role: String
        var blocks: [Block]
        var sections: [Section]

        var allBlocks: [Block] { blocks + sections.flatMap(\.blocks) }
    }

    var wrap: String
    var trailing_blanks: Bool
    var talks: [Talk]
}

/// How many of something were right.
private struct Share {
    var right = 0
    var all = 0

    var value: Double { all == 0 ? 1 : Double(right) / Double(all) }
    var text: String { "\(right)/\(all)" }

    mutating func count(_ isRight: Bool) {
        all += 1
        if isRight { right += 1 }
    }
}

@Suite("Composed proceedings in other layouts are read well")
struct SyntheticTests {
    /// The lowest share of each figure, a little under what was reached.
    private struct Floor {
        var paragraphs: Double
        var bullets: Double
        var breaks: Double
    }

    private static func floor(_ gold: Gold) -> Floor {
        switch (gold.wrap, gold.trailing_blanks) {
        case (_, true): Floor(paragraphs: 0.96, bullets: 0.97, breaks: 0.99)
        case ("word", false): Floor(paragraphs: 0.94, bullets: 0.97, breaks: 0.98)
        default: Floor(paragraphs: 0.80, bullets: 0.45, breaks: 0.94)
        }
    }

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: Fixture.synthetic.path)) ?? []
        return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
    }()

    @Test(
        "metadata and headings are exact, passages and breaks above the floor of their layout",
        .enabled(if: !SyntheticTests.names.isEmpty, "there are no composed proceedings beside the package"),
        arguments: names)
    func scores(_ name: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Fixture.synthetic.appending(path: "\(name).txt")))
        let gold = try JSONDecoder().decode(
            Gold.self, from: Data(contentsOf: Fixture.synthetic.appending(path: "\(name).gold.json")))
        let parsed = try TranscriptParser().parse(bytes, event: "e")
        #expect(try Ledger.faults(bytes, parsed) == [])
        var metadata = Share()
        var headings = Share()
        var paragraphs = Share()
        var bullets = Share()
        for wanted in gold.talks {
            let talk = parsed.talks.first { $0.kindLabel == wanted.kind_label && $0.ordinal == wanted.ordinal }
            let person = talk?.participations.first
            metadata.count(talk != nil)
            metadata.count(talk?.title == wanted.title.map(Ledger.clean))
            metadata.count(person?.name == wanted.panelist)
            metadata.count(person?.affiliation?.text == wanted.affiliation)
            metadata.count(person?.roleTitle == wanted.role)
            let found = talk?.sections.map { "\($0.numberLabel ?? "") \($0.title)" } ?? []
            for (position, section) in wanted.sections.enumerated() {
                let heading = "\(section.marker) \(Ledger.clean(section.heading))"
                headings.count(position < found.count && found[position] == heading)
            }
            for _ in 0..<max(0, found.count - wanted.sections.count) { headings.count(false) }
            let passages = talk?.passages ?? []
            for block in wanted.allBlocks {
                let isRight = passages.contains {
                    $0.kind.rawValue == block.type && $0.text == Ledger.clean(block.text)
                }
                if block.type == "bullet" { bullets.count(isRight) } else { paragraphs.count(isRight) }
            }
        }
        let breaks = Self.breaks(gold, parsed)
        print(
            "\(name) (\(gold.wrap), blanks \(gold.trailing_blanks ? "kept" : "stripped")): metadata \(metadata.text), "
                + "headings \(headings.text), paragraphs \(paragraphs.text), bullets \(bullets.text), "
                + "breaks \(breaks.text)")
        let floor = Self.floor(gold)
        #expect(parsed.talks.count == gold.talks.count)
        #expect(metadata.right == metadata.all)
        #expect(headings.right == headings.all)
        #expect(paragraphs.value >= floor.paragraphs)
        #expect(bullets.value >= floor.bullets)
        #expect(breaks.value >= floor.breaks)
    }

    /// How many breaks within the right blocks are joined as they should be.
    private static func breaks(_ gold: Gold, _ parsed: ParsedTranscript) -> Share {
        var letters: [Character] = []
        var spaces: Set<Int> = []
        var ends: Set<Int> = []
        for block in gold.talks.flatMap(\.allBlocks) {
            for character in Ledger.clean(block.text) {
                if character == " " { spaces.insert(letters.count) } else { letters.append(character) }
            }
            ends.insert(letters.count)
        }
        var share = Share()
        var position = 0
        var markers: [Passage.ID: Int] = [:]
        for passage in parsed.talks.flatMap(\.passages) { markers[passage.id] = passage.marker?.count }
        for line in parsed.lines where line.lineClass == .body {
            position += Ledger.clean(line.text).count { $0 != " " }
            if let passage = line.passage, let marker = markers.removeValue(forKey: passage) { position -= marker }
            guard position <= letters.count, !ends.contains(position) else { continue }
            share.count(spaces.contains(position) ? line.join == .space : line.join == .nothing)
        }
        return share
    }
}
