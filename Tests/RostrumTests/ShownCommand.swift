import Foundation

/// A command that a document shows behind `$ `, with what it says is printed.
struct ShownCommand {
    /// Where the documents say that the server is.
    static let address = "http://127.0.0.1:8080"

    /// The command; one that ends in a pipe or a backslash goes on in the next line.
    let line: String
    /// The lines of its output that are not empty.
    let output: [String]

    /// The commands in the console blocks of a document in Markdown.
    static func all(in document: String) -> [ShownCommand] {
        var commands: [ShownCommand] = []
        for block in document.components(separatedBy: "```console\n").dropFirst() {
            let session = block.prefix(upTo: block.firstRange(of: "```")?.lowerBound ?? block.endIndex)
            for step in "\n\(session)".components(separatedBy: "\n$ ").dropFirst() {
                let lines = step.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
                let length = (lines.firstIndex { !$0.hasSuffix("|") && !$0.hasSuffix("\\") } ?? 0) + 1
                commands.append(
                    .init(
                        line: lines.prefix(length).joined(separator: "\n"), output: Array(lines.dropFirst(length))))
            }
        }
        return commands
    }
}
