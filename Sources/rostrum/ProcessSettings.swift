#if canImport(Darwin)
import Darwin
#else
import CPlatform
import Glibc
#endif

/// Settings of the process as a whole.
///
/// A library leaves them alone; the command that owns the process makes them.
enum ProcessSettings {
    /// Sets all that a server gains from.
    ///
    /// What the system refuses stays as it was: the server works without it.
    static func applyForServing() {
        ignoreBrokenPipes()
        raiseDescriptorLimit()
        limitArenas()
        limitStacks()
        retainFreedMemory(retainedBytes)
    }

    /// Makes a write to a closed pipe fail with an error instead of ending the process: the reader of a log may go.
    private static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

    /// Raises the limit of open descriptors as far as the system lets it, and returns it.
    @discardableResult
    static func raiseDescriptorLimit() -> Int {
        var limit = rlimit()
        #if canImport(Darwin)
        let resource = RLIMIT_NOFILE
        let maximum = rlim_t(OPEN_MAX)
        #else
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        let maximum = rlim_t.max
        #endif
        guard getrlimit(resource, &limit) == 0 else { return 0 }
        let wanted = min(limit.rlim_max, maximum)
        if limit.rlim_cur < wanted {
            var raised = limit
            raised.rlim_cur = wanted
            if setrlimit(resource, &raised) == 0 { limit = raised }
        }
        return Int(clamping: limit.rlim_cur)
    }

    /// The freed memory that the process retains in each of the allocator's arenas, in bytes.
    ///
    /// Enough for 64 responses under way of 64 KB, the buffer that a document begins with.
    static let retainedBytes = 4 * 1024 * 1024

    /// Retains freed memory in the process, up to about so many bytes in each arena.
    ///
    /// A response's memory is freed and needed again within microseconds. By default glibc returns blocks of 128 KB and
    /// more to the system, which costs a page fault for every page of the next response.
    ///
    /// - Returns: Whether the allocator took the setting; only glibc's has it.
    @discardableResult
    static func retainFreedMemory(_ bytes: Int) -> Bool {
        #if canImport(Darwin)
        false
        #else
        cplatform_retain_freed_memory(CInt(clamping: bytes)) == 1
        #endif
    }

    /// The freed memory that is left to the process after something large was made, in bytes: enough for four responses of
    /// the largest that are cached.
    static let retainedAfterLarge = 16 * 1024 * 1024

    /// Gives freed memory back to the system, where there is more of it than ``retainedAfterLarge``.
    ///
    /// It takes as long as the arenas have pieces, up to some milliseconds: it is for what took longer itself.
    ///
    /// - Returns: Whether some was given back; only glibc's allocator is asked.
    @discardableResult
    static func releaseFreedMemory() -> Bool {
        #if canImport(Darwin)
        false
        #else
        cplatform_release_freed_memory(retainedAfterLarge) == 1
        #endif
    }

    /// The arenas of glibc's allocator that the process may have.
    ///
    /// By default it makes up to eight for each processor, and each retains what was freed there: under a constant load
    /// memory goes on growing for a long time.
    static let maxArenas = 2
    /// The same where the address space is bounded: every arena but the first reserves 64 MB of it.
    static let maxArenasWhereBounded = 1

    /// Limits the allocator's arenas to ``maxArenas``.
    ///
    /// - Returns: Whether the allocator took the limit; only glibc's has one.
    @discardableResult
    static func limitArenas() -> Bool {
        #if canImport(Darwin)
        false
        #else
        cplatform_limit_arenas(CInt(addressSpaceLimit == nil ? maxArenas : maxArenasWhereBounded)) == 1
        #endif
    }

    /// The stack of every further thread where the address space is bounded, in bytes; a thread has 8 MB by default.
    static let stackWhereBounded = 2 * 1024 * 1024

    /// Gives further threads smaller stacks where the address space is bounded.
    private static func limitStacks() {
        #if !canImport(Darwin)
        if addressSpaceLimit != nil { _ = cplatform_limit_stacks(stackWhereBounded) }
        #endif
    }

    /// The bytes of address space that the process may have (`ulimit -v`); `nil` where nothing bounds it.
    static var addressSpaceLimit: Int? {
        #if canImport(Darwin)
        nil
        #else
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur != rlim_t.max else {
            return nil
        }
        return Int(clamping: limit.rlim_cur)
        #endif
    }

    /// The bytes of address space that the process has; 0 where the system does not say.
    static var addressSpace: Int {
        #if canImport(Darwin)
        0
        #else
        let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return 0 }
        defer { close(descriptor) }
        var text = [UInt8](repeating: 0, count: 32)
        let count = read(descriptor, &text, text.count)
        let pages = text.prefix(max(0, count)).prefix { $0 != UInt8(ascii: " ") }
        return (Int(String(decoding: pages, as: UTF8.self)) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
        #endif
    }
}
