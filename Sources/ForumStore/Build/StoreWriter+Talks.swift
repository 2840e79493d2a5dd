import Bytes
import Digests
import Proceedings
import SQLite

extension StoreWriter {
    static let passageColumns = [
        "key", "id", "talk", "position", "kind", "section", "speaker", "panelist", "sha256", "character_count",
        "word_count", "mention_count", "first_page", "last_page", "start_ms", "end_ms", "is_corrected", "voice_label",
        "voice_kind", "packed", "marker", "text",
    ]
    static let spanColumns = ["passage", "position", "source", "page", "printed_page", "first_line", "last_line"]

    /// Writes an event with its sources and talks.
    func write(_ record: Corpus.EventRecord, _ mentions: MentionTally) throws(StoreError) {
        let event = record.event
        guard let key = keys.events[event.id] else { return }
        try insert(
            "events", isCounted: true,
            [
                "key": .integer(key), "id": .text(event.id.rawValue), "name": Value(event.name),
                "label": Value(event.label), "classification": Value(event.classification),
                "start_date": Value(event.startDate), "end_date": Value(event.endDate),
                "location": Value(event.location), "language": Value(event.language),
                "source_count": Value(record.sources.count), "talk_count": Value(record.talks.count),
                "panelist_count": 0, "passage_count": 0,
            ])
        for (index, name) in event.organizers.enumerated() {
            try insert("organizers", ["event": .integer(key), "position": Value(index + 1), "name": .text(name)])
        }
        for source in record.sources { try write(source, event: key) }
        for correction in record.corrections { try write(correction, event: key) }
        let ledgers = Dictionary(record.sources.map { ($0.id, $0.lines) }, uniquingKeysWith: { first, _ in first })
        let corrected = record.correctedParts
        for (talk, source) in record.talks {
            try write(
                talk, event: key, source: source, ledger: ledgers[source] ?? [], corrected: corrected, mentions)
        }
    }

    private func write(
        _ talk: Talk, event: Int64, source: Source.ID, ledger: [SourceLine], corrected: Set<String>,
        _ mentions: MentionTally
    ) throws(StoreError) {
        let name = talk.id.rawValue
        let key = try keys.key(talk.id, for: name)
        let sourceKey = try keys.key(source, for: name)
        guard talk.lines.lowerBound >= 1, talk.lines.upperBound <= ledger.count else {
            throw .inconsistentCorpus(
                detail: """
                    '\(name)' has the lines \(talk.lines.lowerBound) to \(talk.lines.upperBound) of '\(source)', \
                    which has \(ledger.count)
                    """)
        }
        let (first, last) = (ledger[talk.lines.lowerBound - 1], ledger[talk.lines.upperBound - 1])
        let weights = self.weights(of: key, mentions)
        let measures = talk.passages.map { TextMeasure($0.text) }
        var measure = TextMeasure()
        for (passage, own) in zip(talk.passages, measures) where passage.kind != .heading { measure += own }
        let guid = StableUUID.text(of: name, in: StableUUID.talks)
        let isCorrected = corrected.contains(name)
        let packed = TalkRow.pack(
            talk, guid: guid, event: event, source: sourceKey, lines: (first, last), measure, isCorrected: isCorrected,
            people: try packed(talk.participations, of: talk), topics: packed(weights))
        try insert(
            "talks", isCounted: true,
            [
                "key": .integer(key), "id": .text(name), "guid": .text(guid),
                "event": .integer(event), "source": .integer(sourceKey), "kind": .text(talk.kind.rawValue),
                "kind_label": .text(talk.kindLabel), "ordinal": Value(talk.ordinal), "position": Value(talk.position),
                "title": Value(talk.title), "first_line": Value(talk.lines.lowerBound),
                "last_line": Value(talk.lines.upperBound), "first_title_line": Value(talk.titleLines?.lowerBound),
                "last_title_line": Value(talk.titleLines?.upperBound), "first_page": Value(first.page),
                "last_page": Value(last.page), "first_printed_page": Value(first.printedPage),
                "last_printed_page": Value(last.printedPage), "section_count": Value(talk.sections.count),
                "passage_count": Value(talk.passages.count), "character_count": Value(measure.characters),
                "word_count": Value(measure.words), "reading_minutes": Value(measure.readingMinutes),
                "is_corrected": Value(isCorrected), "packed": .blob(packed),
            ])
        try write(talk.participations, of: talk, key: key)
        try write(talk.sections, talk: key)
        let voices = TalkVoices(of: talk)
        for (index, (passage, measure)) in zip(talk.passages, measures).enumerated() {
            let neighbours = Neighbours(of: index, in: talk.passages)
            try write(
                passage, measure, position: index + 1, neighbours, talk: key, source: sourceKey, voices: voices,
                isCorrected: corrected.contains(passage.id.rawValue), mentions)
        }
        try write(weights, of: key)
    }

