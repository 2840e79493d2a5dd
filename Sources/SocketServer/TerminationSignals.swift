import Dispatch
import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#else
import Musl
#endif

/// Turns SIGTERM and SIGINT into a call: the first asks to finish, the second ends the process at once.
///
/// The listening ends with this object, and the signals then end the process again; hold it while the server runs.
public final class TerminationSignals {
    /// Whether the first signal has come.
    private final class Asked: Sendable {
        let flag = Atomic<Bool>(false)
    }

    private let source: SignalSource

    /// Begins to listen; `onFirst` is called once, on a queue of this object's own, with the signal's number.
    ///
    /// When this returns it listens; a signal before that ends the process.
    public init(onFirst: @escaping @Sendable (CInt) -> Void) {
        let asked = Asked()
        source = SignalSource([SIGTERM, SIGINT], queue: DispatchQueue(label: "SocketServer.signals")) { number in
            // 128 and the signal's number: as shells report a process that a signal ended.
            guard !asked.flag.exchange(true, ordering: .relaxed) else { _exit(128 + number) }
            onFirst(number)
        }
    }
}
