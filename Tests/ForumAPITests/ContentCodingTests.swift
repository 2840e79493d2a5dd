import CZlib
import HTTPTypes
import HTTPWire
import SeededNumbers
import Testing

@testable import ForumAPI

@Suite("Content codings")
struct ContentCodingTests {
    private let forum: Forum

    init() throws { forum = try Forum() }

    /// identity acceptable, gzip acceptable, gzip preferred.
    @Test(
        "Accept-Encoding is read as RFC 9110 §12.5.3 lays down",
        arguments: [
            (nil, true, false, false), ("", true, false, false), ("gzip", true, true, true),
            ("gzip, deflate, br, zstd", true, true, true), ("GZIP", true, true, true), ("x-gzip", true, true, true),
            ("br", true, false, false), ("*", true, true, false), ("*;q=0", false, false, false),
            ("identity", true, false, false), ("identity;q=0", false, false, false),
            ("identity;q=0, gzip", false, true, true), ("identity;q=0, *", false, true, true),
            ("gzip, *;q=0", false, true, true), ("gzip;q=0", true, false, false),
            ("gzip;q=0, identity;q=0", false, false, false), ("gzip;q=0, *", true, false, false),
            ("gzip;q=0.5, identity", true, true, false), ("gzip;q=0.5, identity;q=0.4", true, true, true),
            ("gzip;q=0.5, *;q=0.6", true, true, false), ("gzip;q=0.001", true, true, true),
            ("gzip;q=nonsense", true, false, false), ("gzip ;\tq=1.000", true, true, true),
            (",,gzip,", true, true, true),
        ] as [(String?, Bool, Bool, Bool)])
    func accepted(value: String?, identity: Bool, gzip: Bool, prefersGzip: Bool) {
        let field = AcceptEncodingField(value)
        #expect(field.acceptsIdentity == identity)
        #expect(field.acceptsGzip == gzip)
        #expect(field.prefersGzip == prefersGzip)
    }

    /// What gzip content says uncompressed, by zlib itself.
    private func uncompressed(_ content: [UInt8], length: Int) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(&stream) }
        var input = content
        var output = [UInt8](repeating: 0, count: length + 1)
        let result = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return inflate(&stream, Z_FINISH)
            }
        }
        return result == Z_STREAM_END ? Array(output.prefix(Int(stream.total_out))) : nil
    }

    @Test("compressed content says the same, and is the same each time", arguments: [0, 1, 1000, 100_000])
    func compress(length: Int) throws {
        var seeded = Seeded(UInt64(length))
        let content = (0..<length).map { _ in UInt8.random(in: 0...20, using: &seeded) }
        let compressed = try #require(Gzip.compress(content))
        #expect(compressed == Gzip.compress(content))
        #expect(uncompressed(compressed, length: length) == content)
    }

    @Test("a long answer is compressed for those who like it, under a tag of its own; a short one is not")
    func long() throws {
        let plain = forum.send("/v1/passages")
        let coded = forum.send("/v1/passages", fields: [.acceptEncoding: "gzip, deflate, br"])
        #expect(plain.body.count >= Limits.compressedLength)
        #expect(plain.fields[.contentEncoding] == nil && coded.fields[.contentEncoding] == "gzip")
        #expect(uncompressed(coded.body, length: plain.body.count) == plain.body)
        #expect(plain.entityTag != coded.entityTag && coded.isCacheable)
        #expect(plain.fields[.vary]?.contains("Accept-Encoding") == true && plain.fields[.vary] == coded.fields[.vary])
        #expect(forum.send("/v1/passages", fields: [.acceptEncoding: "*"]).body == plain.body)

        let short = forum.send("/v1/topics?limit=1&fields=id", fields: [.acceptEncoding: "gzip"])
        #expect(short.body.count < Limits.compressedLength && short.fields[.contentEncoding] == nil)
        #expect(short.entityTag == forum.send("/v1/topics?limit=1&fields=id").entityTag)
        #expect(forum.send("/metrics", fields: [.acceptEncoding: "gzip"]).status == .ok)
    }

    @Test("a tag is known again with the coding that it belongs to, and with no other")
    func conditional() throws {
        let tags = try ["identity", "gzip"].map {
            try #require(forum.send("/v1/passages", fields: [.acceptEncoding: $0]).entityTag)
        }
        for (coding, tag) in zip(["identity", "gzip"], tags) {
            for asked in tags {
                let response = forum.send("/v1/passages", fields: [.acceptEncoding: coding, .ifNoneMatch: asked])
                #expect(response.entityTag == tag)
                #expect(response.status == (asked == tag ? .notModified : .ok))
            }
        }
    }

    @Test("who refuses plain content gets compressed content however short, and 406 where that is refused, too")
    func refused() {
        let only = forum.send("/v1/topics?limit=1&fields=id", fields: [.acceptEncoding: "gzip, identity;q=0"])
        #expect(only.status == .ok && only.fields[.contentEncoding] == "gzip")
        for value in ["identity;q=0", "*;q=0", "br, identity;q=0", "gzip;q=0, *;q=0"] {
            for target in ["/v1/talks", "/livez", "/v1/exports/talks.json"] {
                let response = forum.send(target, fields: [.acceptEncoding: value])
                #expect(response.status == .notAcceptable)
                #expect(response.fields[.contentType] == "application/problem+json")
                #expect(response.fields[.contentEncoding] == nil)
            }
        }
    }

    @Test("exports are sent as they are, so that their digests hold and their parts can be asked for")
    func exports() {
        let export = forum.send("/v1/exports/passages.json", fields: [.acceptEncoding: "gzip"])
        #expect(export.fields[.contentEncoding] == nil)
        #expect(export.entityTag == forum.send("/v1/exports/passages.json").entityTag)
        #expect(
            forum.send("/v1/exports/passages.json", fields: [.acceptEncoding: "gzip, identity;q=0"]).status
                == .notAcceptable)
    }
}
