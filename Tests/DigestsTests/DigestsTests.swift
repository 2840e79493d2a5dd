import Digests
import SeededNumbers
import Testing

@Suite("Digests")
struct DigestsTests {
    /// A message, given as a text and how many times it is repeated, and its digests.
    struct Example: Sendable {
        let text: String
        var count = 1
        let sha1: String
        let sha256: String

        var message: [UInt8] { Array(repeatElement(Array(text.utf8), count: count).joined()) }
    }

    /// Examples of NIST for FIPS 180-4: a message of none, one and two blocks, and a million letters.
    static let examples = [
        Example(
            text: "", sha1: "da39a3ee5e6b4b0d3255bfef95601890afd80709",
            sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        Example(
            text: "abc", sha1: "a9993e364706816aba3e25717850c26c9cd0d89d",
            sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        Example(
            text: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            sha1: "84983e441c3bd26ebaae4aa1f95129e5e54670f1",
            sha256: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        Example(
            text: "a", count: 1_000_000, sha1: "34aa973cd4c4daa4f61eeb2bdbad27316534016f",
            sha256: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ]

    @Test("NIST's examples have their digests", arguments: examples)
    func published(example: Example) {
        #expect(Self.hexadecimal(SHA1.hash(example.message)) == example.sha1)
        #expect(Self.hexadecimal(SHA256.hash(example.message)) == example.sha256)
    }

    @Test("how the input is cut into pieces does not matter, nor whether its storage is contiguous")
    func pieces() {
        var random = Seeded(20)
        let message = (0..<1_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        for _ in 0..<50 {
            var sha1 = SHA1()
            var sha256 = SHA256()
            var rest = message[...]
            while !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 0...200, using: &random))
                rest = rest.dropFirst(piece.count)
                sha1.update(piece)
                sha256.update(AnySequence(piece))
            }
            #expect(sha1.finalize() == SHA1.hash(message))
            #expect(sha256.finalize() == SHA256.hash(message))
        }
    }

    @Test("a copy goes on apart from its original, also after the digest was asked for")
    func copies() {
        var original = SHA256()
        original.update("a".utf8)
        var copy = original
        #expect(original.finalize() == SHA256.hash("a".utf8))
        copy.update("x".utf8)
        original.update("bc".utf8)
        #expect(original.finalize() == SHA256.hash("abc".utf8))
        #expect(copy.finalize() == SHA256.hash("ax".utf8))
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
