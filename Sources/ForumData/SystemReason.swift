import Foundation

/// The operating system's own words for why a file operation failed.
public enum SystemReason {
    /// The reason in one short phrase, such as `Permission denied`.
    public static func describe(_ error: any Error) -> String {
        if let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError,
            underlying.domain == NSPOSIXErrorDomain
        {
            return String(cString: strerror(Int32(truncatingIfNeeded: underlying.code)))
        }
        switch CocoaError.Code(rawValue: (error as NSError).code) {
        case .fileReadNoPermission: return String(cString: strerror(EACCES))
        case .fileReadNoSuchFile, .fileNoSuchFile: return String(cString: strerror(ENOENT))
        default: break
        }
        return (error as NSError).localizedDescription
    }
}