    private func write(_ sections: [Section], talk: Int64) throws(StoreError) {
        for section in sections {
            let name = section.id.rawValue
            var parent: Int64?
            if let id = section.parent { parent = try keys.key(id, for: name) }
            try insert(
                "sections", isCounted: true,
                [
                    "key": .integer(try keys.key(section.id, for: name)), "id": .text(name), "talk": .integer(talk),
                    "level": Value(section.level), "number_label": Value(section.numberLabel),
                    "title": .text(section.title), "parent": Value(parent),
                    "first_line": Value(section.lines.lowerBound), "last_line": Value(section.lines.upperBound),
                    "passage_count": 0,
                ])
        }
    }

    private func write(
        _ passage: Passage, _ measure: TextMeasure, position: Int, _ neighbours: Neighbours, talk: Int64, source: Int64,
        voices: TalkVoices, isCorrected: Bool, _ mentions: MentionTally
    ) throws(StoreError) {
        let name = passage.id.rawValue
        let key = try keys.key(passage.id, for: name)
        var section: Int64?
        if let id = passage.section { section = try keys.key(id, for: name) }
        var speaker: Int64?
        if let id = passage.speaker { speaker = try keys.key(id, for: name) }
        var panelist = speaker
        if panelist == nil, let id = voices.speaker(of: passage) { panelist = try keys.key(id, for: name) }
        let topics = mentions.topics(inPassage: key)
        let packed = PassageRow.pack(
            passage, position: position, talk: talk, section: section, panelist: panelist, source: source,
            isCorrected: isCorrected, isOfNobody: voices.leavesOpen(passage),
            neighbours: (neighbours.previous, neighbours.next), topics: topics)
        let digest = SHA256.hash(passage.text.utf8).hexadecimal
        try insert(into: passageRows, isCounted: true, for: name) { column throws(SQLiteError) in
            try column.append(key)
            try column.append(name)
            try column.append(talk)
            try column.append(position)
            try column.append(passage.kind.rawValue)
            try column.append(section)
            try column.append(speaker)
            try column.append(panelist)
            try column.append(digest)
            try column.append(measure.characters)
            try column.append(measure.words)
            try column.append(topics.reduce(0) { $0 + $1.mentions })
            try column.append(passage.spans.lazy.map(\.page).min())
            try column.append(passage.spans.lazy.map(\.page).max())
            try column.append(passage.time?.lowerBound)
            try column.append(passage.time?.upperBound)
            try column.append(isCorrected ? 1 : 0)
            try column.append(passage.voice?.label)
            try column.append(passage.voice?.kind.rawValue)
            try column.append(packed)
            try column.append(passage.marker)
            try column.append(passage.text)
        }
        try write(passage.spans, passage: key, source: source, for: name)
    }

    private func write(_ spans: [SourceSpan], passage: Int64, source: Int64, for name: String) throws(StoreError) {
        for (index, span) in spans.enumerated() {
            try insert(into: spanRows, for: name) { column throws(SQLiteError) in
                try column.append(passage)
                try column.append(index + 1)
                try column.append(source)
                try column.append(span.page)
                try column.append(span.printedPage)
                try column.append(span.lines.lowerBound)
                try column.append(span.lines.upperBound)
            }
        }
    }
}

/// The identifiers of the passages around one in its talk.
private struct Neighbours {
    let previous: String?
    let next: String?

    init(of index: Int, in passages: [Passage]) {
        previous = index > 0 ? passages[index - 1].id.rawValue : nil
        next = index + 1 < passages.count ? passages[index + 1].id.rawValue : nil
    }
}
