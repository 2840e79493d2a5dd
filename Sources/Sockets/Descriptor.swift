#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#else
import Musl
#endif

/// A file descriptor with one owner, closed when the owner is done with it.
public struct Descriptor: ~Copyable, Sendable {
    /// The number; valid as long as this value lives.
    let number: CInt

    /// Takes over a descriptor, or throws what the call that should have made it left in `errno`.
    init(_ number: CInt, of call: String) throws(SystemError) {
        guard number >= 0 else { throw SystemError.last(call) }
        self.number = number
    }

    deinit {
        // Closing a number twice would close somebody else's descriptor: that is a fault here, not an error to report.
        let result = close(number)
        precondition(result == 0 || errno != EBADF, "a descriptor was closed by somebody else")
    }

    #if canImport(Darwin)
    func makeNonBlocking() throws(SystemError) {
        guard fcntl(number, F_SETFL, O_NONBLOCK) == 0, fcntl(number, F_SETFD, FD_CLOEXEC) == 0 else {
            throw SystemError.last("fcntl")
        }
    }
    #endif
}
