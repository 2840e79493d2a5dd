import Foundation
import Testing

@testable import rostrum

@Suite("Looks without a server")
struct ShowTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func run(_ words: [String]) throws -> Command.Outcome {
        try Command.run(words + ["--data", Command.data, "--store", folder.store])
    }

    @Test(
        "one thing is shown for people",
        arguments: [
            (["talk", "deepseek-d1"], ["# 지정토론 1\n", "황의종", "대형 언어 모델(LLM)"]),
            (["panelist", "고광본"], ["고광본 · 서울경제 논설위원･선임기자\n\nTALK", "deepseek-d5  discussant"]),
            (["topic", "regulation"], ["· curated · 7 mentions in 3 passages\nalso: 규제", "deepseek-d5  7"]),
            (["passage", "deepseek-d1.p1"], ["deepseek-d1.p1 · 황의종 · 지정토론 1 · counted page 3, lines 25–27\n\n딥시크의"]),
        ])
    func people(words: [String], expected: [String]) throws {
        let outcome = try run(words)
        #expect(outcome.status == 0)
        for part in expected { #expect(outcome.output.contains(part)) }
    }

    @Test(
        "one thing is shown as the API's item",
        arguments: [
            ("talk", "deepseek-d1"), ("panelist", "고광본"), ("topic", "regulation"), ("passage", "deepseek-d1.p1"),
        ])
    func item(command: String, id: String) throws {
        let outcome = try run([command, id, "--json"])
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(object["id"] as? String == id && object["type"] as? String == command)
    }

    @Test("an identifier that names nothing is refused with the nearest that does")
    func unknown() throws {
        let outcome = try run(["passage", "deepseek-d1.p11111"])
        #expect(outcome.status == CommandStatus.usage.rawValue)
        #expect(outcome.error.contains("There is no passage deepseek-d1.p11111."))
        let near = try run(["topic", "regulatoin", "--json"])
        #expect(near.status == CommandStatus.usage.rawValue && near.output.isEmpty)
        #expect(near.error.contains("The nearest is regulation."))
    }

    @Test("a list is printed whole as JSON", arguments: [("talks", 7), ("panelists", 7), ("topics", 39)])
    func lists(name: String, count: Int) throws {
        let outcome = try run([name, "--json"])
        let items = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]]
        #expect(items?.count == count)
    }

    @Test("topics as JSON keep to their origin, and not to YAML")
    func origin() throws {
        #expect(try run(["topics", "--json", "--origin", "derived"]).output == "[\n]\n")
        #expect(try run(["topics", "--json", "--yaml"]).status == CommandStatus.usage.rawValue)
    }

    @Test("a wrong command and a wrong port are refused with what is allowed")
    func words() throws {
        let command = try Command.run(["lod"])
        #expect(command.status == CommandStatus.usage.rawValue)
        #expect(
            command.error == "rostrum: there is no command 'lod'. Did you mean load? rostrum --help lists them all.\n")
        let far = try Command.run(["xyzzy"])
        #expect(far.error == "rostrum: there is no command 'xyzzy'. rostrum --help lists them all.\n")
        let port = try Command.run(["--port", "99999"])
        #expect(port.status == CommandStatus.usage.rawValue)
        #expect(port.error.contains("--port is 99999; allowed are 0 to 65535"))
    }

    @Test("notes are told where they are asked for")
    func notes() throws {
        let quiet = try run(["load"])
        #expect(quiet.status == 0 && quiet.error.isEmpty)
        let whole = try run(["load", "--force", "--verbose"])
        #expect(whole.error.contains(": note: ") && whole.error.contains("[unclosed-parenthesis]"))
    }

    @Test(
        "a public address must be one",
        arguments: ["forum.example.org", "ftp://x", "https://x?y=1", "https://x/#a", ""])
    func publicAddress(url: String) throws {
        let outcome = try Command.run(["--public-url", url, "--port", "0"])
        #expect(outcome.status == CommandStatus.usage.rawValue && outcome.error.contains("--public-url is '\(url)'"))
    }
}
