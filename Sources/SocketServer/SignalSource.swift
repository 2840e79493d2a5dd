import Dispatch

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#else
import Musl
#endif

/// Turns signals into calls on a queue, for as long as it lives; afterwards the signals have their default action again.
final class SignalSource {
    private let numbers: [CInt]
    private let sources: [any DispatchSourceSignal]

    /// Begins to listen; when this returns it listens.
    ///
    /// A signal before that has its default action.
    init(_ numbers: [CInt], queue: DispatchQueue, handler: @escaping @Sendable (CInt) -> Void) {
        self.numbers = numbers
        let listening = DispatchGroup()
        sources = numbers.map { number in
            listening.enter()
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { @Sendable in handler(number) }
            source.setRegistrationHandler { listening.leave() }
            source.activate()
            return source
        }
        listening.wait()
        #if canImport(Darwin)
        // Here a source sees a signal beside its default action, which would end the process. On Linux Dispatch has put
        // a handler of its own in that action's place, which must stay.
        for number in numbers { _ = signal(number, SIG_IGN) }
        #endif
    }

    deinit {
        for source in sources { source.cancel() }
        for number in numbers { _ = signal(number, SIG_DFL) }
    }
}
