import KoreanText
import Proceedings

extension SpeechJSON {
    private static let speakerKeys: [StaticString] = [
        "speaker", "speaker_label", "speaker_name", "speakerName", "speakerLabel", "speakerTag", "speaker_id",
        "speakerId", "speaker_model_label", "channel_label",
    ]

    /// The label of who speaks a segment or word.
    func speaker(_ node: Int) -> String? {
        guard let value = json.value(node, Self.speakerKeys) else { return nil }
        if json.nodes[value].kind == .object {
            return json.label(json.value(value, ["name", "display_name", "label", "id"]))
        }
        return json.label(value)
    }

    /// Reads a segment; one with sentences of its own as these, one whose words have several speakers in parts.
    mutating func readSegment(_ node: Int, _ unit: SegmentTime.Unit) {
        let sentences = json.items(json.value(node, "sentences"))
        if !sentences.isEmpty {
            let speaker = speaker(node)
            for sentence in sentences { readText(sentence, of: speaker, unit) }
            return
        }
        let pieces = json.items(json.value(node, "segs"))
        if !pieces.isEmpty {
            readPieces(pieces, of: node, unit)
            return
        }
        readText(node, of: speaker(node), unit)
    }

    private mutating func readText(_ node: Int, of speaker: String?, _ unit: SegmentTime.Unit) {
        let best = json.items(json.value(node, ["nBest", "alternatives"])).first
        let said = json.value(node, SpeechShape.textKeys) ?? json.value(best, ["display", "transcript", "lexical"])
        var cue = Cue(timing: timing(node, unit: unit), speaker: speaker)
        cue.endsTurn = json.isTrue(json.value(node, "speaker_turn_next"))
        guard let said, let string = json.string(said) else { return }
        let words = json.items(json.value(node, "words"))
        let text = CueText(spoken: string)
        for word in words { markCue(word) }
        if let parts = parts(of: text.text, words, speaker, unit) {
            append(parts, cue, said)
            return
        }
        cue.lines = rows(of: said).map { ($0, CueText(spoken: "")) }
        cue.lines[0].text = text
        list.cues.append(cue)
    }

    /// YouTube's pieces of an event.
    private mutating func readPieces(_ pieces: [Int], of node: Int, _ unit: SegmentTime.Unit) {
        var cue = Cue(timing: timing(node, unit: unit))
        let texts = pieces.compactMap { json.value($0, "utf8") }
        cue.lines = Set(texts.flatMap { rows(of: $0) }).sorted().map { ($0, CueText(spoken: "")) }
        guard !cue.lines.isEmpty else { return }
        cue.lines[0].text = CueText(spoken: texts.compactMap { json.string($0) }.joined())
        list.cues.append(cue)
    }

    /// A part of a segment that one speaker says.
    private struct Part {
        var speaker: String?
        var text: Substring
        var timing: CueTiming?
        var words: [Int]
    }

    /// The parts of a segment whose words have several speakers; `nil` where they have one, or are not the text's.
    private mutating func parts(
        of text: String, _ words: [Int], _ speaker: String?, _ unit: SegmentTime.Unit
    ) -> [Part]? {
        let labels = words.map { self.speaker($0) }
        let known = Set(labels.compactMap(\.self))
        guard known.count > 1 || (known.count == 1 && speaker != nil && !known.contains(speaker ?? "")) else {
            return nil
        }
        let speakers = Self.filled(labels, speaker)
        var parts: [Part] = []
        var place = text.startIndex
        for (word, speaker) in zip(words, speakers) {
            let said = CueText(spoken: json.string(json.value(word, ["word", "text", "punctuated_word"])) ?? "").text
            guard !said.isEmpty else { continue }
            guard let start = Self.start(of: said, in: text, from: place) else { return nil }
            let end = text.index(start, offsetBy: said.count)
            let time = timing(word, unit: unit)
            if parts.last?.speaker == speaker, let last = parts.indices.last {
                parts[last].words.append(word)
                if let time { parts[last].timing = parts[last].timing.map { $0.union(time) } ?? time }
            } else {
                let begin = parts.isEmpty ? text.startIndex : start
                if let last = parts.indices.last { parts[last].text = text[parts[last].text.startIndex..<begin] }
                parts.append(Part(speaker: speaker, text: text[begin...], timing: time, words: [word]))
            }
            place = end
        }
        return parts.count > 1 || parts.first?.speaker != speaker ? parts : nil
    }

    /// Where a word stands in a text, only blanks and marks before it.
    private static func start(of word: String, in text: String, from place: String.Index) -> String.Index? {
        var index = place
        while index < text.endIndex, !text[index...].hasPrefix(word) {
            guard !text[index].isLetter, !text[index].isNumber else { return nil }
            index = text.index(after: index)
        }
        return index < text.endIndex ? index : nil
    }

    /// The speakers of words, those without one between two of one speaker among them; the segment's speaker has the others.
    private static func filled(_ labels: [String?], _ segment: String?) -> [String?] {
        var next: [String?] = labels
        for index in labels.indices.dropLast().reversed() { next[index] = labels[index] ?? next[index + 1] }
        var previous: String?
        return labels.indices.map { index in
            previous = labels[index] ?? previous
            if let label = labels[index] { return label }
            return previous == next[index] || next[index] == nil ? previous : segment ?? previous
        }
    }

    private mutating func append(_ parts: [Part], _ cue: Cue, _ said: Int) {
        for (index, part) in parts.enumerated() {
            var rows = Set(part.words.flatMap { self.rows(of: $0) })
            if index == 0 { rows.formUnion(self.rows(of: said)) }
            var piece = Cue(timing: part.timing, speaker: part.speaker)
            piece.lines = rows.sorted().map { ($0, CueText(spoken: "")) }
            piece.lines[0].text = CueText(spoken: String(part.text))
            piece.endsTurn = cue.endsTurn && index == parts.count - 1
            list.cues.append(piece)
        }
    }
}

extension CueTiming {
    /// The time from the earlier beginning to the later end.
    func union(_ other: CueTiming) -> CueTiming {
        CueTiming(start: min(start, other.start), end: max(end, other.end))
    }
}
