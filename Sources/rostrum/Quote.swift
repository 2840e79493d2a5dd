import ArgumentParser
import Foundation

/// `rostrum quote`: whether a text is a true quotation, without a server.
struct Quote: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say whether a text is a true quotation, and in what it differs from the words as printed.",
        discussion: "The exit status is 1 where it is altered, misattributed or not found.")

    @OptionGroup var options: StoreOptions

    @Option(help: ArgumentHelp("Who is to have said it.", valueName: "id"))
    var panelist: String?

    @Option(help: ArgumentHelp("In which talk.", valueName: "id"))
    var talk: String?

    @Option(help: ArgumentHelp("At which event.", valueName: "id"))
    var event: String?

    @Flag(help: "Print the answer of /v1/quotes, as JSON.")
    var json = false

    @Argument(help: ArgumentHelp("The words that are quoted; - is standard input.", valueName: "text"))
    var text: String

    func run() throws {
        let words =
            text == "-"
            ? String(decoding: try FileHandle.standardInput.readToEnd() ?? Data(), as: UTF8.self) : text
        let question = QuotationChecker.Question(text: words, panelist: panelist, talk: talk, event: event)
        guard let checked = try QuotationChecker(reader: Listing(options).reader).check([question]).first else {
            return
        }
        if json {
            let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let data = try JSONSerialization.data(withJSONObject: checked.document, options: options)
            Terminal.print(String(decoding: data, as: UTF8.self))
        } else {
            checked.record.lines.forEach(Terminal.print)
        }
        if !checked.record.isTrue { throw ExitCode(CommandStatus.untrue.rawValue) }
    }
}
