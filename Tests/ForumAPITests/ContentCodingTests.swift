import CZlib
import Digests
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

    @Test(
        "exports are compressed for those who like it, whether they are held or spooled, with the digest of what is sent",
        arguments: ["passages.json", "passages.csv", "mentions.ndjson", "corpus.sqlite"], [1 << 20, 64])
    func exports(name: String, memory: Int) throws {
        let forum = try Forum(configuration: .init(version: "1.2.3", spool: ExportSpool(memory: memory)))
        func content(_ response: Response) -> [UInt8] {
            response.source.map { $0.read(0..<$0.count) } ?? response.body
        }
        let plain = forum.send("/v1/exports/\(name)")
        let coded = forum.send("/v1/exports/\(name)", fields: [.acceptEncoding: "gzip"])
        let bytes = content(plain)
        #expect(plain.fields[.contentEncoding] == nil && coded.fields[.contentEncoding] == "gzip")
        #expect(uncompressed(content(coded), length: bytes.count) == bytes)
        #expect(
            content(coded).count < bytes.count
                && (coded.source != nil) == (memory == 64 || name == "corpus.sqlite" && bytes.count > memory))
        #expect(plain.entityTag != coded.entityTag && plain.fields[.vary] == coded.fields[.vary])
        #expect(plain.fields[.totalCount] == coded.fields[.totalCount])
        let digest = try #require(coded.fields[.reprDigest])
        #expect(digest == ExportSummary.digest(SHA256.hash(content(coded)))[.reprDigest])
        // The same bytes each time, and a tag that is known again.
        let again = forum.send("/v1/exports/\(name)", fields: [.acceptEncoding: "gzip"])
        #expect(content(again) == content(coded) && again.entityTag == coded.entityTag)
        let tag = try #require(coded.entityTag)
        let known = forum.send("/v1/exports/\(name)", fields: [.acceptEncoding: "gzip", .ifNoneMatch: tag])
        #expect(known.status == .notModified)
        #expect(
            forum.send("/v1/exports/\(name)", fields: [.acceptEncoding: "gzip, identity;q=0"]).fields[.contentEncoding]
                == "gzip")
    }

    @Test("a short export stays plain, and so does what is described by its hash")
    func plainFiles() {
        for target in ["/v1/exports/events.csv?", "/v1/exports/datapackage.json"] {
            #expect(forum.send(target, fields: [.acceptEncoding: "gzip"]).fields[.contentEncoding] == nil)
        }
        #expect(
            forum.send("/v1/exports/datapackage.json", fields: [.acceptEncoding: "gzip, identity;q=0"]).status
                == .notAcceptable)
    }

    @Test("content that comes in pieces is compressed to the bytes that it would have as a whole", arguments: 0..<6)
    func pieces(run: UInt64) throws {
        var seeded = Seeded(run)
        let content = (0..<300_000).map { _ in UInt8.random(in: 0...UInt8(run * 40), using: &seeded) }
        let stream = try #require(Gzip.Stream())
        var compressed: [UInt8] = []
        var start = 0
        while start < content.count {
            let end = min(content.count, start + Int.random(in: 1...100_000, using: &seeded))
            compressed += try #require(stream.compress(Array(content[start..<end])))
            start = end
        }
        compressed += try #require(stream.compress(nil))
        #expect(compressed == Gzip.compress(content), "seed \(run)")
        #expect(uncompressed(compressed, length: content.count) == content, "seed \(run)")
    }
}
