import Dispatch
import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Turns SIGTERM and SIGINT into a call: the first asks to finish, the second ends the process at once.
///
/// The listening ends with this object, and the signals are then ignored; hold it for as long as the server runs.
public final class TerminationSignals {
    /// Whether the first signal has come.
    private final class Asked: Sendable {
        let flag = Atomic<Bool>(false)
    }

    private let sources: [any DispatchSourceSignal]

    /// Begins to listen; `onFirst` is called once, on a queue of this object's own, with the signal's number.
    public init(onFirst: @escaping @Sendable (CInt) -> Void) {
        let queue = DispatchQueue(label: "rostrum.signals")
        let asked = Asked()
        sources = [SIGTERM, SIGINT].map { number in
            // The source sees a signal only if its default action does not end the process first.
            _ = signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { @Sendable in
                // 128 and the signal's number: as shells report a process that a signal ended.
                guard !asked.flag.exchange(true, ordering: .relaxed) else { _exit(128 + number) }
                onFirst(number)
            }
            source.activate()
            return source
        }
    }

    deinit { for source in sources { source.cancel() } }
}
