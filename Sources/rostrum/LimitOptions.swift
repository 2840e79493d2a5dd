import ArgumentParser
import SocketServer

/// The server's limits as options; each is a row of `ServerLimit`'s table.
struct LimitOptions: ParsableArguments {
    @Option(help: ServerLimit.shards.help) var shards = ServerLimit.shards.standard
    @Option(help: ServerLimit.workers.help) var workers = ServerLimit.workers.standard
    @Option(help: ServerLimit.queueDepth.help) var queueDepth = ServerLimit.queueDepth.standard
    @Option(help: ServerLimit.costlyWorkers.help) var costlyWorkers = ServerLimit.costlyWorkers.standard
    @Option(help: ServerLimit.costlyQueueDepth.help) var costlyQueueDepth = ServerLimit.costlyQueueDepth.standard
    @Option(help: ServerLimit.retryAfter.help) var retryAfter = ServerLimit.retryAfter.standard
    @Option(help: ServerLimit.maxConnections.help) var maxConnections = ServerLimit.maxConnections.standard
    @Option(help: ServerLimit.backlog.help) var backlog = ServerLimit.backlog.standard
    @Option(help: ServerLimit.cacheBytes.help) var cacheBytes = ServerLimit.cacheBytes.standard
    @Option(help: ServerLimit.maxRequestLine.help) var maxRequestLine = ServerLimit.maxRequestLine.standard
    @Option(help: ServerLimit.maxFields.help) var maxFields = ServerLimit.maxFields.standard
    @Option(help: ServerLimit.maxFieldCount.help) var maxFieldCount = ServerLimit.maxFieldCount.standard
    @Option(help: ServerLimit.maxContent.help) var maxContent = ServerLimit.maxContent.standard
    @Option(help: ServerLimit.maxChunkLine.help) var maxChunkLine = ServerLimit.maxChunkLine.standard
    @Option(help: ServerLimit.maxChunkExtensions.help)
    var maxChunkExtensions = ServerLimit.maxChunkExtensions.standard
    @Option(help: ServerLimit.maxTrailers.help) var maxTrailers = ServerLimit.maxTrailers.standard
    @Option(help: ServerLimit.headTimeout.help) var headTimeout = ServerLimit.headTimeout.standard
    @Option(help: ServerLimit.contentTimeout.help) var contentTimeout = ServerLimit.contentTimeout.standard
    @Option(help: ServerLimit.keepAliveTimeout.help) var keepAliveTimeout = ServerLimit.keepAliveTimeout.standard
    @Option(help: ServerLimit.writeTimeout.help) var writeTimeout = ServerLimit.writeTimeout.standard
    @Option(help: ServerLimit.lingerTimeout.help) var lingerTimeout = ServerLimit.lingerTimeout.standard
    @Option(help: ServerLimit.shutdownTimeout.help) var shutdownTimeout = ServerLimit.shutdownTimeout.standard

    /// Every limit with the value that is given or its default.
    var values: [(limit: ServerLimit, value: Int)] {
        [
            (.shards, shards), (.workers, workers), (.queueDepth, queueDepth),
            (.costlyWorkers, costlyWorkers), (.costlyQueueDepth, costlyQueueDepth), (.retryAfter, retryAfter),
            (.maxConnections, maxConnections), (.backlog, backlog), (.cacheBytes, cacheBytes),
            (.maxRequestLine, maxRequestLine), (.maxFields, maxFields), (.maxFieldCount, maxFieldCount),
            (.maxContent, maxContent), (.maxChunkLine, maxChunkLine), (.maxChunkExtensions, maxChunkExtensions),
            (.maxTrailers, maxTrailers),
            (.headTimeout, headTimeout), (.contentTimeout, contentTimeout), (.keepAliveTimeout, keepAliveTimeout),
            (.writeTimeout, writeTimeout), (.lingerTimeout, lingerTimeout), (.shutdownTimeout, shutdownTimeout),
        ]
    }

    func validate() throws {
        for (limit, value) in values { try limit.check(value) }
    }

    func apply(to configuration: inout ServerConfiguration) {
        for (limit, value) in values { limit.apply(value, to: &configuration) }
    }
}
