import Dispatch

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#else
import Musl
#endif

/// Turns SIGHUP, by which a service is told to read its files again, into a call.
///
/// The listening ends with this object, and the signal then ends the process again; hold it while the server runs.
public final class ReloadSignal {
    private let source: SignalSource

    /// Begins to listen; `onSignal` is called on the queue, once for signals that come close together.
    public init(queue: DispatchQueue, onSignal: @escaping @Sendable () -> Void) {
        source = SignalSource([SIGHUP], queue: queue) { _ in onSignal() }
    }
}
