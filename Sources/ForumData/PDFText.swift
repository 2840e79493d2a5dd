import Foundation

/// Takes the text out of a PDF with `pdftotext`, a program of Poppler, where it is installed.
public struct PDFText: Sendable {
    /// Why no text could be taken out.
    public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// `pdftotext` stands in no folder of `PATH`.
        case notInstalled
        /// The program could not be started, or refused the file: what it said.
        case failed(reason: String)
        /// It took longer than allowed, in seconds.
        case tookTooLong(limit: Int)
        /// The text has more bytes than allowed.
        case tooLarge(limit: Int)

        /// One line for a person.
        public var description: String {
            switch self {
            case .notInstalled:
                "a PDF is read through pdftotext, which is not installed; install the package poppler-utils (Debian, "
                    + "Ubuntu) or poppler (Homebrew)"
            case .failed(let reason): "pdftotext could not read the PDF: \(reason)"
            case .tookTooLong(let limit): "pdftotext was stopped: it took longer than \(limit) seconds"
            case .tooLarge(let limit): "pdftotext was stopped: the text has more than \(limit) bytes"
            }
        }
    }

    /// The longest that a conversion may take by default, in seconds.
    public static let defaultTimeLimit = 120
    /// The most bytes of text by default: 64 MiB.
    public static let defaultSizeLimit = 64 << 20

    /// The longest that a conversion may take, in seconds.
    public var timeLimit: Int
    /// The most bytes that the text may have.
    public var sizeLimit: Int
    /// The folders that are searched for the program, as in `PATH`.
    public var searchPath: String

    /// How often a running conversion's size is looked at, in milliseconds.
    private static let interval = 50

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

    /// The text of a PDF, in UTF-8, a form feed after each page.
    public func text(of pdf: [UInt8]) throws(Failure) -> [UInt8] {
        guard let program else { throw .notInstalled }
        let folder = FileManager.default.temporaryDirectory.appending(path: "rostrum-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, output) = (folder.appending(path: "in.pdf"), folder.appending(path: "out.txt"))
        let complaints = folder.appending(path: "complaints.txt")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(pdf).write(to: input)
            try Data().write(to: complaints)
            try Data().write(to: output)
            let process = Process()
            process.executableURL = program
            process.arguments = ["-q", "-enc", "UTF-8", input.path, output.path]
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = try FileHandle(forWritingTo: complaints)
            let ended = DispatchSemaphore(value: 0)
            process.terminationHandler = { _ in ended.signal() }
            try process.run()
            try watch(process, ended, output)
            guard process.terminationStatus == 0 else {
                let said = String(decoding: try Data(contentsOf: complaints).prefix(400), as: UTF8.self)
                let line = said.split(whereSeparator: \.isNewline).first.map(String.init)
                throw Failure.failed(reason: line ?? "it ended with status \(process.terminationStatus)")
            }
            return [UInt8](try Data(contentsOf: output))
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .failed(reason: SystemReason.describe(error))
        }
    }

    /// Waits for the end, and stops the program at a limit.
    private func watch(_ process: Process, _ ended: DispatchSemaphore, _ output: URL) throws(Failure) {
        let start = ContinuousClock.now
        var failure: Failure?
        while ended.wait(timeout: .now() + .milliseconds(Self.interval)) == .timedOut {
            if ContinuousClock.now - start >= .seconds(timeLimit) { failure = .tookTooLong(limit: timeLimit) }
            if size(of: output) > sizeLimit { failure = .tooLarge(limit: sizeLimit) }
            guard failure == nil else {
                process.terminate()
                break
            }
        }
        if failure == nil, size(of: output) > sizeLimit { failure = .tooLarge(limit: sizeLimit) }
        if let failure { throw failure }
    }

    private func size(of file: URL) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }

    private var program: URL? {
        searchPath.split(separator: ":").lazy.map { URL(filePath: "\($0)/pdftotext") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
}
