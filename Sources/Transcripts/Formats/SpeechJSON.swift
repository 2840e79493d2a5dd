import KoreanText
import Proceedings

/// Reads what speech recognisers write in JSON.
///
/// One reader for all of them: ``SpeechShape`` finds where a file lists what was said, as segments or as words, and the keys that any of them
/// uses for text, times and speakers are known together. Nothing is corrected: repeats that a recogniser made up stand in the source.
struct SpeechJSON {
    /// How many malformed times are each told with their place; the rest is counted.
    static let mostTimingReports = 100

    private(set) var draft: TalkDraft
    var list = CueList()
    let json: JSONScanner
    private var timingFaults = 0

    init(_ draft: TalkDraft) {
        self.draft = draft
        json = JSONScanner(draft.manuscript.raw)
    }

    /// The format of a text that is JSON and lists what was said.
    static func format(of manuscript: Manuscript) -> TranscriptFormat? {
        guard let first = manuscript.raw.first(where: { $0 > 0x20 }), first == 0x7B || first == 0x5B else { return nil }
        let json = JSONScanner(manuscript.raw)
        return SpeechShape.all(in: json).first?.format
    }

    /// Reads all.
    mutating func read() {
        for row in draft.manuscript.rows.indices { draft.mark(row, .metadata) }
        for shape in SpeechShape.all(in: json) {
            list.isFound = true
            switch shape.entries {
            case .segments(let segments, let unit): for node in segments { readSegment(node, unit) }
            case .words(let words): readWords(words, speaker: nil, unit: .seconds, beside: shape.speakers)
            case .turns(let turns): for turn in turns { readWords(turn.words, speaker: turn.speaker, unit: .seconds) }
            }
        }
        if timingFaults > Self.mostTimingReports {
            draft.report(
                .warning, .malformedTiming, row: 0,
                "\(timingFaults - Self.mostTimingReports) more malformed times; the words are kept without them")
        }
        if let fault = json.fault {
            let place = place(of: fault.offset)
            draft.report(
                .warning, .malformedJSON, row: place.row, column: place.column,
                "the JSON breaks off here: expected \(fault.expected); what stands before is read")
        }
    }

    /// The row of a byte, and its column in characters.
    func place(of offset: Int) -> (row: Int, column: Int) {
        let row = row(of: offset)
        let line = draft.manuscript.rows[row].raw
        let before = draft.manuscript.raw[line.lowerBound..<max(line.lowerBound, min(offset, line.upperBound))]
        return (row, String(decoding: before, as: UTF8.self).count + 1)
    }

    private func row(of offset: Int) -> Int { draft.manuscript.rows.partitioningRow(of: offset) }

    /// The rows that a value stands on.
    func rows(of node: Int) -> ClosedRange<Int> {
        let first = row(of: json.nodes[node].start)
        return first...max(first, row(of: max(json.nodes[node].start, json.nodes[node].end - 1)))
    }

    /// Enters the rows of a value as those of a cue's times.
    mutating func markCue(_ node: Int) {
        for row in rows(of: node) { draft.mark(row, .cue) }
    }

    mutating func report(_ code: Diagnostic.Code, _ node: Int, _ message: String) {
        timingFaults += 1
        guard timingFaults <= Self.mostTimingReports else { return }
        let place = place(of: json.nodes[node].start)
        draft.report(.warning, code, row: place.row, column: place.column, message)
    }

    // MARK: Times

    private static let startKeys: [StaticString] = [
        "start", "startTime", "start_time", "startOffset", "ts", "from", "time_begin", "begin", "start_ts",
    ]
    private static let endKeys: [StaticString] = [
        "end", "endTime", "end_time", "endOffset", "end_ts", "to", "time_end",
    ]
    private static let pairs: [StaticString] = ["timestamp", "timestamps", "time"]

    /// When a segment or word is said, where the file says so.
    mutating func timing(_ node: Int, unit: SegmentTime.Unit) -> CueTiming? {
        if let offsets = json.value(node, ["offsets", "offset"]), json.nodes[offsets].kind == .object {
            return timing(json.value(offsets, "from"), json.value(offsets, "to"), .milliseconds)
        }
        for (start, end, length, unit) in [
            ("t0", "t1", "t", .milliseconds), ("tStartMs", "tEndMs", "dDurationMs", .milliseconds),
            ("offsetInTicks", "endInTicks", "durationInTicks", .ticks),
        ] as [(StaticString, StaticString, StaticString, SegmentTime.Unit)] {
            if let first = json.value(node, start) {
                return timing(first, json.value(node, end), length: json.value(node, length), unit)
            }
        }
        if let pair = json.value(node, Self.pairs) {
            let items = json.items(pair)
            if items.count == 2 { return timing(items[0], items[1], unit) }
            return timing(json.value(pair, Self.startKeys), json.value(pair, Self.endKeys), unit)
        }
        let start = json.value(node, Self.startKeys)
        return timing(start, json.value(node, Self.endKeys), length: json.value(node, "duration"), unit)
    }

    private mutating func timing(
        _ start: Int?, _ end: Int?, length: Int? = nil, _ unit: SegmentTime.Unit
    ) -> CueTiming? {
        for node in [start, end ?? length].compactMap(\.self) { markCue(node) }
        guard let start, let first = time(start, unit) else { return nil }
        var last = first
        if let end {
            guard json.nodes[end].kind != .literal || json.written(end) != "null" else {
                return CueTiming(start: first, end: first)
            }
            guard let time = time(end, unit) else { return nil }
            last = time
        } else if let length {
            guard let time = time(length, unit) else { return nil }
            last = first + time
        }
        if last < first {
            report(.cueEndsBeforeStart, end ?? start, "the segment ends before it begins; it is taken to last no time")
        }
        return CueTiming(start: first, end: max(first, last))
    }

    private mutating func time(_ node: Int, _ unit: SegmentTime.Unit) -> Int? {
        var time: Int?
        if let label = json.label(node) {
            if label.contains(":") {
                time = CueTiming.time(label)
            } else {
                let number = label.hasSuffix("s") ? label.dropLast() : label[...]
                if JSONNumber.isOne(number.utf8) { time = SegmentTime.milliseconds(number, unit: unit) }
            }
        } else if json.nodes[node].kind == .object {
            // Google's older form of a time.
            time = json.label(json.value(node, "seconds")).flatMap { SegmentTime.milliseconds($0, unit: .seconds) }
            let nanos = json.label(json.value(node, "nanos")).flatMap { Double($0) } ?? 0
            if nanos >= 0, nanos < 1e9 { time = time.map { $0 + Int(nanos / 1e6) } }
        }
        if time == nil {
            report(
                .malformedTiming, node,
                "malformed time of a segment: expected a number or a time of a clock; its text is kept without a time")
        }
        return time
    }
}
