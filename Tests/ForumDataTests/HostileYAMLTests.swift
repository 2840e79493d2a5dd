import Proceedings
import SeededNumbers
import Testing

@testable import ForumData

/// YAML that would take for ever, or brings in what must not be in a name.
@Suite("Hostile YAML", .timeLimit(.minutes(10)))
struct HostileYAMLTests {
    private struct Refused: Equatable {
        var line: Int?
        var column: Int?
        var reason: String
    }

    private static func refusal(_ yaml: String) throws -> Refused? {
        let folder = try TemporaryFolder()
        try folder.write(yaml, to: "a.yaml")
        do throws(ForumDataError) {
            _ = try YAMLDocument(InputFile(path: folder.path + "/a.yaml", name: "a.yaml"))
            return nil
        } catch {
            guard case .invalidYAML(_, let line, let column, let reason) = error else { throw error }
            return Refused(line: line, column: column, reason: reason)
        }
    }

    /// Lists of lists of lists, each ten times the one before.
    private static func bomb(_ wrap: (String) -> String) -> String {
        "a0: &a0 [x]\n"
            + (1..<30).map { level in
                let list = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
                return "a\(level): &a\(level) \(wrap(list))\n"
            }.joined()
    }

    @Test(
        "aliases are refused with their place, in values and in keys",
        arguments: [
            (bomb { "[\($0)]" }, 2, 10), (bomb { "{? [\($0)] : 1}" }, 2, 13), ("- &a x\n- *a\n", 2, 3),
            ("&a k: 1\n*a : 2\n", 2, 1), ("[&a x,*a]", 1, 7), ("{a: &b x, \"c\":*b}", 1, 15),
            ("- &a x\n- ? *a\n  : 1\n", 2, 5), ("- &가 x\n- &a y\n-\t*a", 3, 3),
        ])
    func aliases(yaml: String, line: Int, column: Int) throws {
        let refused = try #require(try Self.refusal(yaml))
        #expect(refused.line == line && refused.column == column, "\(refused)")
        #expect(refused.reason.contains("is an alias, which is not read here"))
    }

    @Test(
        "what only looks like an alias is text",
        arguments: [
            "- R&D\n- 3*D\n", "- a & b * a\n", "- 'x & *b'\n", "- &a x\n- '2 * a'\n", "a: 5*a&a\n", "- \"*강조*\"\n",
        ])
    func noAliases(yaml: String) throws {
        #expect(try Self.refusal(yaml) == nil)
    }

    @Test(
        "a control character is refused with its line, its column and its code point, written as it is or escaped",
        arguments: [
            ("name: a\u{1}b\n", 1, 8, "U+0001"), ("name: \"a\\x01b\"\n", 1, 9, "U+0001"),
            ("# 가\nname: \"가\\e[31m\"\n", 2, 9, "U+001B"), ("a: b\u{7F}\n", 1, 5, "U+007F"),
            ("a:\n  - x\n  - \"\\\"\\\\\\0\"\n", 3, 10, "U+0000"), ("a: \"\\u009b\"\n", 1, 5, "U+009B"),
            ("a: \"\\U0000008d\"\n", 1, 5, "U+008D"), ("a: \"b\\N\"", 1, 6, "U+0085"), ("\"\\r\": 1", 1, 2, "U+000D"),
            ("a: !!str \"\\a\"", 1, 11, "U+0007"), ("a: \u{9B}", 1, 4, "U+009B"),
            ("a: [x, {b: \"\n  c\\b\"}]", 2, 4, "U+0008"),
            ("a: \"x\\\n  y\\v\"", 2, 4, "U+000B"), ("a\r\nb: \u{2}", 2, 4, "U+0002"),
        ])
    func controls(yaml: String, line: Int, column: Int, codePoint: String) throws {
        let refused = try #require(try Self.refusal(yaml))
        #expect(refused.line == line && refused.column == column, "\(refused)")
        #expect(refused.reason.hasPrefix("\(codePoint) is a control character"))
    }

    @Test(
        "tabs, line breaks, and every character that is none of these are text",
        arguments: [
            "a: \"b\\tc\\nd\"", "a: |\n  b\n\n  c\n", "a: \"\\u00a0\\u200b\\u2028\"", "a: 한글\u{1F600}", "\u{FEFF}a: b",
        ])
    func noControls(yaml: String) throws {
        #expect(try Self.refusal(yaml) == nil)
    }

