import ForumStore

/// What a deployment of the interface may choose.
public struct InterfaceConfiguration: Sendable {
    /// The version of the program; a part of every entity tag, for another version may answer otherwise.
    public var version: String
    /// The address of the server's root on the web, without a slash at its end; `nil` where it has none that is known.
    public var publicURL: String?
    /// Which web pages may read.
    public var crossOrigin: CrossOriginPolicy
    /// Tells what the server has done, in the text format of Prometheus.
    public var metrics: @Sendable () -> String
    /// What one request may cost; exports, which are sent as they are read, are bounded by nothing but their client's leaving.
    public var budget: RequestBudget
    /// Where long exports lie until they are sent.
    public var spool: ExportSpool

    /// Makes a configuration.
    public init(
        version: String, crossOrigin: CrossOriginPolicy = CrossOriginPolicy(), spool: ExportSpool = ExportSpool(),
        publicURL: String? = nil, budget: RequestBudget = .unlimited, metrics: @escaping @Sendable () -> String = { "" }
    ) {
        self.version = version
        self.publicURL = publicURL
        self.spool = spool
        self.budget = budget
        self.crossOrigin = crossOrigin
        self.metrics = metrics
    }
}
