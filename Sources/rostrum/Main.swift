import ArgumentParser
import Foundation

/// The entry: runs the command, and turns a failure into one line and an exit status.
@main
enum Main {
    static func main() {
        // A closed pipe and a file as long as it may be are errors to be returned by a write, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try Rostrum.parseAsRoot()
            try command.run()
        } catch let failure as CommandFailure {
            Terminal.error("rostrum: \(failure.message)")
            exit(failure.status.rawValue)
        } catch {
            Rostrum.exit(withError: error)
        }
    }
}
