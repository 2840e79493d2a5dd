import ArgumentParser
import Foundation
import SocketServer
import Testing

@testable import rostrum

/// The table of limits, and what comes from it.
@Suite("Limits")
struct LimitTests {
    static let limits = (try? LimitOptions.parse([]))?.values.map(\.limit) ?? []

    @Test("every limit is an option that reaches the configuration", arguments: limits.map(\.option))
    func option(name: String) throws {
        let limit = try #require(Self.limits.first { $0.option == name })
        let other = limit.standard == limit.allowed.lowerBound ? limit.standard + 1 : limit.allowed.lowerBound
        let options = try LimitOptions.parse(["--\(name)", "\(other)"])
        #expect(options.values.first { $0.limit.option == name }?.value == other)
        #expect(options.values.filter { $0.value != $0.limit.standard }.count == 1)
        var (changed, expected) = (ServerConfiguration(), ServerConfiguration())
        options.apply(to: &changed)
        limit.apply(other, to: &expected)
        #expect("\(changed)" == "\(expected)" && "\(changed)" != "\(ServerConfiguration())")
    }

    @Test("a value that makes no sense is refused, with what is allowed", arguments: limits.map(\.option))
    func range(name: String) throws {
        let limit = try #require(Self.limits.first { $0.option == name })
        for value in [limit.allowed.lowerBound - 1, limit.allowed.upperBound + 1] {
            #expect { _ = try LimitOptions.parse(["--\(name)=\(value)"]) } throws: { error in
                LimitOptions.message(for: error)
                    == "--\(name) is \(value); allowed are \(limit.allowed.lowerBound) to \(limit.allowed.upperBound)"
            }
        }
        #expect(throws: (any Error).self) { _ = try LimitOptions.parse(["--\(name)", "many"]) }
    }

    @Test("the documentation's table is this one")
    func documentation() throws {
        let page = URL(fileURLWithPath: Command.data).deletingLastPathComponent()
            .appendingPathComponent("Sources/rostrum/Rostrum.docc/Server.md")
        let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("| `--") }
        #expect(rows.map(String.init) == Self.limits.map(\.documentation))
    }

    @Test("the help lists every limit")
    func help() {
        let help = LimitOptions.helpMessage(columns: 400)
        for limit in Self.limits {
            #expect(help.contains("--\(limit.option) <\(limit.unit)>"), "\(limit.option)")
            #expect(help.contains(limit.summary), "\(limit.option)")
        }
    }
}
