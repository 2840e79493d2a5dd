#if canImport(Darwin)
import Darwin
#else
import CPlatform
#if canImport(Glibc)
import Glibc
#else
import Musl
#endif
#endif

/// Wakes a thread that waits on a poller, from any other.
public final class Wakeup: Sendable {
    #if canImport(Darwin)
    private let reading: Descriptor
    private let writing: Descriptor
    var readingNumber: CInt { reading.number }
    private var writingNumber: CInt { writing.number }
    #else
    private let counter: Descriptor
    var readingNumber: CInt { counter.number }
    private var writingNumber: CInt { counter.number }
    #endif

    /// Makes a wakeup that nobody has sent.
    public init() throws(SystemError) {
        #if canImport(Darwin)
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemError.last("pipe") }
        reading = try Descriptor(ends[0], of: "pipe")
        writing = try Descriptor(ends[1], of: "pipe")
        try reading.makeNonBlocking()
        try writing.makeNonBlocking()
        #else
        counter = try Descriptor(cplatform_eventfd(), of: "eventfd")
        #endif
    }

    /// Wakes; several before the other side has looked are one.
    public func send() {
        var one: UInt64 = 1
        // A full counter or pipe means that a wakeup is pending already.
        _ = write(writingNumber, &one, 8)
    }

    /// Takes the wakeups back.
    public func clear() {
        var count: UInt64 = 0
        while read(readingNumber, &count, 8) == 8, Self.isPipe {}
    }

    #if canImport(Darwin)
    private static let isPipe = true
    #else
    /// One read empties an eventfd.
    private static let isPipe = false
    #endif
}
