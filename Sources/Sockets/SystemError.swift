#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#else
import Musl
#endif

/// A system call that failed: which one, and the number it left in `errno`.
public struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The call, as its manual page names it.
    public let call: String
    /// The error number.
    public let code: CInt

    /// Makes an error of a call.
    public init(call: String, code: CInt) {
        self.call = call
        self.code = code
    }

    /// The error that a call has just left in `errno`.
    static func last(_ call: String) -> Self { Self(call: call, code: errno) }

    /// The call and the system's words for what happened.
    public var description: String {
        guard let words = strerror(code) else { return "\(call): error \(code)" }
        return "\(call): \(String(cString: words))"
    }

    /// Whether the process or the system has no descriptor left.
    public var isDescriptorShortage: Bool { code == EMFILE || code == ENFILE }

    /// Whether another socket has the address.
    public var isAddressInUse: Bool { code == EADDRINUSE }
}
