/// What a deployment of the interface may choose.
public struct InterfaceConfiguration: Sendable {
    /// The version of the program; a part of every entity tag, for another version may answer otherwise.
    public var version: String
    /// Which web pages may read.
    public var crossOrigin: CrossOriginPolicy
    /// Tells what the server has done, in the text format of Prometheus.
    public var metrics: @Sendable () -> String
    /// Where long exports lie until they are sent.
    public var spool: ExportSpool

    /// Makes a configuration.
    public init(
        version: String, crossOrigin: CrossOriginPolicy = CrossOriginPolicy(), spool: ExportSpool = ExportSpool(),
        metrics: @escaping @Sendable () -> String = { "" }
    ) {
        self.version = version
        self.spool = spool
        self.crossOrigin = crossOrigin
        self.metrics = metrics
    }
}
