import Foundation
import Testing

@testable import ForumAPI

@Suite("The report of a source")
struct ReportTests {
    private let report: [String: Any]

    init() throws {
        report = try Forum().object("/v1/sources/haneul/report")
    }

    private func list(_ name: String) throws -> [[String: Any]] {
        try #require(report[name] as? [[String: Any]])
    }

    @Test("the classes add up to the whole file, and their shares to one")
    func classes() throws {
        let classes = try list("classes")
        #expect(classes.compactMap { $0["lines"] as? Int }.reduce(0, +) == report["lines"] as? Int)
        #expect(classes.compactMap { $0["characters"] as? Int }.reduce(0, +) == report["characters"] as? Int)
        for share in ["line_share", "character_share"] {
            #expect(abs(classes.compactMap { $0[share] as? Double }.reduce(0, +) - 1) < 0.001)
        }
    }

    @Test("joins are counted")
    func joins() throws {
        #expect(try list("joins").map { $0["join"] as? String } == ["end"])
        #expect(try list("joins").map { $0["lines"] as? Int } == [TestCorpus.paragraphs + 3])
    }

    @Test("dropped lines are shown with their reasons")
    func dropped() throws {
        #expect(try list("drop_reasons").map { $0["reason"] as? String } == ["차례"])
        #expect(try list("dropped").map { $0["number"] as? Int } == [67, 68, 69])
        #expect(report["dropped_total"] as? Int == 3)
    }

    @Test("diagnostics stand in the order of their reader")
    func diagnostics() throws {
        let diagnostics = try list("diagnostics")
        #expect(diagnostics.map { $0["code"] as? String } == ["no-panelist", "mixed-line-ends"])
        #expect(diagnostics.map { $0["line"] as? Int } == [3, nil])
        #expect(diagnostics.first?["column"] as? Int == 2)
        #expect(report["diagnostics_total"] as? Int == 2)
    }
}
