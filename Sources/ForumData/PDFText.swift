import Foundation
import Transcripts

/// Reads a PDF with two programs of Poppler, `pdftotext` and `pdftohtml`, where they are installed.
///
/// The first says where each word stands, the second in which typeface, and where a line ends in a blank. What they write is read by
/// ``PDFReading``, without files.
public struct PDFText: Sendable {
    /// The longest that both programs may take together by default, in seconds.
    public static let defaultTimeLimit = 120
    /// The most bytes by default that either of them may write: 512 MiB, for some ten thousand pages.
    public static let defaultSizeLimit = 512 << 20

    /// The longest that both programs may take together, in seconds.
    public var timeLimit: Int
    /// The most bytes that either of them may write.
    public var sizeLimit: Int
    /// The folders that are searched for the programs, as in `PATH`.
    public var searchPath: String

    /// Makes a converter.
    public init(
        timeLimit: Int = PDFText.defaultTimeLimit, sizeLimit: Int = PDFText.defaultSizeLimit,
        searchPath: String = ProcessInfo.processInfo.environment["PATH"] ?? ""
    ) {
        self.timeLimit = timeLimit
        self.sizeLimit = sizeLimit
        self.searchPath = searchPath
    }

    /// Whether bytes begin as those of a PDF do (ISO 32000-2, section 7.5.2).
    public static func isPDF(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: Array("%PDF-".utf8))
    }

    /// The text of a PDF, what is known of its lines, and what is doubtful.
    public func reading(of pdf: [UInt8]) throws(Failure) -> PDFReading {
        let (boxes, fonts) = try output(of: pdf)
        let reading = PDFReading(boxes: boxes, fonts: fonts)
        guard reading.pageCount > 0 else { throw .damaged(reason: "no page was found in it") }
        guard !reading.isEmpty else { throw .noTextLayer(pages: reading.pageCount) }
        return reading
    }

    /// What both programs write of a PDF; `nil` for the second where it refuses a file that the first reads.
    private func output(of pdf: [UInt8]) throws(Failure) -> (boxes: [UInt8], fonts: [UInt8]?) {
        guard let boxes = program("pdftotext") else { throw .notInstalled }
        let folder = FileManager.default.temporaryDirectory.appending(path: "rostrum-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appending(path: "in.pdf")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(pdf).write(to: input)
        } catch {
            throw .failed(reason: SystemReason.describe(error))
        }
        let deadline = ContinuousClock.now + .seconds(timeLimit)
        let run = BoundedProgram(folder: folder, deadline: deadline, timeLimit: timeLimit, sizeLimit: sizeLimit)
        let words = try run(boxes, ["-q", "-bbox-layout", "-enc", "UTF-8", input.path, "-"])
        guard words.status == 0 else {
            // Asked to be quiet, the program does not say why it refuses.
            let reason = try run(boxes, ["-l", "1", "-enc", "UTF-8", input.path, "-"]).complaint
            throw Failure(complaint: reason, status: words.status, pdf)
        }
        // Without it typefaces are guessed by the heights of boxes; that it is not installed or refuses is no failure.
        let fonts = try program("pdftohtml").map { (program) throws(Failure) in
            try run(
                program,
                ["-xml", "-i", "-q", "-hidden", "-stdout", "-noroundcoord", "-zoom", "3", input.path])
        }
        return (words.output, fonts.flatMap { $0.status == 0 && !$0.output.isEmpty ? $0.output : nil })
    }

    private func program(_ name: String) -> URL? {
        searchPath.split(separator: ":").lazy.map { URL(filePath: "\($0)/\(name)") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
}
