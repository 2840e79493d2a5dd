import Digests
import ForumStore
import Foundation
import HTTPWire

/// An export that is ready to be sent: in memory where it is short, else in a file.
public struct ExportFile: Sendable {
    /// The content of a short one.
    private(set) var bytes: [UInt8] = []
    /// What a long one is read from.
    private(set) var source: SpoolFile?
    /// What it came to.
    public let summary: ExportSummary
    /// Whether the content is compressed.
    private(set) var isGzip = false

    /// The length of the content in bytes.
    var count: Int { source?.count ?? bytes.count }

    /// How much of a file is read at once for its digest.
    private static let piece = 1 << 18

    /// Collects the pieces; beyond the given length they go to a file.
    init(_ pieces: consuming ExportPieces, memory: Int) throws {
        var pieces = pieces
        var bytes: [UInt8] = []
        while bytes.count <= memory, let piece = try pieces.next() { bytes += piece }
        guard bytes.count > memory else {
            self.bytes = bytes
            summary = pieces.summary
            return
        }
        source = try SpoolFile { path in
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            try handle.write(contentsOf: bytes)
            bytes = []
            while let piece = try pieces.next() { try handle.write(contentsOf: piece) }
        }
        summary = pieces.summary
    }

    /// Copies the store as a file that any program reads.
    public init(corpusOf store: StoreReader) throws {
        let file = try SpoolFile { path throws(StoreError) in try store.copy(to: path) }
        var digest = SHA256()
        for start in stride(from: 0, to: file.count, by: Self.piece) {
            digest.update(file.read(start..<min(start + Self.piece, file.count)))
        }
        source = file
        summary = ExportSummary(
            fileName: Export.corpusName, format: "sqlite", mediaType: .sqlite, rows: store.counts.passages,
            bytes: file.count, sha256: digest.finalize())
    }

    /// Compresses a file piece by piece; beyond the given length the result is a file, too.
    ///
    /// Its digest is that of the compressed bytes: a representation includes its content coding (RFC 9530 §2).
    init(gzipping plain: ExportFile, memory: Int) throws {
        guard let stream = Gzip.Stream() else { throw SpoolFile.Failure() }
        var digest = SHA256()
        var coded = plain.summary
        coded.bytes = 0
        func compress(_ piece: [UInt8]?) throws -> [UInt8] {
            guard let compressed = stream.compress(piece) else { throw SpoolFile.Failure() }
            digest.update(compressed)
            coded.bytes += compressed.count
            return compressed
        }
        if plain.count <= memory {
            var content: [UInt8] = []
            try plain.forEachPiece { content += try compress($0) }
            bytes = content + (try compress(nil))
        } else {
            source = try SpoolFile { path in
                let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
                defer { try? handle.close() }
                try plain.forEachPiece { try handle.write(contentsOf: try compress($0)) }
                try handle.write(contentsOf: try compress(nil))
            }
        }
        coded.sha256 = digest.finalize()
        summary = coded
        isGzip = true
    }

    /// Hands over the content piece by piece.
    public func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
        guard let source else { return try body(bytes) }
        for start in stride(from: 0, to: source.count, by: Self.piece) {
            let range = start..<min(start + Self.piece, source.count)
            let piece = source.read(range)
            guard piece.count == range.count else { throw SpoolFile.Failure() }
            try body(piece)
        }
    }
}

extension ExportFile {
    /// An answer's content as a file.
    init(_ bytes: [UInt8], _ source: SpoolFile?) {
        self.bytes = bytes
        self.source = source
        summary = ExportSummary(fileName: "", format: "", mediaType: .json)
    }
}
