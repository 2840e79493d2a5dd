import ArgumentParser
import Foundation
import Proceedings
import Transcripts

/// `rostrum check FILE…`: reads transcripts, shows what was understood, and writes nothing.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Parse transcripts and print their structure and diagnostics; nothing is written.")

    @Flag(help: "End with status 65 on any warning.")
    var strict = false

    @Argument(help: "The transcripts.", completion: .file())
    var files: [String]

    func run() throws {
        var failure: CommandFailure?
        for (index, path) in files.enumerated() {
            if index > 0 { Terminal.print("") }
            do {
                let outline = TranscriptOutline(path: path, transcript: try parse(path))
                outline.lines.forEach(Terminal.print)
                if strict, outline.hasWarnings {
                    failure = CommandFailure(status: .notATranscript, message: "\(path): refused by --strict")
                }
            } catch {
                Terminal.error("rostrum: \(error.message)")
                failure = error
            }
        }
        if let failure { throw ExitCode(failure.status.rawValue) }
    }

    private func parse(_ path: String) throws(CommandFailure) -> ParsedTranscript {
        let bytes: [UInt8]
        do {
            bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw CommandFailure(status: .noInput, message: "\(path): cannot be read; expected a transcript file")
        }
        do {
            return try TranscriptParser().parse(bytes, event: "check")
        } catch {
            throw CommandFailure(status: CommandStatus(of: error), message: "\(path): \(error)")
        }
    }
}
