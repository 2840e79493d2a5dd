import Foundation
import Synchronization

/// Which snapshot is served and since when, and how often another took its place; told in the text format of Prometheus.
final class SnapshotRecord: Sendable {
    private struct State {
        var snapshot: String
        var since = Date()
        var reloads = 0
        var failures = 0
    }

    private let state: Mutex<State>

    init(snapshot: String) {
        state = Mutex(State(snapshot: snapshot))
    }

    /// The store was opened anew.
    func reloaded(_ snapshot: String) {
        state.withLock { state in
            state.snapshot = snapshot
            state.since = Date()
            state.reloads += 1
        }
    }

    /// The snapshot stayed, since another could not be had.
    func failed() {
        state.withLock { $0.failures += 1 }
    }

    /// The numbers, each with its meaning.
    var prometheusText: String {
        let state = state.withLock(\.self)
        return """
            # HELP rostrum_reloads_total Times the store was opened anew.
            # TYPE rostrum_reloads_total counter
            rostrum_reloads_total \(state.reloads)
            # HELP rostrum_reload_failures_total Times a new store could not be had and the old one stayed.
            # TYPE rostrum_reload_failures_total counter
            rostrum_reload_failures_total \(state.failures)
            # HELP rostrum_snapshot_info The snapshot that is served.
            # TYPE rostrum_snapshot_info gauge
            rostrum_snapshot_info{snapshot="\(state.snapshot)"} 1
            # HELP rostrum_snapshot_opened_timestamp_seconds When the snapshot was opened.
            # TYPE rostrum_snapshot_opened_timestamp_seconds gauge
            rostrum_snapshot_opened_timestamp_seconds \(Int(state.since.timeIntervalSince1970))

            """
    }
}
