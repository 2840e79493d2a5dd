import ArgumentParser
import SocketServer

/// The server's limits, each with the server's own default.
struct LimitOptions: ParsableArguments {
    private static let standard = ServerConfiguration()

    @Option(help: ArgumentHelp("Loops that connections are spread over.", valueName: "n"))
    var shards = standard.shards

    @Option(help: ArgumentHelp("Workers that read the store.", valueName: "n"))
    var workers = standard.workers

    @Option(help: ArgumentHelp("Requests that may wait for a worker; one more is answered 503.", valueName: "n"))
    var queueDepth = standard.queueDepth

    @Option(help: ArgumentHelp("Connections open at once.", valueName: "n"))
    var maxConnections = standard.connections

    @Option(help: ArgumentHelp("Ready answers that are kept, in bytes; 0 keeps none.", valueName: "bytes"))
    var cacheBytes = standard.cacheBytes

    @Option(help: ArgumentHelp("A request line, in bytes; longer is 414.", valueName: "bytes"))
    var maxRequestLine = standard.limits.requestLine

    @Option(help: ArgumentHelp("A request's fields, in bytes; more is 431.", valueName: "bytes"))
    var maxFields = standard.limits.fields

    @Option(help: ArgumentHelp("A request's field lines; more is 431.", valueName: "n"))
    var maxFieldCount = standard.limits.fieldCount

    @Option(help: ArgumentHelp("A request's content, in bytes; more is 413.", valueName: "bytes"))
    var maxContent = standard.limits.content

    @Option(help: ArgumentHelp("Time for a request's head, in seconds; then 408.", valueName: "s"))
    var headTimeout = Int(standard.deadlines.head.components.seconds)

    @Option(help: ArgumentHelp("Time for a request's content, in seconds; then 408.", valueName: "s"))
    var contentTimeout = Int(standard.deadlines.content.components.seconds)

    @Option(help: ArgumentHelp("Time between two requests of a connection, in seconds.", valueName: "s"))
    var keepAliveTimeout = Int(standard.deadlines.keepAlive.components.seconds)

    @Option(help: ArgumentHelp("Time for a client to take 64 KB of an answer, in seconds.", valueName: "s"))
    var writeTimeout = Int(standard.deadlines.write.components.seconds)

    /// What is given, with the option's name and the least and most that make sense.
    private var given: [(option: String, value: Int, allowed: ClosedRange<Int>)] {
        [
            ("shards", shards, 1...256), ("workers", workers, 1...256), ("queue-depth", queueDepth, 0...1_000_000),
            ("max-connections", maxConnections, 1...1_000_000), ("cache-bytes", cacheBytes, 0...(1 << 40)),
            ("max-request-line", maxRequestLine, 64...(1 << 24)), ("max-fields", maxFields, 64...(1 << 24)),
            ("max-field-count", maxFieldCount, 1...10_000), ("max-content", maxContent, 0...(1 << 30)),
            ("head-timeout", headTimeout, 1...3600), ("content-timeout", contentTimeout, 1...3600),
            ("keep-alive-timeout", keepAliveTimeout, 1...3600), ("write-timeout", writeTimeout, 1...3600),
        ]
    }

    func validate() throws {
        for (option, value, allowed) in given where !allowed.contains(value) {
            throw ValidationError(
                "--\(option) is \(value); allowed are \(allowed.lowerBound) to \(allowed.upperBound)")
        }
    }

    func apply(to configuration: inout ServerConfiguration) {
        configuration.shards = shards
        configuration.workers = workers
        configuration.queueDepth = queueDepth
        configuration.connections = maxConnections
        configuration.cacheBytes = cacheBytes
        configuration.limits.requestLine = maxRequestLine
        configuration.limits.fields = maxFields
        configuration.limits.fieldCount = maxFieldCount
        configuration.limits.content = maxContent
        configuration.deadlines.head = .seconds(headTimeout)
        configuration.deadlines.content = .seconds(contentTimeout)
        configuration.deadlines.keepAlive = .seconds(keepAliveTimeout)
        configuration.deadlines.write = .seconds(writeTimeout)
    }
}
