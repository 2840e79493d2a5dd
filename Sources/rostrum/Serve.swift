import ArgumentParser
import ForumAPI
import ForumData
import ForumStore
import Foundation
import Logging
import SocketServer

/// `rostrum serve`: loads the store if it is missing or stale, and answers over HTTP until it is told to stop.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the proceedings over HTTP (the default).",
        discussion: """
            Ctrl-C or SIGTERM finishes the answers that are begun and ends with status 0; a second one ends at once. SIGHUP \
            reads the data folder again and serves the new store without a gap, and so does a store that another \
            process puts in this one's place; what cannot be loaded is said in the log, and the old store stays.
            """)

    @OptionGroup var options: StoreOptions

    @OptionGroup(title: "Listening") var listening: ListeningOptions

    @OptionGroup(title: "Listening") var publicURL: PublicURLOption

    @OptionGroup(title: "Limits") var limits: LimitOptions

    @OptionGroup(title: "Limits") var budget: BudgetOptions

    @Flag(help: "Load the data folder again whenever it has changed.")
    var watch = false

    func run() throws {
        let loading = try StoreLoading(options)
        var stamps = Reloading.Stamps(loading)
        switch try loading.loadIfNeeded() {
        case .loaded(let counts): Terminal.error("loaded \(counts.summary) into \(loading.store)")
        case .fresh: try loading.reportLeftOut()
        }
        stamps.store = FileStamp(path: loading.store)
        let (greeting, record, health) = try Self.introduce(loading.store)
        stamps.health = health
        let metrics = MetricsRegistry(prefix: "rostrum")
        let server = Server(
            configuration: configuration(), application: application(store: loading.store, metrics, record),
            logger: Self.logger, metrics: metrics)
        ProcessSettings.applyForServing()
        let address: String
        do {
            address = "http://\(try server.start())/"
        } catch {
            throw CommandFailure(error)
        }
        let signals = TerminationSignals { _ in server.shutdown() }
        let reloading = Reloading(loading, server: server, record: record, stamps: stamps, logger: Self.logger)
            .begin(watchesData: watch)
        greeting.lines(address: address).forEach(Terminal.print)
        server.wait()
        withExtendedLifetime((signals, reloading)) {}
        // `exit` would flush standard error, and wait for ever where it is a pipe that is full and that nobody reads.
        _exit(CommandStatus.success.rawValue)
    }

    /// Looks into the store for what is said at the start; it is not held open beyond that.
    private static func introduce(_ store: String) throws(CommandFailure) -> (Greeting, SnapshotRecord, StoreHealth) {
        let reader: StoreReader
        do {
            reader = try StoreReader(path: store)
        } catch {
            throw CommandFailure(error)
        }
        return (try Greeting(reader), SnapshotRecord(snapshot: reader.snapshot), reader.health)
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

    private func application(store: String, _ metrics: MetricsRegistry, _ record: SnapshotRecord) -> Application {
        let api = ForumAPI(
            configuration: ForumAPI.Configuration(
                version: Rostrum.version, crossOrigin: listening.crossOrigin, publicURL: publicURL.root,
                budget: budget.value,
                metrics: { metrics.prometheusText + record.prometheusText }))
        let gate = MemoryGate()
        var application = Application { try StoreResponder(api: api, store: store, gate: gate) }
        application.routes = ForumAPI.routeNames
        application.lane = { target in api.lane(target) }
        application.quickTarget = { target in api.quickTarget(target) }
        application.foreignRefusal = { target, origin in api.refusal(ofForeign: target, origin: origin) }
        application.refusal = { error, origin in api.refusal(of: error, origin: origin) }
        return application
    }
}
