import ArgumentParser
import ForumStore
import Foundation
import KoreanText
import Proceedings
import Quotations

/// `rostrum audit`: every quotation of a draft, whose it is said to be, and whether it is true.
struct Audit: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check every quotation of a draft, plain text or Markdown, against the words as printed.",
        discussion: """
            Quotations are words in quotation marks and block quotations. Who is named beside one (“…”라고 X는 말했다, said X, a line \
            with a dash) is to have said it. The exit status is 1 where one is altered, misattributed or not found, so that a build \
            can stop there.
            """)

    @OptionGroup var options: StoreOptions

    @Flag(help: "Print JSON, one line a quotation.")
    var json = false

    @Argument(help: "The drafts; - is standard input.", completion: .file())
    var files: [String]

    func run() throws {
        let reader = try Listing(options).reader
        let people = try Self.people(reader)
        var table = TextTable(["place", "result", "cause", "speaker", "quotation", "source"])
        var (count, untrue, terms) = (0, 0, 0)
        for path in files {
            let draft = DraftReader(try Self.text(path), names: people.map(\.name))
            terms += draft.termCount
            let verdicts = try AuditVerdict.verdicts(draft.quotations, people, reader)
            for verdict in verdicts {
                count += 1
                if !verdict.isTrue { untrue += 1 }
                if json { Terminal.print(try verdict.json(path)) } else { table.add(verdict.row(path)) }
            }
        }
        if !json {
            if count > 0 { table.lines.forEach(Terminal.print) }
            let short = terms > 0 ? "; \(terms) in marks too short to be checked" : ""
            Terminal.print("\(Count.quotations.of(count)), \(untrue) not true\(short)")
        }
        if untrue > 0 { throw ExitCode(CommandStatus.untrue.rawValue) }
    }

    /// Everyone who speaks, by name.
    private static func people(_ reader: StoreReader) throws -> [(name: String, id: String)] {
        var people: [(name: String, id: String)] = []
        do throws(StoreError) {
            _ = try reader.panelists(PanelistList(limit: .max)) { row in people.append((row.name.string, row.id.string))
            }
        } catch {
            throw CommandFailure(error)
        }
        return people
    }

    private static func text(_ path: String) throws(CommandFailure) -> String {
        do {
            let data =
                path == "-"
                ? try FileHandle.standardInput.readToEnd() ?? Data() : try Data(contentsOf: URL(fileURLWithPath: path))
            guard let text = String(data: data, encoding: .utf8) else {
                throw CommandFailure(status: .encoding, message: "\(path): is no text in UTF-8")
            }
            return text
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(
                status: .noInput, message: "\(path): cannot be read; expected a draft in plain text or Markdown")
        }
    }
}