    @Test(
        "what is nested too deeply is refused, and what is wide is read",
        arguments: [
            (String(repeating: "[", count: 50_000), true), (String(repeating: "- ", count: 50_000), true),
            (String(repeating: "{a: ", count: 50_000), true), (String(repeating: "? ", count: 50_000), true),
            ((0..<1200).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), true),
            (String(repeating: "[", count: 900) + String(repeating: "]", count: 900), false),
            ("[" + String(repeating: "a,", count: 50_000) + "]", false),
            ((0..<20_000).map { "k\($0): v\n" }.joined(), false),
        ])
    func depth(yaml: String, isRefused: Bool) throws {
        #expect((try Self.refusal(yaml) != nil) == isRefused)
    }

    private static func topics(_ count: Int, broader: (Int) -> String?) -> String {
        "topics:\n"
            + (0..<count).map { number in
                "- { id: t\(number), labels: { ko: 가\(number) }" + (broader(number).map { ", broader: \($0)" } ?? "")
                    + " }\n"
            }.joined()
    }

    private static func vocabulary(_ yaml: String) throws -> Result<[Topic], ForumDataError> {
        let folder = try TemporaryFolder()
        try folder.write(yaml, to: "topics.yaml")
        return Result { () throws(ForumDataError) in
            try VocabularyFile(InputFile(path: folder.path + "/topics.yaml", name: "topics.yaml")).topics()
        }
    }

    @Test("a long chain of broader topics is walked once, whichever end stands first")
    func chains() throws {
        let count = 5000
        for yaml in [
            Self.topics(count) { $0 + 1 < count ? "t\($0 + 1)" : nil },
            Self.topics(count) { $0 > 0 ? "t\($0 - 1)" : nil },
        ] {
            #expect(try Self.vocabulary(yaml).get().count == count)
        }
    }

    @Test("a circle of broader topics is refused at one of its own, and a missing one at the topic that names it")
    func circles() throws {
        func reason(_ yaml: String) throws -> Refused? {
            guard case .failure(.invalidYAML(_, let line, let column, let reason)) = try Self.vocabulary(yaml) else {
                return nil
            }
            return Refused(line: line, column: column, reason: reason)
        }
        // t0 leads into the circle of t1, t2 and t3, and is no part of it.
        let circle = try reason(Self.topics(4) { $0 == 3 ? "t1" : "t\($0 + 1)" })
        #expect(circle == Refused(line: 5, column: 3, reason: "'t3' is broader than itself, by way of 't1'"))
        let missing = try reason(Self.topics(3) { "t\($0 + 1)" })
        #expect(missing == Refused(line: 4, column: 3, reason: "'broader' of 't2' names no topic: 't3'"))
    }

    @Test("an identifier is short enough for an address")
    func longIdentifier() throws {
        let id = String(repeating: "가", count: VocabularyFile.maxIdentifierLength)
        #expect(try Self.vocabulary("topics: [{ id: \(id), labels: { ko: a } }]").get().count == 1)
        #expect(throws: ForumDataError.self) {
            try Self.vocabulary("topics: [{ id: \(id)가, labels: { ko: a } }]").get()
        }
    }

    @Test("whatever the bytes are, they are read or refused with a place in the file", arguments: 0..<16)
    func seeded(run: UInt64) throws {
        var seeded = Seeded(run)
        let pieces = [
            "topics:", "\n", "\n  ", "- ", "id: a", "labels: ", "{ ", " }", "[", "]", ", ", ": ", "&a ", "*a", "\"",
            "'",
            "\\x01", "\\", "|\n", ">-\n", "# c", "? ", "!!str ", "!<a> ", "%YAML 1.1\n", "---\n", "...\n", "가",
            "\u{85}",
            "\u{2028}", "\t", "\r\n", "\u{FEFF}", "~", "<<: ",
        ]
        for _ in 0..<60 {
            let count = Int.random(in: 1...40, using: &seeded)
            let yaml = (0..<count).map { _ in pieces.randomElement(using: &seeded) ?? "" }.joined()
            guard let refused = try Self.refusal(yaml) else { continue }
            let lines = yaml.unicodeScalars.count { "\n\r\u{85}\u{2028}".unicodeScalars.contains($0) } + 1
            #expect((refused.line ?? 1) <= lines + 1, "seed \(run): \(yaml.debugDescription): \(refused)")
        }
    }
}
