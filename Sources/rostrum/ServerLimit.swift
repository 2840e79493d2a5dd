import ArgumentParser
import SocketServer

/// A limit of the server as an option of `serve`: the one table from which the options, their help, the checks of their
/// values and the documentation's table come.
struct ServerLimit: Sendable {
    /// The option's name, without its dashes.
    let option: String
    /// What it is counted in, as the help shows it.
    let unit: String
    /// What it bounds, and what happens beyond.
    let summary: String
    /// The values that make sense.
    let allowed: ClosedRange<Int>
    /// The default in words, where it depends on the machine.
    let standardInWords: String?
    /// The default.
    let standard: Int
    private let set: @Sendable (inout ServerConfiguration, Int) -> Void

    private init(
        _ option: String, _ unit: String, _ path: WritableKeyPath<ServerConfiguration, Int> & Sendable,
        _ allowed: ClosedRange<Int>, _ summary: String, standardInWords: String? = nil
    ) {
        (self.option, self.unit, self.allowed, self.summary) = (option, unit, allowed, summary)
        self.standardInWords = standardInWords
        standard = ServerConfiguration()[keyPath: path]
        set = { $0[keyPath: path] = $1 }
    }

    /// A time, in whole seconds.
    private init(
        _ option: String, _ path: WritableKeyPath<ServerConfiguration, Duration> & Sendable, _ summary: String
    ) {
        (self.option, self.unit, self.allowed, self.summary) = (option, "s", 1...3600, summary)
        standardInWords = nil
        standard = Int(ServerConfiguration()[keyPath: path].components.seconds)
        set = { $0[keyPath: path] = .seconds($1) }
    }

    /// The option's help.
    var help: ArgumentHelp { ArgumentHelp("\(summary)", valueName: unit) }

    /// The row of the documentation's table.
    var documentation: String {
        let value = standardInWords ?? "\(standard)"
        return "| `--\(option)` | \(unit) | \(value) | \(allowed.lowerBound)–\(allowed.upperBound) | \(summary) |"
    }

    /// Puts a value into a configuration.
    func apply(_ value: Int, to configuration: inout ServerConfiguration) { set(&configuration, value) }

    /// Refuses a value that makes no sense.
    func check(_ value: Int) throws(ValidationError) {
        guard !allowed.contains(value) else { return }
        throw ValidationError("--\(option) is \(value); allowed are \(allowed.lowerBound) to \(allowed.upperBound)")
    }
}

extension ServerLimit {
    static let shards = Self(
        "shards", "n", \.shards, 1...256, "Loops that connections are spread over.",
        standardInWords: "one for each processor")
    static let workers = Self(
        "workers", "n", \.workers, 1...256, "Workers that read the store.", standardInWords: "one for each processor")
    static let queueDepth = Self(
        "queue-depth", "n", \.queueDepth, 0...1_000_000,
        "Requests that may wait for a worker; one more is answered 503.")
    static let costlyWorkers = Self(
        "costly-workers", "n", \.costlyWorkers, 1...256,
        "Further workers for what takes as long as there are passages: searches, pairs of topics, the matrix, facets.",
        standardInWords: "one a processor")
    static let costlyQueueDepth = Self(
        "costly-queue-depth", "n", \.costlyQueueDepth, 0...1_000_000,
        "Requests that may wait for one of these; one more is answered 503.")
    static let retryAfter = Self(
        "retry-after", "s", \.retryAfter, 1...3600, "When a client that is answered 503 is asked to come again.")
    static let maxConnections = Self(
        "max-connections", "n", \.connections, 1...1_000_000, "Connections open at once; others wait to be accepted.")
    static let backlog = Self(
        "backlog", "n", \.backlog, 1...65_535, "Connections that the system holds until they are accepted.")
    static let cacheBytes = Self(
        "cache-bytes", "bytes", \.cacheBytes, 0...(1 << 40), "Ready answers that are kept; 0 keeps none.")
    static let maxRequestLine = Self(
        "max-request-line", "bytes", \.limits.requestLine, 64...(1 << 24), "A request line; longer is 414.")
    static let maxFields = Self(
        "max-fields", "bytes", \.limits.fields, 64...(1 << 24), "All fields of a request; more is 431.")
    static let maxFieldCount = Self(
        "max-field-count", "n", \.limits.fieldCount, 1...10_000, "The field lines of a request; more is 431.")
    static let maxContent = Self(
        "max-content", "bytes", \.limits.content, 0...(1 << 30), "A request's content; more is 413.")
    static let maxChunkLine = Self(
        "max-chunk-line", "bytes", \.limits.chunkLine, 18...(1 << 16),
        "The size and extensions of a chunk; more is 400.")
    static let maxChunkExtensions = Self(
        "max-chunk-extensions", "bytes", \.limits.chunkExtensions, 0...(1 << 24),
        "The extensions of all chunks of a request; more is 400.")
    static let maxTrailers = Self(
        "max-trailers", "bytes", \.limits.trailers, 2...(1 << 24), "The trailers of chunked content; more is 431.")
    static let headTimeout = Self(
        "head-timeout", \.deadlines.head, "From the first byte of a request to the end of its fields; then 408.")
    static let contentTimeout = Self(
        "content-timeout", \.deadlines.content, "From there to the end of its content; then 408.")
    static let keepAliveTimeout = Self(
        "keep-alive-timeout", \.deadlines.keepAlive, "Between two requests of a connection; then it closes.")
    static let writeTimeout = Self(
        "write-timeout", \.deadlines.write, "For a client to take 64 KB of an answer; then the connection closes.")
    static let lingerTimeout = Self(
        "linger-timeout", \.deadlines.linger,
        "For a client to close its side after the last answer; then it is dropped.")
    static let shutdownTimeout = Self(
        "shutdown-timeout", \.shutdownGrace, "For answers that are begun, when the server is told to stop.")
}
