import Proceedings

/// Reads segments in a table parted by tabs: start, end and text, and a speaker where there is such a column.
///
/// Whole numbers are milliseconds, as Whisper writes them; numbers with a point are seconds, others times of a clock.
struct SegmentTable {
    private enum Column: String {
        case start, end, text, speaker
    }

    /// How many lines without a header have to be such rows before the text is taken for a table.
    static let headlessProbe = 3

    private(set) var draft: TalkDraft
    private(set) var list = CueList()
    private var columns: [Column?] = [.start, .end, .text]

    init(_ draft: TalkDraft) { self.draft = draft }

    /// Whether a text begins with a header of these columns, or with rows of two times and a text.
    static func isOne(_ manuscript: Manuscript) -> Bool {
        let rows = manuscript.rows.indices.lazy.filter { !manuscript.rows[$0].isBlank }.prefix(headlessProbe)
        guard let first = rows.first, manuscript.raw[manuscript.rows[first].raw].contains(0x09) else { return false }
        if header(cells(manuscript, first)) != nil { return true }
        return rows.count == headlessProbe
            && rows.allSatisfy { row in
                let cells = cells(manuscript, row)
                return cells.count == 3 && time(cells[0]) != nil && time(cells[1]) != nil
            }
    }

    private static func cells(_ manuscript: Manuscript, _ row: Int) -> [Substring] {
        manuscript.rawText(row).utf8.split(separator: 0x09, maxSplits: 15, omittingEmptySubsequences: false)
            .map { Substring($0) }
    }

    /// The longest name of a column, in bytes, with what stands around it.
    private static let longestColumn = 64

    private static func header(_ cells: [Substring]) -> [Column?]? {
        let columns = cells.map { cell in
            cell.utf8.count > longestColumn
                ? nil
                : Column(rawValue: cell.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "\u{FEFF}" })
        }
        let found = Set(columns.compactMap(\.self))
        return found.isSuperset(of: [.start, .end, .text]) && found.count == columns.count { $0 != nil } ? columns : nil
    }

    /// Reads all.
    mutating func read() {
        var isFirst = true
        for row in draft.manuscript.rows.indices where !draft.manuscript.rows[row].isBlank {
            let cells = Self.cells(draft.manuscript, row)
            if isFirst, let header = Self.header(cells) {
                columns = header
                draft.mark(row, .metadata)
            } else {
                read(cells, row)
            }
            isFirst = false
        }
    }

    private mutating func read(_ cells: [Substring], _ row: Int) {
        guard cells.count > 1 || list.isFound else {
            draft.drop(row, TalkDraft.unclaimed)
            return
        }
        // A line without a tab goes on with the text of the row before.
        guard cells.count > 1 else {
            list.cues[list.cues.count - 1].lines.append((row, CueText(spoken: String(cells[0]))))
            return
        }
        list.isFound = true
        var cue = Cue()
        cue.timing = timing(cells, row)
        cue.speaker = cell(.speaker, cells).flatMap { $0.isEmpty ? nil : String($0) }
        draft.mark(row, .cue)
        if let text = cell(.text, cells) { cue.lines = [(row, CueText(spoken: String(text)))] }
        list.cues.append(cue)
    }

    private func cell(_ column: Column, _ cells: [Substring]) -> Substring? {
        guard let index = columns.firstIndex(of: column), index < cells.count else { return nil }
        // Tabs in the last column are part of the text.
        guard index == columns.count - 1 else { return cells[index] }
        return cells[index].base[cells[index].startIndex...]
    }

    private mutating func timing(_ cells: [Substring], _ row: Int) -> CueTiming? {
        let times = [Column.start, .end].map { cell($0, cells).flatMap(Self.time) }
        guard let start = times[0], let end = times[1] else {
            let place = columns.firstIndex(of: times[0] == nil ? .start : .end) ?? 0
            let column = cells.prefix(place).reduce(1) { $0 + $1.count + 1 }
            draft.report(
                .warning, .malformedTiming, row: row, column: column,
                "malformed time of a segment: expected milliseconds, as in 2480; the text is kept without a time")
            return nil
        }
        if end < start {
            draft.report(
                .warning, .cueEndsBeforeStart, row: row,
                "the segment ends before it begins; it is taken to last no time")
        }
        return CueTiming(start: start, end: max(start, end))
    }

    private static func time(_ cell: Substring) -> Int? {
        let text = cell.split(separator: " ").joined()
        if text.contains(":") { return CueTiming.time(text) }
        guard JSONNumber.isOne(text.utf8) else { return nil }
        return SegmentTime.milliseconds(text, unit: text.contains(".") ? .seconds : .milliseconds)
    }
}

/// A time of a segment as recognisers write it.
enum SegmentTime {
    /// What a plain number counts.
    enum Unit: Double {
        case seconds = 1000
        case milliseconds = 1
        /// A hundred nanoseconds.
        case ticks = 0.0001
    }

    /// The latest time that is read, in milliseconds: 99,999 hours, as in captions.
    static let latest = 99_999 * 3_600_000

    /// A number's milliseconds; `nil` where it is none, negative or beyond all recordings.
    static func milliseconds(_ number: some StringProtocol, unit: Unit) -> Int? {
        guard let value = Double(String(number)), value.isFinite, value >= 0 else { return nil }
        let time = (value * unit.rawValue).rounded()
        return time <= Double(latest) ? Int(time) : nil
    }
}
