/// Content that is read piece by piece while it is sent, so that it never is in memory as a whole.
///
/// It does not change: the same place always holds the same bytes. It may be read from several threads at once.
public protocol ContentSource: AnyObject, Sendable {
    /// The length in bytes.
    var count: Int { get }
    /// The bytes in a range that lies within the length; fewer where they cannot be read, which ends the connection.
    func read(_ range: Range<Int>) -> [UInt8]
}
