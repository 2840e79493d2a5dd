import KoreanText
import Proceedings

/// Reads the cues of captions and recognisers: joined into paragraphs, each with the time that its cues span.
struct CaptionReader {
    private(set) var draft: TalkDraft
    private(set) var turns = Turns()
    let hasCues: Bool
    private var cues: [Cue]
    private var paragraph = CaptionParagraph()
    private var cast: Cast
    /// The speakers that the file's labels name.
    private var labelled: [String: Panelist.ID] = [:]

    /// The longest that a cue lasts, in milliseconds, which only repeats the line before while captions roll up.
    static let longestRepeat = 50

    init(_ manuscript: Manuscript, _ format: TranscriptFormat, event: Event.ID) {
        draft = TalkDraft(manuscript, event: event)
        let list = CueList(format, &draft)
        (cues, hasCues) = (list.cues, list.isFound)
        cast = Cast(draft.talk)
        if list.mayRollUp { dropRepeats() }
        let units = CueUnits(cues)
        turns = Turns(units.turnText, known: units.labels.map { KnownPerson(name: $0) })
        build(units.units)
        turns.relocate(to: units.units.map(\.row))
        turns.count(given: paragraph.given)
    }

    /// Leaves out the lines that captions which roll up repeat from the cue before.
    private mutating func dropRepeats() {
        var previous: String?
        for index in cues.indices {
            let isShort = cues[index].timing.map { $0.end - $0.start <= Self.longestRepeat } ?? false
            if let first = cues[index].lines.first, first.text.text == previous, !first.text.text.isEmpty,
                cues[index].lines.count > 1 || isShort
            {
                draft.drop(first.row, "repeats the line before")
                cues[index].lines.removeFirst()
            }
            if let last = cues[index].lines.last { previous = last.text.text }
        }
    }

    private mutating func build(_ units: [CueUnit]) {
        for (place, unit) in units.enumerated() {
            let cue = cues[unit.cue]
            begin(unit, place)
            if SceneNote.isOne(unit.text, hasTurns: !turns.isEmpty || unit.label != nil), turns.byRow[place] == nil {
                paragraph.flush(&draft)
                draft.add(
                    .note, [TalkDraft.Piece(row: unit.row, text: unit.text)], time: cue.timing.map { $0.start...$0.end }
                )
            } else {
                paragraph.add(said(unit, place), unit.row, cue.timing)
            }
            guard place + 1 == units.count || units[place + 1].cue != unit.cue else { continue }
            let next = place + 1 < units.count ? cues[units[place + 1].cue].timing : nil
            let pause = next.flatMap { next in cue.timing.map { next.start - $0.end } }
            if ParagraphJudge.ends(after: paragraph.last, length: paragraph.length, pause: pause) || cue.endsTurn {
                paragraph.flush(&draft)
            }
        }
        paragraph.flush(&draft)
    }

    /// What is said in a unit, without its label or the mark of a change.
    private func said(_ unit: CueUnit, _ place: Int) -> String {
        if let turn = turns.byRow[place] {
            return String(decoding: unit.text.utf8.dropFirst(turn.restOffset), as: UTF8.self)
        }
        guard unit.isChange else { return unit.text }
        return String(unit.text.drop { $0 == ">" }.drop { $0 == " " })
    }

    /// Changes who speaks where a unit says so.
    private mutating func begin(_ unit: CueUnit, _ place: Int) {
        if let turn = turns.byRow[place] {
            paragraph.begin(
                cast.speaker(of: turn, turns, in: &draft.talk, row: unit.row, role: .speaker), turn.voice,
                marker: turn.printed,
                &draft)
            return
        }
        if let label = unit.label {
            let speaker = speaker(label, unit.row)
            paragraph.change(to: speaker, Voice(label: label.text, kind: label.kind), &draft)
        } else if unit.isChange {
            // Somebody else speaks, whoever it is.
            paragraph.begin(
                nil, turns.isEmpty ? nil : Voice(label: "", kind: .unknown),
                marker: unit.text.hasPrefix(">>") ? ">>" : nil, &draft)
        } else if unit.endsLabel {
            // A voice that a file gives holds for its cue; a cue without one is nobody's.
            paragraph.change(to: nil, nil, &draft)
        }
    }

    /// Enters whom a file's label names; `nil` where it names nobody.
    private mutating func speaker(_ label: RecogniserLabel, _ row: Int) -> Panelist.ID? {
        guard label.kind.isOneSpeaker else { return nil }
        if let known = labelled[label.text] { return known }
        let name = label.kind == .person ? PersonName(label.text)?.name ?? label.text : label.text
        draft.add(
            Participation(
                label.kind, panelist: Panelist.ID(name), role: .speaker, name: name, printedName: label.text,
                nameLine: row + 1))
        let speaker = Panelist.ID(name)
        labelled[label.text] = speaker
        return speaker
    }
}
