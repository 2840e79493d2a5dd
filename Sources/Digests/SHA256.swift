#if canImport(CryptoKit)
import CryptoKit
#else
import CCrypto
#endif

/// SHA-256 (FIPS 180-4 §6.2), computed by the system: CryptoKit on Apple's platforms, elsewhere libcrypto.
public struct SHA256: IncrementalDigest {
    /// The length of a digest in bytes.
    public static let byteCount = 32

    #if canImport(CryptoKit)
    private var state = CryptoKit.SHA256()
    #else
    private var state = SHA256_CTX()
    #endif

    /// Starts with no input.
    public init() {
        #if !canImport(CryptoKit)
        SHA256_Init(&state)
        #endif
    }

    /// Adds bytes to the input.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        #if canImport(CryptoKit)
        state.update(bufferPointer: bytes)
        #else
        SHA256_Update(&state, bytes.baseAddress, bytes.count)
        #endif
    }

    /// Returns the digest of the input, 32 bytes; more input may follow afterwards.
    public func finalize() -> [UInt8] {
        #if canImport(CryptoKit)
        return Array(state.finalize())
        #else
        var state = state
        return [UInt8](unsafeUninitializedCapacity: Self.byteCount) { digest, count in
            SHA256_Final(digest.baseAddress, &state)
            count = Self.byteCount
        }
        #endif
    }
}
