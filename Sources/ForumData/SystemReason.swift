import Foundation

/// The operating system's own words for why a file operation failed.
enum SystemReason {
    static func describe(_ error: any Error) -> String {
        if let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError,
            underlying.domain == NSPOSIXErrorDomain
        {
            return String(cString: strerror(Int32(truncatingIfNeeded: underlying.code)))
        }
        return (error as NSError).localizedDescription
    }
}
