#if canImport(CryptoKit)
import CryptoKit
#else
import CCrypto
#endif

/// SHA-1 (FIPS 180-4 §6.1), computed by the system: CryptoKit on Apple's platforms, elsewhere libcrypto.
///
/// For name-based UUIDs (RFC 9562 §5.5) only: it resists no collisions that somebody makes on purpose.
public struct SHA1: IncrementalDigest {
    /// The length of a digest in bytes.
    public static let byteCount = 20

    #if canImport(CryptoKit)
    private var state = CryptoKit.Insecure.SHA1()
    #else
    private var state = SHA_CTX()
    #endif

    /// Starts with no input.
    public init() {
        #if !canImport(CryptoKit)
        SHA1_Init(&state)
        #endif
    }

    /// Adds bytes to the input.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        #if canImport(CryptoKit)
        state.update(bufferPointer: bytes)
        #else
        SHA1_Update(&state, bytes.baseAddress, bytes.count)
        #endif
    }

    /// Returns the digest of the input, 20 bytes; more input may follow afterwards.
    public func finalize() -> [UInt8] {
        #if canImport(CryptoKit)
        return Array(state.finalize())
        #else
        var state = state
        return [UInt8](unsafeUninitializedCapacity: Self.byteCount) { digest, count in
            SHA1_Final(digest.baseAddress, &state)
            count = Self.byteCount
        }
        #endif
    }
}
