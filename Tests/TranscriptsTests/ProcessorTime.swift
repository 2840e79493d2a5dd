#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The processor time of the calling thread, which other processes and threads do not lengthen as they do the time of day.
enum ProcessorTime {
    /// Returns how long the thread was on a processor for `body`.
    static func measure(_ body: () throws -> Void) rethrows -> Duration {
        let start = now()
        try body()
        return now() - start
    }

    private static func now() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
