import ComposedProceedings
import Proceedings

@testable import Transcripts

/// How much of composed documents was read as it should be.
struct ComposedScore {
    /// How many of something were right.
    struct Share: CustomStringConvertible {
        var right = 0
        var all = 0

        var value: Double { all == 0 ? 1 : Double(right) / Double(all) }
        var description: String { "\((value * 1000).rounded() / 1000) of \(all)" }

        mutating func count(_ isRight: Bool) {
            all += 1
            if isRight { right += 1 }
        }
    }

    var metadata = Share()
    var headings = Share()
    var paragraphs = Share()
    var bullets = Share()
    var breaks = Share()
    /// What was read otherwise of heads and headings.
    private(set) var misses: [String] = []

    private mutating func compare(_ found: String?, with wanted: String?, in place: String) {
        metadata.count(found == wanted)
        if found != wanted { misses.append("\(place): “\(found ?? "")” instead of “\(wanted ?? "")”") }
    }

    /// Counts what a reading of a document has right.
    mutating func count(_ parsed: ParsedTranscript, of document: ComposedDocument, seed: UInt64) {
        var talks = parsed.talks
        for item in document.items {
            let index = talks.firstIndex { $0.kindLabel == item.label && $0.ordinal == item.ordinal }
            let talk = index.map { talks.remove(at: $0) }
            let place = "seed \(seed), \(item.label) \(item.ordinal ?? 0)"
            compare(talk?.kindLabel, with: item.label, in: place)
            compare(talk?.title, with: item.title, in: place)
            for (position, person) in item.people.enumerated() {
                let found = talk?.participations.dropFirst(position).first
                compare(found?.name, with: person.name, in: place)
                compare(found?.affiliation?.text, with: person.affiliation, in: place)
                compare(found?.roleTitle, with: person.role, in: place)
            }
            var sections = talk?.sections.map { "\($0.level) \($0.numberLabel ?? "") \($0.title)" } ?? []
            for heading in item.headings {
                let found = sections.firstIndex(of: "\(heading.level) \(heading.marker) \(heading.title)")
                headings.count(found != nil)
                if let found { sections.remove(at: found) } else { misses.append("\(place): no heading \(heading)") }
            }
            for section in sections {
                headings.count(false)
                misses.append("\(place): no such heading “\(section)”")
            }
            let passages = talk?.passages ?? []
            for block in item.blocks {
                let kind: Passage.Kind = block.isBullet ? .bullet : .paragraph
                let isRight = passages.contains { $0.kind == kind && $0.text == block.text }
                if block.isBullet { bullets.count(isRight) } else { paragraphs.count(isRight) }
            }
            count(breaksOf: item, in: passages)
        }
        for talk in talks { compare(talk.kindLabel, with: nil, in: "seed \(seed)") }
    }

    /// Counts the ends of lines within blocks, found again by the letters before them.
    private mutating func count(breaksOf item: ComposedDocument.Item, in passages: [Passage]) {
        var letters: [UInt8] = []
        var spaces: Set<Int> = []
        var ends: Set<Int> = []
        for passage in passages {
            for byte in passage.text.utf8 {
                if byte == 0x20 { spaces.insert(letters.count) } else { letters.append(byte) }
            }
            ends.insert(letters.count)
        }
        let whole = String(decoding: letters, as: UTF8.self)
        var from = whole.startIndex
        for block in item.blocks where !block.breaks.isEmpty {
            let text = block.text.filter { $0 != " " }
            guard let range = whole[from...].firstRange(ofBytes: text) else {
                for _ in block.breaks { breaks.count(false) }
                continue
            }
            from = range.upperBound
            let start = whole.utf8.distance(from: whole.startIndex, to: range.lowerBound)
            for end in block.breaks {
                let place = start + text.prefix(end.letters).utf8.count
                breaks.count(!ends.contains(place) && spaces.contains(place) == end.isSpace)
            }
        }
    }
}
