/// A cryptographic hash function that takes its input in pieces of any length.
///
/// The digest depends on the bytes alone, never on how they were cut into pieces. A copy goes on apart from its original.
public protocol IncrementalDigest: Sendable {
    /// The length of a digest in bytes.
    static var byteCount: Int { get }

    /// Starts with no input.
    init()

    /// Adds bytes to the input.
    mutating func update(_ bytes: UnsafeRawBufferPointer)

    /// Returns the digest of the input. More input may follow afterwards.
    func finalize() -> [UInt8]
}

extension IncrementalDigest {
    /// Adds bytes to the input; collections without contiguous storage are copied first.
    public mutating func update(_ bytes: some Sequence<UInt8>) {
        if bytes.withContiguousStorageIfAvailable({ update(UnsafeRawBufferPointer($0)) }) == nil {
            Array(bytes).withUnsafeBytes { update($0) }
        }
    }

    /// Returns the digest of bytes that are in memory as a whole.
    public static func hash(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var digest = Self()
        digest.update(bytes)
        return digest.finalize()
    }
}
