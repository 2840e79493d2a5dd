import ArgumentParser
import ForumAPI
import ForumStore
import Foundation
import Logging
import SocketServer

/// `rostrum serve`: loads the store if it is missing or stale, and answers over HTTP until it is told to stop.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the proceedings over HTTP (the default).",
        discussion: """
            Ctrl-C or SIGTERM finishes the answers that are begun and ends with status 0; a second one ends at once.
            """)

    @OptionGroup var options: StoreOptions

    @OptionGroup(title: "Listening") var listening: ListeningOptions

    @OptionGroup(title: "Limits") var limits: LimitOptions

    func run() throws {
        let loading = try StoreLoading(options)
        if case .loaded(let counts) = try loading.loadIfNeeded() {
            Terminal.error("loaded \(counts.summary) into \(loading.store)")
        }
        let reader: StoreReader
        do {
            reader = try StoreReader(path: loading.store)
        } catch {
            throw CommandFailure(error)
        }
        let greeting = try Greeting(reader)
        let metrics = MetricsRegistry()
        let server = Server(
            configuration: configuration(), application: application(store: loading.store, metrics),
            logger: Self.logger, metrics: metrics)
        let address: String
        do {
            address = "http://\(try server.start())/"
        } catch {
            throw CommandFailure(error)
        }
        let signals = TerminationSignals { _ in server.shutdown() }
        greeting.lines(address: address).forEach(Terminal.print)
        server.wait()
        withExtendedLifetime(signals) {}
        // `exit` would flush standard error, and wait for ever where it is a pipe that is full and that nobody reads.
        _exit(CommandStatus.success.rawValue)
    }

    /// One log line an event, to standard error.
    private static let logger = Logger(label: "rostrum") { label in
        StreamLogHandler.standardError(label: label)
    }

    private func configuration() -> ServerConfiguration {
        var configuration = ServerConfiguration()
        listening.apply(to: &configuration)
        limits.apply(to: &configuration)
        return configuration
    }

    private func application(store: String, _ metrics: MetricsRegistry) -> Application {
        let api = ForumAPI(
            configuration: ForumAPI.Configuration(
                version: Rostrum.version, crossOrigin: listening.crossOrigin, metrics: { metrics.prometheusText }))
        var application = Application { try StoreResponder(api: api, store: store) }
        application.routes = ForumAPI.routeNames
        return application
    }
}
