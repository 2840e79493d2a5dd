import ArgumentParser
import ForumAPI
import Foundation

/// The entry: runs the command, and turns a failure into one line and an exit status.
@main
enum Main {
    static func main() {
        // A closed pipe and a file as long as it may be are errors to be returned by a write, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        do {
            try refuseUnknownCommand(CommandLine.arguments.dropFirst())
            var command = try Rostrum.parseAsRoot()
            try command.run()
        } catch let failure as CommandFailure {
            Terminal.error("rostrum: \(failure.message)")
            exit(failure.status.rawValue)
        } catch {
            Rostrum.exit(withError: error)
        }
    }
    /// Refuses a first word that names no subcommand: `serve`, the default, would call it an argument too many.
    private static func refuseUnknownCommand(_ arguments: ArraySlice<String>) throws(CommandFailure) {
        guard let word = arguments.first, !word.hasPrefix("-") else { return }
        let names =
            Rostrum.configuration.subcommands.map { $0.configuration.commandName ?? "\($0)".lowercased() } + ["help"]
        guard !names.contains(word) else { return }
        let nearest = NearestSpelling(of: word).best(among: names).map { " Did you mean \($0)?" } ?? ""
        throw CommandFailure(
            status: .usage, message: "there is no command '\(word)'.\(nearest) rostrum --help lists them all.")
    }
}
