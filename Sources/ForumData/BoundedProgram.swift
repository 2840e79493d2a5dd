import Foundation

/// Runs programs that write into files, and stops them at a limit.
struct BoundedProgram {
    /// What a program left.
    struct Result {
        var status: Int32
        var output: [UInt8]
        /// The beginning of what it said on its standard error.
        var complaint: String
    }

    /// How often a running program's output is looked at, in milliseconds.
    private static let interval = 50
    /// How many bytes of complaints are read.
    private static let mostComplaint = 2000

    /// Where its output goes.
    let folder: URL
    /// When a program is stopped.
    let deadline: ContinuousClock.Instant
    /// The seconds that the deadline was set from, for the message.
    let timeLimit: Int
    /// The most bytes that a program may write.
    let sizeLimit: Int

    /// Runs a program to its end.
    func callAsFunction(_ program: URL, _ arguments: [String]) throws(PDFText.Failure) -> Result {
        let output = folder.appending(path: "output")
        let complaints = folder.appending(path: "complaints")
        do {
            try Data().write(to: output)
            try Data().write(to: complaints)
            let process = Process()
            process.executableURL = program
            process.arguments = arguments
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = try FileHandle(forWritingTo: output)
            process.standardError = try FileHandle(forWritingTo: complaints)
            let ended = DispatchSemaphore(value: 0)
            process.terminationHandler = { _ in ended.signal() }
            try process.run()
            try watch(process, ended, [output, complaints])
            let said = try FileHandle(forReadingFrom: complaints).read(upToCount: Self.mostComplaint) ?? Data()
            return Result(
                status: process.terminationStatus, output: [UInt8](try Data(contentsOf: output)),
                complaint: String(decoding: said, as: UTF8.self))
        } catch let failure as PDFText.Failure {
            throw failure
        } catch {
            throw .failed(reason: SystemReason.describe(error))
        }
    }

    /// Waits for the end, and stops the program at a limit.
    private func watch(_ process: Process, _ ended: DispatchSemaphore, _ files: [URL]) throws(PDFText.Failure) {
        var failure: PDFText.Failure?
        while ended.wait(timeout: .now() + .milliseconds(Self.interval)) == .timedOut {
            if ContinuousClock.now >= deadline { failure = .tookTooLong(limit: timeLimit) }
            if files.contains(where: { size(of: $0) > sizeLimit }) { failure = .tooLarge(limit: sizeLimit) }
            guard failure == nil else {
                process.terminate()
                break
            }
        }
        if failure == nil, files.contains(where: { size(of: $0) > sizeLimit }) {
            failure = .tooLarge(limit: sizeLimit)
        }
        if let failure { throw failure }
    }

    private func size(of file: URL) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
}
