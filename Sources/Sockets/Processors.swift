#if canImport(Darwin)
import Darwin
#else
import CPlatform
#endif

/// The processors of the machine.
public enum Processors {
    /// How many this process may run on, at least one; on Linux as `sched_setaffinity(2)` and containers limit it.
    public static var available: Int {
        #if canImport(Darwin)
        max(1, sysconf(_SC_NPROCESSORS_ONLN))
        #else
        max(1, Int(cplatform_processor_count()))
        #endif
    }
}
