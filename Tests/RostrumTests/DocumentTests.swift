import Foundation
import Testing

@testable import rostrum

/// What documents state beside their commands, compared with the code.
@Suite("What documents state", .timeLimit(.minutes(10)))
struct DocumentTests {
    private static let root = URL(fileURLWithPath: Command.data).deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// The cells of a Markdown table's rows, below the head that is given.
    private static func table(below head: String, in text: String) throws -> [[String]] {
        let start = try #require(text.range(of: head + "\n")).upperBound
        let rows = text[start...].split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("|") }
        return rows.dropFirst().map { row in
            row.dropFirst().dropLast().split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    @Test("the exit statuses are those of the code")
    func statuses() throws {
        let page = try Self.text("Sources/rostrum/Rostrum.docc/TheCommand.md")
        let rows = try Self.table(below: "| exit status | meaning |", in: page)
        #expect(rows == CommandStatus.allCases.map { ["\($0.rawValue)", $0.meaning] })
    }

    @Test("the page of the command shows every subcommand, and no other")
    func subcommands() throws {
        let page = try Self.text("Sources/rostrum/Rostrum.docc/TheCommand.md")
        let block = try #require(page.components(separatedBy: "```\n").dropFirst().first)
        let shown = block.matches(of: /(?m)^rostrum ((?:[a-z]+(?: \| )?)+)/)
            .flatMap { $0.1.components(separatedBy: " | ") }
        let known = Rostrum.configuration.subcommands.map { $0.configuration.commandName ?? "\($0)".lowercased() }
        #expect(Set(shown) == Set(known))
    }

    @Test("the README's addresses are those that are served")
    func addresses() async throws {
        let rows = try Self.table(below: "| address | what it returns |", in: Self.text("README.md"))
        let shown = rows.compactMap(\.first).flatMap { cell in
            cell.matches(of: /`([^`]+)`/).map { String($0.1) }
        }
        let folder = try TemporaryFolder()
        let server = try RunningServer(store: folder.store)
        let routes = try await server.object("v1")["routes"] as? [[String: Any]] ?? []
        let served = routes.compactMap { $0["path"] as? String }.filter { !$0.hasPrefix("/problems/") }.map(Self.plain)
        #expect(Set(shown.map(Self.plain)) == Set(served))
    }

    /// A path in which the names of variables do not matter.
    private static func plain(_ path: String) -> String {
        path.replacing(/\{[^}]*\}/, with: "{}")
    }

    @Test("the README's greeting is what the server prints")
    func greeting() throws {
        let folder = try TemporaryFolder()
        let server = try RunningServer(store: folder.store)
        let printed = server.greeting.replacing(
            server.url.absoluteString, with: ShownCommand.address + "/")
        #expect(try Self.text("README.md").contains(printed))
    }

    @Test("the README names the packages that are built, and the oldest compiler")
    func dependencies() throws {
        let (readme, package) = (try Self.text("README.md"), try Self.text("Package.swift"))
        let built = package.matches(of: /\.package\(url: "([^"]+)"/).map { String($0.1) }
        let rows = try Self.table(below: "| library | why |", in: readme).compactMap(\.first)
        let named = rows.compactMap { $0.firstMatch(of: /\((https:\/\/github\.com\/[^)]+)\)/).map { String($0.1) } }
        #expect(Set(named) == Set(built))
        let installed = package.matches(of: /\.apt\(\["([^"]+)"\]\)/).map { String($0.1) }
        #expect(!installed.isEmpty && installed.allSatisfy { library in rows.contains { $0.contains("`\(library)`") } })
        let tools = try #require(package.firstMatch(of: /swift-tools-version: (\d+\.\d+)/)).1
        #expect(readme.contains("(https://www.swift.org/install) \(tools) or newer"))
    }

    @Test("the change log has the version, dated")
    func version() throws {
        let log = try Self.text("CHANGELOG.md")
        #expect(log.contains(try Regex("(?m)^## \(Rostrum.version) \\(\\d{4}-\\d\\d-\\d\\d\\)$")))
    }

    @Test("what documents link to is there")
    func links() throws {
        let pages = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appendingPathComponent("Sources/rostrum/Rostrum.docc").path)
        for name in pages where name.hasSuffix(".md") {
            let page = try Self.text("Sources/rostrum/Rostrum.docc/\(name)")
            for link in page.matches(of: /<doc:([A-Za-z]+)>/) {
                #expect(pages.contains("\(link.1).md"), "\(name): \(link.1)")
            }
        }
        for name in ["README.md", "CONTRIBUTING.md", "Data/README.md"] {
            let folder = Self.root.appendingPathComponent(name).deletingLastPathComponent()
            for link in try Self.text(name).matches(of: /\]\(([^)#:]+)\)/) {
                let path = folder.appendingPathComponent(String(link.1)).path
                #expect(FileManager.default.fileExists(atPath: path), "\(name): \(link.1)")
            }
        }
    }
}
