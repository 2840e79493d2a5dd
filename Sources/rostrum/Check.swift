import ArgumentParser
import ForumData
import Foundation
import Proceedings
import Transcripts

/// `rostrum check FILE…`: reads transcripts, shows what was understood, and writes nothing.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Parse transcripts and print their structure and diagnostics; nothing is written.")

    @Flag(help: "End with status 65 on any warning.")
    var strict = false

    @Flag(help: "Print JSON, one line a file: the structure, the diagnostics and the count of lines by class.")
    var json = false

    @Flag(help: "Print beside the structure how the turns were understood: what speaks for a form and against it.")
    var explain = false

    @Option(
        help: """
            The files' format (\(TranscriptFormat.allCases.map(\.rawValue).joined(separator: ", "))); \
            recognised by content if left out.
            """)
    var format: TranscriptFormat?

    @Argument(help: "The transcripts; - is standard input.", completion: .file())
    var files: [String]

    func run() throws {
        var failure: CommandFailure?
        for (index, path) in files.enumerated() {
            do {
                let checked = try parse(path)
                let outline = TranscriptOutline(
                    path: path, checked: checked, style: Terminal.drawsColour ? .coloured : .plain, isExplained: explain
                )
                if json {
                    Terminal.print(TranscriptRecord(path: path, checked, isExplained: explain).json)
                } else {
                    if index > 0 { Terminal.print("") }
                    outline.lines.forEach(Terminal.print)
                }
                if strict, outline.hasWarnings {
                    failure = CommandFailure(status: .notATranscript, message: "\(path): refused by --strict")
                }
            } catch {
                if json { Terminal.print(TranscriptRecord(path: path, error: error.message).json) }
                Terminal.error("rostrum: \(error.message)")
                failure = error
            }
        }
        if let failure { throw ExitCode(failure.status.rawValue) }
    }

    private func parse(_ path: String) throws(CommandFailure) -> CheckedTranscript {
        let bytes: [UInt8]
        do {
            bytes =
                path == "-"
                ? [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
                : [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw CommandFailure(status: .noInput, message: "\(path): cannot be read; expected a transcript file")
        }
        do {
            return try CheckedTranscript(TranscriptFile(path: path, bytes: bytes), format: format)
        } catch {
            throw CommandFailure(error)
        }
    }
}

extension TranscriptFormat: ExpressibleByArgument {}
