/// The edge at which the lines of a text end, and with that whether one was broken because what follows did not fit.
struct RightEdge {
    /// The share of the 95th percentile width below which a line was not broken for want of room.
    static let fullShare = 0.92
    /// How much of the edge's length is surely full where that is measured by advances.
    static let sureShare = 0.985
    /// The share of lines that may have had room for the next word on a page that is filled as far as it goes.
    static let mostLoose = 0.04
    /// The length of the edge of a text whose lines are whole paragraphs, far from where sums overflow.
    static let unbounded = 1 << 40
    /// The share of the edge below which no ragged edge explains a line.
    static let shortShare = 0.7
    /// The share of full lines that are passed over as strays, where the narrowest is sought.
    static let strayShare = 0.02
    /// How many broken lines are needed to measure the edge instead of assuming `fullShare`.
    static let leastSamples = 20
    /// The deepest indent, in columns, that takes room from a line; a deeper one sets a line apart.
    static let deepestIndent = 8

    /// What the lengths of lines are compared in.
    private(set) var metric = LineMetric.columns
    /// The length beyond which the next word did not fit.
    private(set) var length: Int
    /// Whether every line is filled as far as it goes, as on a fixed-width page.
    private(set) var isStrict = false
    /// Whether one space before a line stands for a page's end and takes no room.
    private let ignoresIndent: Bool
    /// Whether lines break inside words.
    private let breaksWords: Bool

    /// An edge that is not measured, in columns.
    init(length: Int, ignoresIndent: Bool, breaksWords: Bool = false) {
        self.length = length
        self.ignoresIndent = ignoresIndent
        self.breaksWords = breaksWords
    }

    /// Measures the edge of a text.
    ///
    /// - Parameters:
    ///   - texts: The rows that carry running text, in order.
    ///   - broken: Those that were likely broken for want of room, each with the next.
    ///   - longWidth: The width of long lines, in columns.
    init(
        _ manuscript: Manuscript, _ texts: [Int], broken: [(Int, Int)], longWidth: Int, breaksWords: Bool,
        ignoresIndent: Bool
    ) {
        self.init(
            length: Int(Double(longWidth) * Self.fullShare), ignoresIndent: ignoresIndent, breaksWords: breaksWords)
        guard broken.count >= Self.leastSamples else { return }
        let rows = manuscript.rows
        var best: (length: Int, wrong: Int)?
        var samples: [Int] = []
        for metric in LineMetric.allCases {
            // What is set in columns has a sharp edge by them.
            if let best, best.wrong == 0 { break }
            var reached: [Int] = []
            reached.reserveCapacity(broken.count)
            for (row, next) in broken {
                reached.append(extent(rows[row], metric) + reach(manuscript, row, next, metric))
            }
            var extents: [Int] = []
            extents.reserveCapacity(texts.count)
            for row in texts { extents.append(extent(rows[row], metric)) }
            let parting = Self.parting(extents, from: reached)
            if let best, best.wrong < parting.wrong { continue }
            best = parting
            samples = reached
            self.metric = metric
        }
        guard let best else { return }
        isStrict = Double(best.wrong) <= Double(samples.count) * Self.mostLoose
        if isStrict {
            // The advances are those of no typeface exactly: their edge is a little less sharp than that of columns.
            length = metric == .columns ? best.length : Int(Double(best.length) * Self.sureShare)
        } else {
            let metric = metric
            let long = LineMetric.percentile(WrapModel.longPercentile, of: texts.lazy.map { metric.length(rows[$0]) })
            let low = LineMetric.percentile(Self.strayShare, of: samples)
            length = min(max(low - 1, long * 3 / 4), Int(Double(long) * Self.fullShare))
        }
    }

    /// The length that parts those of lines from those that lines would have had with the next word, and how many lie on the wrong side.
    private static func parting(_ lengths: [Int], from reached: [Int]) -> (length: Int, wrong: Int) {
        let longest = LineMetric.longest
        var steps = [Int](repeating: 0, count: longest + 1)
        for length in lengths { steps[min(max(length, 0), longest)] -= 1 }
        for length in reached { steps[min(max(length, 0), longest)] += 1 }
        var wrong = lengths.count
        var best = (length: 0, wrong: wrong)
        for (length, step) in steps.enumerated() {
            wrong += step
            if wrong < best.wrong { best = (length, wrong) }
        }
        return best
    }

    /// The length that the next row's first unit would have taken on the row before, with the space it needs.
    private func reach(_ manuscript: Manuscript, _ row: Int, _ next: Int, _ metric: LineMetric) -> Int {
        breaksWords
            ? manuscript.firstUnitLength(next, metric) + (manuscript.rows[row].endsInBlank ? metric.space : 0)
            : manuscript.firstWordLength(next, metric) + metric.space
    }

    /// The length that a row fills: its text and, within reason, what it is indented by.
    func extent(_ row: Manuscript.Row, _ metric: LineMetric) -> Int {
        guard row.indent > 0, !(ignoresIndent && row.beginsWithOneSpace), row.indent <= Self.deepestIndent else {
            return metric.length(row)
        }
        return metric.length(row) + row.indent * metric.space
    }

    /// Whether a row had room for so much more.
    func hasRoom(_ row: Manuscript.Row, for more: Int) -> Bool { extent(row, metric) + more <= length }

    /// Whether a row was broken because what follows did not fit.
    func isFull(_ manuscript: Manuscript, _ row: Int, before next: Int) -> Bool {
        !hasRoom(manuscript.rows[row], for: reach(manuscript, row, next, metric))
    }

    /// Whether a row is so short that no ragged edge explains it.
    func isShort(_ row: Manuscript.Row) -> Bool { Double(metric.length(row)) < Double(length) * Self.shortShare }
}
