import KoreanText
import Proceedings

/// Makes a talk, with its sections and passages, of a head and the blocks of its text.
struct TalkBuilder {
    let layout: Layout
    private(set) var marks: LedgerMarks

    /// The turns of the text.
    let turns: Turns

    init(_ layout: Layout, marks: LedgerMarks, turns: Turns) {
        self.layout = layout
        self.marks = marks
        self.turns = turns
    }

    /// Makes a talk and enters its lines into the ledger.
    mutating func talk(
        _ head: Head, id: Talk.ID, position: Int, blocks: [Block], outline: Outline, separators: [Int]
    ) -> Talk {
        for (row, lineClass) in head.classes { marks.mark(row, lineClass, talk: id) }
        for row in separators { marks.mark(row, .separator, talk: id) }
        var talk = Talk(
            id: id, kind: head.label.kind, kindLabel: head.label.label, ordinal: head.label.ordinal, position: position,
            title: title(head), participations: participations(head), lines: 1...1)
        let titleRows = (head.titleBeside == nil ? [] : [head.labelRow]) + head.titleRows
        if let first = titleRows.first, let last = titleRows.last { talk.titleLines = (first + 1)...(last + 1) }
        append(blocks, outline, to: &talk)
        let last = max(blocks.flatMap(\.rows).max() ?? 0, head.classes.keys.max() ?? 0, separators.last ?? 0)
        talk.lines = (head.labelRow + 1)...(max(last, head.labelRow) + 1)
        return talk
    }

    private func title(_ head: Head) -> String? {
        let lines = (head.titleBeside.map { [$0] } ?? []) + head.titleRows.map(layout.text)
        return lines.isEmpty ? nil : lines.joined(separator: " ")
    }

    private func participations(_ head: Head) -> [Participation] {
        head.people.map { person in
            Participation(
                panelist: Identifier(person.name), role: person.role ?? head.label.kind.participationRole,
                name: person.name,
                printedName: person.printed, affiliation: person.affiliation?.affiliation,
                roleTitle: person.affiliation?.role, nameLine: person.nameRow + 1,
                affiliationLine: person.affiliationRow.map { $0 + 1 })
        }
    }

    private mutating func append(_ blocks: [Block], _ outline: Outline, to talk: inout Talk) {
        var counts: [Passage.Kind: Int] = [:]
        var open: [Section.ID] = []
        var children: [Section.ID?: Int] = [:]
        var (speaker, voice): (Panelist.ID?, Voice?)
        let hasTurns = blocks.contains { $0.turn != nil }
        var cast = Cast(talk)
        let prefix = talk.id.rawValue + "."
        talk.passages.reserveCapacity(blocks.count)
        for (index, block) in blocks.enumerated() {
            guard let first = block.rows.first, let last = block.rows.last else { continue }
            if let turn = block.turn {
                (speaker, voice) = (cast.speaker(of: turn, turns, in: &talk, row: first), turn.voice)
            }
            let text = layout.text(block)
            // Behind the end of a sitting or an examination nobody goes on speaking.
            if block.kind == .note, hasTurns, RecordNote.kind(text) == .end { (speaker, voice) = (nil, nil) }
            let id: Passage.ID
            if block.kind == .heading {
                let level = outline.levels[index] ?? 1
                while open.count >= level { open.removeLast() }
                let parent = open.last
                children[parent, default: 0] += 1
                let number = children[parent] ?? 1
                let section = Section.ID((parent.map { $0.rawValue + "." } ?? prefix + "s") + String(number))
                open.append(section)
                talk.sections.append(
                    Section(
                        id: section, level: open.count, numberLabel: label(block), title: text, parent: parent,
                        lines: (first + 1)...(last + 1)))
                id = Passage.ID(section.rawValue + ".h")
            } else {
                counts[block.kind, default: 0] += 1
                id = Passage.ID(prefix + String(block.kind.letter) + String(counts[block.kind] ?? 1))
            }
            // Headings, notes of the record and footnotes between turns are nobody's.
            let isSpoken = !hasTurns || block.kind != .heading && block.kind != .note && block.kind != .footnote
            let passage = Passage(
                id: id, kind: block.kind, section: open.last, marker: label(block), text: text,
                speaker: isSpoken ? speaker : nil, voice: isSpoken ? voice : nil, spans: spans(block),
                time: block.turn?.time.map { $0...$0 })
            enter(block, passage, talk.id)
            talk.passages.append(passage)
        }
    }

    private func label(_ block: Block) -> String? {
        let label = block.turn?.printed ?? block.marker?.label
        return label.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func spans(_ block: Block) -> [SourceSpan] {
        var result: [SourceSpan] = []
        for row in block.rows {
            let page = layout.pagination.pages[row]
            if let last = result.last, last.page == page {
                result[result.count - 1].lines = last.lines.lowerBound...(row + 1)
            } else {
                result.append(
                    SourceSpan(page: page, printedPage: layout.pagination.printed[page], lines: (row + 1)...(row + 1)))
            }
        }
        return result
    }

    private mutating func enter(_ block: Block, _ passage: Passage, _ talk: Talk.ID) {
        for (position, row) in block.rows.enumerated() {
            let join: SourceLine.Join
            if position < block.joins.count {
                join =
                    switch block.joins[position] {
                    case .nothing: .nothing
                    case .hyphen: .hyphen
                    case .space, .end: .space
                    }
            } else {
                join = .end
            }
            marks.mark(row, of: passage, in: talk, join: join)
        }
    }
}
