import ArgumentParser
import ForumAPI
import SocketServer

/// Where `serve` listens, and whom it answers.
struct ListeningOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The port; 0 takes any free one.", valueName: "n"))
    var port = 8080

    @Option(
        help: ArgumentHelp(
            "The address, numeric or localhost; anything but loopback opens the server to others.",
            valueName: "address"))
    var host = "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            "A further host name that requests may carry, against DNS rebinding; repeatable, '*' is any.",
            valueName: "name"))
    var allowHost: [String] = []

    @Option(
        help: ArgumentHelp(
            "A further origin whose pages may read (CORS), beside those on loopback; repeatable, '*' is any.",
            valueName: "origin"))
    var allowOrigin: [String] = []

    @Flag(help: "Log every request to standard error.")
    var accessLog = false

    func apply(to configuration: inout ServerConfiguration) {
        configuration.port = UInt16(port)
        configuration.host = host
        configuration.allowedHosts += allowHost
        configuration.logsAccess = accessLog
    }

    /// The ports that there are; 0 stands for any free one.
    private static let ports = 0...Int(UInt16.max)

    func validate() throws {
        guard Self.ports.contains(port) else {
            throw ValidationError(
                "--port is \(port); allowed are \(Self.ports.lowerBound) to \(Self.ports.upperBound)")
        }
        for origin in allowOrigin
        where origin != "*" && origin.wholeMatch(of: /[a-z][a-z0-9+.-]*:\/\/[^\/\s?#]+/) == nil {
            throw ValidationError(
                "--allow-origin is '\(origin)'; allowed is an origin as browsers write it, such as "
                    + "https://example.org, or '*'")
        }
        for name in allowHost where name.isEmpty || name.contains(where: { $0.isWhitespace || $0 == "/" }) {
            throw ValidationError(
                "--allow-host is '\(name)'; allowed is a host name, such as forum.example.org, or '*'")
        }
    }

    /// Which web pages may read.
    var crossOrigin: CrossOriginPolicy {
        CrossOriginPolicy(others: allowOrigin.contains("*") ? .all : .origins(Set(allowOrigin)))
    }
}
