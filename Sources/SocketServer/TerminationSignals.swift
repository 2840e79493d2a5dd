import Dispatch
import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Turns SIGTERM and SIGINT into a call: the first asks to finish, the second ends the process at once.
///
/// The listening ends with this object, and the signals then end the process again; hold it while the server runs.
public final class TerminationSignals {
    /// Whether the first signal has come.
    private final class Asked: Sendable {
        let flag = Atomic<Bool>(false)
    }

    private let sources: [any DispatchSourceSignal]

    /// Begins to listen; `onFirst` is called once, on a queue of this object's own, with the signal's number.
    ///
    /// When this returns it listens; a signal before that ends the process.
    public init(onFirst: @escaping @Sendable (CInt) -> Void) {
        let queue = DispatchQueue(label: "rostrum.signals")
        let asked = Asked()
        let listening = DispatchGroup()
        sources = [SIGTERM, SIGINT].map { number in
            listening.enter()
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { @Sendable in
                // 128 and the signal's number: as shells report a process that a signal ended.
                guard !asked.flag.exchange(true, ordering: .relaxed) else { _exit(128 + number) }
                onFirst(number)
            }
            source.setRegistrationHandler { listening.leave() }
            source.activate()
            return source
        }
        listening.wait()
        #if canImport(Darwin)
        // Here a source sees a signal beside its default action, which would end the process. On Linux Dispatch has put
        // a handler of its own in that action's place, which must stay.
        for number in [SIGTERM, SIGINT] { _ = signal(number, SIG_IGN) }
        #endif
    }

    deinit {
        for source in sources { source.cancel() }
        for number in [SIGTERM, SIGINT] { _ = signal(number, SIG_DFL) }
    }
}
