import Foundation
import Testing

@testable import rostrum

@Suite("Quotations on the command line", .timeLimit(.minutes(10)))
struct QuotationCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func run(_ arguments: String...) throws -> Command.Outcome {
        try Command.run(arguments + ["--data", Command.data, "--store", folder.store])
    }

    @Test("a true quotation ends with 0 and shows where it stands, an altered one with 1 and shows what differs")
    func quote() throws {
        let exact = try run("quote", "이들도 세상을 놀라게 할 잠재력이 있다.")
        #expect(exact.status == 0, "\(exact.error)")
        #expect(exact.output.hasPrefix("exact\n"))
        #expect(exact.output.contains("고광본"))
        let altered = try run("quote", "이들도 세상을 놀라게 할 잠재력이 없다.")
        #expect(altered.status == 1)
        #expect(altered.output.contains("negation: “없다” for “있다”"))
        let other = try run("quote", "이들도 세상을 놀라게 할 잠재력이 있다.", "--panelist", "황의종")
        #expect(other.status == 1 && other.output.hasPrefix("misattributed"))
        let json = try run("quote", "--json", "이들도 세상을 놀라게 할 잠재력이 있다.")
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(object?["result"] as? String == "exact")
    }

    @Test("what is no quotation, or asks for nobody known, is a slip of the command's words")
    func refused() throws {
        #expect(try run("quote", "…").status == 64)
        let unknown = try run("quote", "이들도 세상을", "--panelist", "황의중")
        #expect(unknown.status == 64 && unknown.error.contains("황의종"))
    }

    @Test("an audit tells of every quotation of a draft, and ends with 1 where one is not true")
    func audit() throws {
        let draft = URL(fileURLWithPath: folder.path + "/draft.md")
        let text = """
            고광본 위원은 “이들도 세상을 놀라게 할 잠재력이 있다”라고 썼다. 이른바 “법”도 있다.

            “이들도 세상을 놀라게 할 잠재력이 없다”라고 고광본은 말했다.

            > 딥시크 R1이 완전한 오픈소스라고 보기는 어렵다.
            > — 고광본
            """
        try text.write(to: draft, atomically: true, encoding: .utf8)
        let table = try run("audit", draft.path)
        #expect(table.status == 1, "\(table.error)")
        let lines = table.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 5)
        #expect(lines[1].contains("draft.md:1") && lines[1].contains("exact") && lines[1].contains("고광본"))
        #expect(lines[2].contains("altered") && lines[2].contains("negation"))
        #expect(lines[3].contains("misattributed"))
        #expect(lines[4] == "3 quotations, 2 not true; 1 in marks too short to be checked")
        let json = try run("audit", "--json", draft.path)
        let objects = try json.output.split(separator: "\n").map { line in
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        }
        #expect(objects.map { $0?["result"] as? String } == ["exact", "altered", "misattributed"])
        #expect(objects.map { $0?["line"] as? Int } == [1, 3, 5])
    }

    @Test("a draft of true quotations ends with 0, one that cannot be read with 66")
    func statuses() throws {
        let draft = URL(fileURLWithPath: folder.path + "/draft.txt")
        try "“이들도 세상을 놀라게 할 잠재력이 있다.”".write(to: draft, atomically: true, encoding: .utf8)
        #expect(try run("audit", draft.path).status == 0)
        #expect(try run("audit", draft.path + ".none").status == 66)
        try Data([0xFF, 0xFE, 0x80]).write(to: draft)
        #expect(try run("audit", draft.path).status == 79)
    }
}
