/// Where a file of a recogniser lists what was said, and as what.
struct SpeechShape {
    /// What is listed, by the places in the file.
    enum Entries {
        /// Segments, with what a plain number of their times counts.
        case segments([Int], SegmentTime.Unit)
        /// Words one by one, with their speakers.
        case words([Int])
        /// Words of one speaker after another.
        case turns([(speaker: String?, words: [Int])])
    }

    var format: TranscriptFormat
    var entries: Entries
    /// Who speaks from a time on, as lists beside the words say it; by the time as the file writes it.
    var speakers: [String: String] = [:]

    /// How many objects that only wrap another are looked into (`result.transcription.utterances`).
    static let deepestWrapper = 3
    /// How many entries of a list are looked at to tell what it holds.
    static let probe = 20
    /// The keys of what a segment says.
    static let textKeys: [StaticString] = ["text", "body", "transcript", "transcription", "sentence"]
    private static let wrappers: [StaticString] = [
        "result", "results", "transcription", "transcript", "response", "data", "output", "speech",
    ]

    /// The shapes of all values of a text: one, or one a line.
    static func all(in json: JSONScanner) -> [SpeechShape] {
        guard json.roots.count != 1 else { return json.roots.first.flatMap { shape(json, $0, 0) }.map { [$0] } ?? [] }
        if let format = format(ofSegments: json.roots, json) {
            return [SpeechShape(format: format, entries: .segments(json.roots, .seconds))]
        }
        return json.roots.compactMap { shape(json, $0, 0) }
    }

    private static func shape(_ json: JSONScanner, _ node: Int, _ depth: Int) -> SpeechShape? {
        if json.nodes[node].kind == .array { return list(json, json.items(node)) }
        guard json.nodes[node].kind == .object else { return nil }
        return listed(json, node) ?? named(json, node) ?? wrapped(json, node, depth) ?? worded(json, node)
    }

    /// A list that stands in nothing: of segments, or of whole results.
    private static func list(_ json: JSONScanner, _ items: [Int]) -> SpeechShape? {
        if let format = format(ofSegments: items, json) {
            return SpeechShape(format: format, entries: .segments(items, .seconds))
        }
        return items.count == 1 && json.nodes[items[0]].kind == .object ? shape(json, items[0], deepestWrapper) : nil
    }

    /// Lists of segments under the keys that mean one.
    private static func listed(_ json: JSONScanner, _ node: Int) -> SpeechShape? {
        for key in ["transcription", "segments", "utterances", "audio_segments", "chunks", "turns"] as [StaticString] {
            let items = json.items(json.value(node, key))
            guard let format = format(ofSegments: items, json) else { continue }
            let isUtterances = "\(key)" == "utterances"
            let unit: SegmentTime.Unit = isUtterances && areWhole(items, json) ? .milliseconds : .seconds
            let isOther = isUtterances || "\(key)" == "audio_segments"
            return SpeechShape(format: isOther ? .speechJSON : format, entries: .segments(items, unit))
        }
        return nil
    }

    /// Lists that one recogniser alone has.
    private static func named(_ json: JSONScanner, _ node: Int) -> SpeechShape? {
        let monologues = json.items(json.value(node, "monologues"))
        if !monologues.isEmpty {
            let turns = monologues.map { turn in
                let speaker = json.value(turn, "speaker_name") ?? json.value(turn, "speaker")
                return (json.label(speaker), json.items(json.value(turn, "elements")))
            }
            return SpeechShape(format: .speechJSON, entries: .turns(turns))
        }
        let phrases = json.items(json.value(node, "recognizedPhrases"))
        if !phrases.isEmpty { return SpeechShape(format: .speechJSON, entries: .segments(phrases, .seconds)) }
        let events = json.items(json.value(node, "events"))
        if events.prefix(probe).contains(where: { json.value($0, "segs") != nil }) {
            return SpeechShape(format: .speechJSON, entries: .segments(events, .milliseconds))
        }
        let channels = json.items(json.value(node, "channels"))
        let heard = channels.compactMap { json.items(json.value($0, "alternatives")).first }
        if !heard.isEmpty { return deepgram(json, heard) }
        let results = json.items(json.value(node, "results"))
        if !results.isEmpty { return alternatives(json, results) }
        return nil
    }

    private static func deepgram(_ json: JSONScanner, _ heard: [Int]) -> SpeechShape {
        let paragraphs = heard.flatMap { json.items(json.value(json.value($0, "paragraphs"), "paragraphs")) }
        if !paragraphs.isEmpty {
            return SpeechShape(format: .speechJSON, entries: .segments(paragraphs, .seconds))
        }
        let words = heard.flatMap { json.items(json.value($0, "words")) }
        return SpeechShape(format: .speechJSON, entries: words.isEmpty ? .segments(heard, .seconds) : .words(words))
    }

