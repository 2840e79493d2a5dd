#if canImport(Darwin)
import Darwin
#else
import CPlatform
import Glibc
#endif

/// What a server asks of its process as a whole.
public enum ProcessSettings {
    /// Writing to a closed pipe or connection fails with an error and no longer ends the process.
    public static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

    /// Raises the limit of open descriptors as far as it goes, and answers it.
    @discardableResult
    public static func raiseDescriptorLimit() -> Int {
        var limit = rlimit()
        #if canImport(Darwin)
        let resource = RLIMIT_NOFILE
        let most = rlim_t(OPEN_MAX)
        #else
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        let most = rlim_t.max
        #endif
        guard getrlimit(resource, &limit) == 0 else { return 256 }
        let wanted = min(limit.rlim_max, most)
        if limit.rlim_cur < wanted {
            var raised = limit
            raised.rlim_cur = wanted
            if setrlimit(resource, &raised) == 0 { limit = raised }
        }
        return Int(clamping: limit.rlim_cur)
    }

    /// Has freed memory stay with the process, up to about so many bytes in each of the allocator's arenas, and answers
    /// whether the allocator took that; only glibc's does.
    ///
    /// What answers are made in is freed and wanted again within microseconds. To give it back in between, as the allocator
    /// does by itself from 128 KB on, costs a fault for every page of the next answer.
    @discardableResult
    public static func keepFreedMemory(_ bytes: Int) -> Bool {
        #if canImport(Darwin)
        false
        #else
        cplatform_keep_freed_memory(CInt(clamping: bytes)) == 1
        #endif
    }

    /// The arenas of glibc's allocator that the process may have.
    ///
    /// By default it makes up to eight for each processor, and keeps in each what was once freed there: memory then goes on
    /// growing for a long time under a load that is always the same.
    public static let mostArenas = 2

    /// Bounds the allocator's arenas to ``mostArenas`` and answers whether it took the bound; only glibc's has one.
    @discardableResult
    public static func limitArenas() -> Bool {
        #if canImport(Darwin)
        false
        #else
        cplatform_limit_arenas(CInt(mostArenas)) == 1
        #endif
    }

    /// The processors this process may use.
    public static var processorCount: Int {
        #if canImport(Darwin)
        max(1, sysconf(_SC_NPROCESSORS_ONLN))
        #else
        max(1, Int(cplatform_processor_count()))
        #endif
    }
}
