import Synchronization

/// Shows how far some work is, how fast it goes and how long it will take: on a terminal in one line, elsewhere, where that is
/// wanted, in a line now and then.
final class ProgressMeter: Sendable {
    /// How long a shown line stays at least: long enough to be read, and too short to slow the work.
    private static let drawingInterval = Duration.milliseconds(100)
    private static let writingInterval = Duration.seconds(1)
    /// Before so much has been done, a rate says little.
    private static let minFraction = 0.01

    private struct State {
        var begin = ContinuousClock.now
        var shown: ContinuousClock.Instant?
    }

    private let showsAlways: Bool
    private let state = Mutex(State())

    /// Begins to measure.
    ///
    /// - Parameter showsAlways: Whether lines are written where standard error is no terminal.
    init(showsAlways: Bool) { self.showsAlways = showsAlways }

    /// Shows how far the work is, unless that was shown a moment ago.
    ///
    /// - Parameters:
    ///   - what: What is done.
    ///   - done: How much of it, in whatever unit.
    ///   - total: How much there is.
    ///   - rows: How many rows are done, where they are what is counted; otherwise the amounts are bytes.
    func show(_ what: @autoclosure () -> String, _ done: Int, of total: Int, rows: Int? = nil) {
        guard Terminal.isInteractive || showsAlways else { return }
        let now = ContinuousClock.now
        let elapsed: Duration? = state.withLock { state in
            let interval = Terminal.isInteractive ? Self.drawingInterval : Self.writingInterval
            if let shown = state.shown, now - shown < interval { return nil }
            state.shown = now
            return now - state.begin
        }
        guard let elapsed else { return }
        let line = Self.line(what(), done, of: total, unit: rows == nil ? "KB" : "rows", after: elapsed)
        if Terminal.isInteractive { Terminal.progress(line) } else { Terminal.error(line) }
    }

    /// Takes the line away.
    func end() {
        Terminal.endProgress()
    }

    /// The line: what, the share, the rate in KB or rows a second, and the time left at that rate.
    static func line(_ what: String, _ done: Int, of total: Int, unit: String, after elapsed: Duration) -> String {
        let seconds = elapsed / .seconds(1)
        let fraction = total > 0 ? Double(done) / Double(total) : 0
        let share = "\(what): \(Int(fraction * 100)) %"
        guard fraction >= minFraction, seconds > 0 else { return share }
        let rate = Double(done) / seconds / (unit == "KB" ? 1000 : 1)
        return "\(share), \(Int(rate)) \(unit)/s, \(time(seconds * (1 - fraction) / fraction)) left"
    }

    private static func time(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
    }
}