    /// Results with alternatives, of which the first is taken: Google's of many words each, Speechmatics' of one.
    private static func alternatives(_ json: JSONScanner, _ results: [Int]) -> SpeechShape? {
        let first = results.compactMap { result in json.items(json.value(result, "alternatives")).first }
        guard let one = first.first else { return nil }
        if json.value(one, "content") != nil { return SpeechShape(format: .speechJSON, entries: .words(results)) }
        // The last result of Google's has all words again, with their speakers.
        let last = json.items(json.value(first.last, "words"))
        if last.contains(where: { json.value($0, ["speakerTag", "speakerLabel"]) != nil }), first.count > 1,
            json.value(first.last, "transcript") == nil
                || json.string(json.value(first.last, "transcript"))?.isEmpty == true
        {
            return SpeechShape(format: .speechJSON, entries: .words(last))
        }
        let words = first.flatMap { json.items(json.value($0, "words")) }
        return SpeechShape(format: .speechJSON, entries: words.isEmpty ? .segments(first, .seconds) : .words(words))
    }

    private static func wrapped(_ json: JSONScanner, _ node: Int, _ depth: Int) -> SpeechShape? {
        guard depth < deepestWrapper else { return nil }
        for key in wrappers {
            if let inner = json.value(node, key), let shape = shape(json, inner, depth + 1) { return shape }
        }
        return nil
    }

    /// Words alone, or sentences and paragraphs that say no more.
    private static func worded(_ json: JSONScanner, _ node: Int) -> SpeechShape? {
        for key in ["paragraphs", "sentences", "captions", "transcripts"] as [StaticString] {
            let items = json.items(json.value(node, key))
            guard format(ofSegments: items, json) != nil,
                items.prefix(probe).contains(where: { json.value($0, ["start", "startTime", "start_time"]) != nil })
            else { continue }
            let unit: SegmentTime.Unit = areWhole(items, json) ? .milliseconds : .seconds
            return SpeechShape(format: .speechJSON, entries: .segments(items, unit))
        }
        for key in ["items", "words"] as [StaticString] {
            let words = json.items(json.value(node, key))
            let areWords = words.prefix(probe).contains { word in
                json.value(word, ["word", "text", "alternatives"]) != nil
                    && json.value(word, ["start", "start_time", "startTime", "type"]) != nil
            }
            if areWords {
                return SpeechShape(format: .speechJSON, entries: .words(words), speakers: speakers(json, beside: node))
            }
        }
        // OpenAI's plain form: the text and nothing else that says anything.
        let isPlain =
            json.string(json.value(node, "text")) != nil
            && json.members(node).allSatisfy { plainKeys.contains($0.key) }
        return isPlain ? SpeechShape(format: .whisperJSON, entries: .segments([node], .seconds)) : nil
    }

    /// Amazon's lists of who speaks, which stand beside those of words that do not say it (`speaker_labels`, `channel_labels`).
    private static func speakers(_ json: JSONScanner, beside node: Int) -> [String: String] {
        var result: [String: String] = [:]
        func enter(_ items: [Int], _ given: String?) {
            for item in items {
                let own = json.label(json.value(item, ["speaker_label", "channel_label"]))
                guard let label = own ?? given, let time = json.value(item, "start_time") else { continue }
                result[json.written(time)] = label
            }
        }
        let labels = json.value(node, ["speaker_labels", "channel_labels"])
        for segment in json.items(json.value(labels, "segments")) {
            enter(json.items(json.value(segment, "items")), json.label(json.value(segment, "speaker_label")))
        }
        for channel in json.items(json.value(labels, "channels")) {
            enter(json.items(json.value(channel, "items")), json.label(json.value(channel, "channel_label")))
        }
        return result
    }

    private static let plainKeys: Set<String> = [
        "text", "task", "language", "duration", "usage", "logprobs", "segments", "words", "language_probability",
    ]

    /// Which format a list of segments is of; `nil` where what it holds is none.
    private static func format(ofSegments items: [Int], _ json: JSONScanner) -> TranscriptFormat? {
        let texts = items.prefix(probe).filter { json.string(json.value($0, textKeys)) != nil }
        guard let first = texts.first, texts.count * 2 >= min(items.count, probe) else { return nil }
        return json.value(first, "text") == nil && json.value(first, "body") != nil ? .podcastJSON : .whisperJSON
    }

    /// Whether the times of a list are whole numbers, as milliseconds are.
    private static func areWhole(_ items: [Int], _ json: JSONScanner) -> Bool {
        let ends = items.compactMap { json.value($0, "end") }
        return !ends.isEmpty && ends.allSatisfy { json.nodes[$0].kind == .number && !json.written($0).contains(".") }
    }
}
