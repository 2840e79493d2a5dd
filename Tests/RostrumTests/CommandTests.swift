import Foundation
import Testing

@testable import rostrum

@Suite("The command")
struct CommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("load fills the store, and a second load finds it up to date")
    func load() throws {
        let first = try Command.run(["load", "--data", Command.data, "--store", folder.store])
        #expect(first.status == 0)
        #expect(first.output.hasPrefix("loaded 1 event, 7 talks, 7 panelists, 39 topics"))
        let bytes = FileManager.default.contents(atPath: folder.store)
        let second = try Command.run(["load", "--data", Command.data, "--store", folder.store])
        #expect(second.status == 0 && second.output.contains("is up to date"))
        let third = try Command.run(["load", "--force", "--data", Command.data, "--store", folder.store])
        #expect(third.status == 0)
        #expect(FileManager.default.contents(atPath: folder.store) == bytes, "the same input gives the same bytes")
    }

    @Test("a changed transcript makes the store stale")
    func stale() throws {
        let data = try folder.data(Array("지정토론 1\n\n김 철 수\n\n한국대학교 교수\n\n첫째 문단입니다.\n".utf8))
        #expect(try Command.run(["talks", "--data", data, "--store", folder.store]).output.contains("forum-d1"))
        _ = try folder.data(Array("지정토론 2\n\n김 철 수\n\n한국대학교 교수\n\n첫째 문단입니다.\n".utf8))
        #expect(try Command.run(["talks", "--data", data, "--store", folder.store]).output.contains("forum-d2"))
    }

    @Test(
        "talks, panelists and topics are shown without a server",
        arguments: [
            ("talks", ["deepseek-k1", "주제발표 1", "이상근", "AI 안전 관점에서 바라본 딥시크 열품"]),
            ("panelists", ["고광본", "discussant", "서울경제 논설위원･선임기자"]),
            ("topics", ["open-source", "오픈소스"]),
        ])
    func lists(name: String, expected: [String]) throws {
        let outcome = try Command.run([name, "--data", Command.data, "--store", folder.store])
        #expect(outcome.status == 0)
        for words in expected { #expect(outcome.output.contains(words)) }
    }

    @Test("topics are printed as a topics.yaml, and by their origin")
    func vocabulary() throws {
        let options = ["topics", "--data", Command.data, "--store", folder.store]
        let yaml = try Command.run(options + ["--yaml"])
        #expect(yaml.status == 0 && yaml.output.hasPrefix("topics:\n  - id: deepseek\n    labels: {"))
        let derived = try Command.run(options + ["--origin", "derived"])
        #expect(derived.status == 0 && derived.output.split(separator: "\n").count == 1)
    }

    @Test("search shows passages, says what it sought instead, and refuses what says nothing")
    func search() throws {
        let options = ["--data", Command.data, "--store", folder.store]
        let found = try Command.run(["search", "오픈", "소스"] + options)
        #expect(found.status == 0 && found.output.contains("오픈소스") && found.output.hasSuffix(" passages\n"))
        let corrected = try Command.run(["search", "딥시쿠"] + options)
        #expect(corrected.output.hasPrefix("nothing says 딥시쿠; searched for 딥시크"))
        #expect(corrected.output.hasSuffix("\n10 of 22 passages; --limit 22 shows all\n"))
        let narrowed = try Command.run(["search", "딥시크", "--talk", "deepseek-d3", "--limit", "1"] + options)
        #expect(narrowed.output.hasPrefix("deepseek-d3.") && narrowed.output.contains("이주형 · 지정토론 3 · page "))
        #expect(!narrowed.output.contains("\u{1B}"))
        let named = try Command.run(["search", "AI", "--topic", "규제"] + options)
        #expect(try named.output == Command.run(["search", "AI", "--topic", "regulation"] + options).output)
        #expect(named.status == 0 && named.output.contains("deepseek-d5."))
        let excluded = try Command.run(["search", "딥시크", "-중국"] + options)
        #expect(excluded.output.hasSuffix("\n10 of 17 passages; --limit 17 shows all\n"))
        #expect(try Command.run(["search", "딥시크", "--limt", "1"] + options).status == CommandStatus.usage.rawValue)
        let answer = try Command.run(["search", "딥시크", "--panelist", "이주형", "--json"] + options)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
        #expect((object["data"] as? [[String: Any]])?.isEmpty == false && object["facets"] != nil)
        let unknown = try Command.run(["search", "딥시크", "--panelist", "아무개", "--json"] + options)
        #expect(unknown.status == CommandStatus.usage.rawValue && unknown.error.contains("panelist"))
        #expect(try Command.run(["search", "?!"] + options).status == CommandStatus.usage.rawValue)
    }

    @Test("check shows the structure and leaves nothing behind")
    func check() throws {
        let outcome = try Command.run(["check", "--strict", Command.data + "/events/deepseek/transcript.txt"])
        #expect(outcome.status == 0)
        for words in ["7 talks", "지정토론 4", "홍영준 (서울대학교 수리과학부, 교수)", "(1) 딥시크가 가져온 혁신", "3 bullets", "page_number 1"] {
            #expect(outcome.output.contains(words), "\(words)")
        }
    }

    @Test("every failure is one line, has a status of its own, and changes nothing")
    func failures() throws {
        let text = Array("지정토론 1\n\n김 철 수\n\n한국대학교 교수\n\n첫째 문단입니다.\n".utf8)
        let good = try folder.data(text)
        #expect(try Command.run(["load", "--data", good, "--store", folder.store]).status == 0)
        let before = FileManager.default.contents(atPath: folder.store)

        func fails(_ status: CommandStatus, _ words: String, _ arguments: [String]) throws {
            let outcome = try Command.run(["load", "--store", folder.store] + arguments)
            #expect(outcome.status == status.rawValue, "\(outcome.error)")
            #expect(outcome.error.contains(words), "\(outcome.error)")
            #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
            #expect(FileManager.default.contents(atPath: folder.store) == before)
        }
        try fails(.noInput, "no such file or folder", ["--data", folder.path + "/none"])
        try fails(.noInput, "not a folder", ["--data", folder.store])
        _ = try folder.data(Array("장보기 목록\n사과와 배\n".utf8))
        try fails(.notATranscript, "transcript.txt: ", ["--data", good])
        _ = try folder.data(text + [0xFF, 0xC0, 0x80])
        try fails(.encoding, "offset \(text.count)", ["--data", good])
        _ = try folder.data(text)
        try Data("name: [".utf8).write(to: URL(fileURLWithPath: good + "/events/forum/event.yaml"))
        try fails(.configuration, "event.yaml", ["--data", good])
        try FileManager.default.removeItem(atPath: good + "/events/forum/event.yaml")
        // The last --store counts: a file stands where its folder should be, which no user may write into.
        try fails(.cannotCreate, "is no folder", ["--data", good, "--store", folder.store + "/x.sqlite"])
        try Data("not a store".utf8).write(to: URL(fileURLWithPath: folder.path + "/notes.txt"))
        try fails(.inputOutput, "notes.txt", ["--data", good, "--store", folder.path + "/notes.txt"])
        #expect(FileManager.default.contents(atPath: folder.path + "/notes.txt") == Data("not a store".utf8))
        #expect(try Command.run(["load", "--nonsense"]).status == CommandStatus.usage.rawValue)
        #expect(try Command.run(["serve", "--shards", "0"]).error.contains("allowed are 1 to 256"))
    }

    @Test("check --json prints one line of JSON a file, the same every time, and no colour where nobody looks")
    func checkJSON() throws {
        let path = Command.data + "/events/deepseek/transcript.txt"
        let outcome = try Command.run(["check", "--json", path, path])
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 2 && lines.first == lines.last)
        let record = try #require(
            try JSONSerialization.jsonObject(with: Data((lines.first ?? "").utf8)) as? [String: Any])
        #expect(record["format"] as? String == "proceedings")
        #expect((record["talks"] as? [Any])?.count == 7)
        let ledger = try #require(record["ledger"] as? [String: [String: Int]])
        #expect(ledger.values.reduce(0) { $0 + ($1["lines"] ?? 0) } == record["line_count"] as? Int)
        let plain = try Command.run(["check", path])
        #expect(!plain.output.contains("\u{1B}"))
    }

    @Test("check reads standard input, and refuses a format that it does not know")
    func checkStandardInput() throws {
        let empty = try Command.run(["check", "-"])
        #expect(empty.status == 65)
        #expect(empty.error.hasPrefix("rostrum: -: the transcript is empty"))
        #expect(try Command.run(["check", "--format", "docx", "-"]).status == 64)
    }

    @Test("a load prints the first diagnostics of a file and says how many more there are; check prints all")
    func manyDiagnostics() throws {
        let item = "지정토론 1\n\n● ● ●\n\n김 철 수\n\n한국대학교 교수\n\n첫째 (문단입니다.\n\n"
        let data = try folder.data(Array(String(repeating: item, count: 40).utf8))
        let load = try Command.run(["load", "--data", data, "--store", folder.store])
        #expect(load.status == 0)
        let lines = load.error.split(separator: "\n")
        #expect(lines.count == StoreLoading.mostDiagnostics + 1)
        #expect(lines.last?.hasSuffix("more; rostrum check shows them all") == true)
        let check = try Command.run(["check", data + "/events/forum/transcript.txt"])
        #expect(check.output.components(separatedBy: "[unclosed-parenthesis]").count == 41)
    }

    @Test("no two statuses are the same, and the help names them all")
    func statuses() throws {
        let help = try Command.run(["--help"]).output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for status in CommandStatus.allCases { #expect(help.contains("\(status.rawValue) \(status.meaning)")) }
    }

    @Test("without --store, each data folder has a store of its own in the user's cache folder")
    func defaultStore() throws {
        let data = try folder.data(Array("지정토론 1\n\n김 철 수\n\n한국대학교 교수\n\n첫째 문단입니다.\n".utf8))
        let cache = folder.path + "/cache"
        let outcome = try Command.run(["load", "--data", data], environment: ["XDG_CACHE_HOME": cache])
        #expect(outcome.status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: cache + "/rostrum")
        #expect(names.count == 1 && names[0].hasPrefix("data-") && names[0].hasSuffix(".sqlite"))
    }

    @Test(
        "a load goes on without a file that cannot be read, names it, and is refused by --strict with every such file named"
    )
    func partialLoad() throws {
        let data = try folder.data(Array("지정토론 1\n\n김 철 수\n\n한국대학교 교수\n\n첫째 문단입니다.\n".utf8))
        for name in ["transcript-2.txt", "transcript-3.txt"] {
            try Data("\n".utf8).write(to: URL(fileURLWithPath: "\(data)/events/forum/\(name)"))
        }
        let load = try Command.run(["load", "--data", data, "--store", folder.store])
        #expect(load.status == 0)
        let strict = try Command.run(["load", "--strict", "--data", data, "--store", folder.store])
        #expect(strict.status == 65)
        for error in [load.error, strict.error] {
            #expect(error.contains("transcript-2.txt: error: the transcript is empty"))
            #expect(error.contains("transcript-3.txt: error: the transcript is empty"))
        }
        for name in ["transcript.txt", "transcript-2.txt", "transcript-3.txt"] {
            try Data("\n".utf8).write(to: URL(fileURLWithPath: "\(data)/events/forum/\(name)"))
        }
        let nothing = try Command.run(["load", "--data", data, "--store", folder.store])
        #expect(nothing.status == 65)
        #expect(nothing.error.split(separator: "\n").count == 4)
    }

    @Test("--strict refuses what a load without it accepted")
    func strict() throws {
        let item = "지정토론 1\n\n● ● ●\n\n김 철 수\n\n한국대학교 교수\n\n첫째 문단입니다.\n\n"
        let data = try folder.data(Array((item + item).utf8))
        #expect(try Command.run(["load", "--data", data, "--store", folder.store]).status == 0)
        let strict = try Command.run(["load", "--strict", "--data", data, "--store", folder.store])
        #expect(strict.status == CommandStatus.notATranscript.rawValue)
    }

    @Test("a damaged store is found and loaded anew, and what a load that was cut off left behind goes")
    func damaged() throws {
        let arguments = ["load", "--data", Command.data, "--store", folder.store]
        #expect(try Command.run(arguments).status == 0)
        let whole = try Data(contentsOf: URL(fileURLWithPath: folder.store))
        var bytes = whole
        bytes.replaceSubrange((4096 * 5)..<(4096 * 13), with: Data(repeating: 0x5A, count: 4096 * 8))
        try bytes.write(to: URL(fileURLWithPath: folder.store))
        let mended = try Command.run(arguments)
        #expect(mended.status == 0 && mended.error.contains("damaged") && mended.output.hasPrefix("loaded"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.store)) == whole)
        try Data().write(to: URL(fileURLWithPath: folder.store + ".building-1"))
        #expect(try Command.run(arguments).output.contains("is up to date"))
        #expect(!FileManager.default.fileExists(atPath: folder.store + ".building-1"))
    }

    @Test("an empty file in the store's place is no store and may be filled")
    func emptyFile() throws {
        try Data().write(to: URL(fileURLWithPath: folder.store))
        #expect(try Command.run(["load", "--data", Command.data, "--store", folder.store]).status == 0)
    }

    @Test("the greeting's lines can be pasted into a shell whatever a name holds")
    func greeting() {
        #expect(Greeting.pasteable("이상근") == "이상근")
        #expect(Greeting.pasteable("Jane O'Neill") == "Jane%20O%27Neill")
        #expect(Greeting.pasteable("a/b?c") == "a%2Fb%3Fc")
    }

    @Test(
        "options that could never match are refused with what is allowed",
        arguments: [
            (["--allow-origin", "junk"], "https://example.org"),
            (["--allow-origin", "http://x/"], "https://example.org"),
            (["--allow-host", ""], "forum.example.org"), (["--host", "foo.example"], "numeric address"),
        ])
    func options(arguments: [String], words: String) throws {
        let outcome = try Command.run(["serve", "--data", Command.data, "--store", folder.store] + arguments)
        #expect(outcome.status == CommandStatus.usage.rawValue, "\(outcome.error)")
        #expect(outcome.error.contains(words), "\(outcome.error)")
    }
}
