import Foundation
import Proceedings
import Testing

@testable import ForumData

/// The page that documents the diagnostics, read as a reader would try it.
@Suite("The page of diagnostics is complete and true")
struct DiagnosticPageTests {
    /// One section of the page.
    struct Entry: Sendable, CustomTestStringConvertible {
        var code: String
        var files: [(name: String, text: String)] = []
        var printed: [String] = []

        var testDescription: String { code }
    }

    private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/rostrum/Rostrum.docc/Diagnostics.md")

    static let entries: [Entry] = {
        var entries: [Entry] = []
        var fence: String?
        var lines: [String] = []
        for line in ((try? String(contentsOf: page, encoding: .utf8)) ?? "").components(separatedBy: "\n") {
            if let name = fence {
                if line == "```" {
                    entries[entries.count - 1].files.append((name, unescaped(lines.joined(separator: "\n") + "\n")))
                    fence = nil
                    lines = []
                } else {
                    lines.append(line)
                }
            } else if line.hasPrefix("## ") {
                entries.append(Entry(code: String(line.dropFirst(3))))
            } else if line.hasPrefix("```"), !entries.isEmpty {
                fence = String(line.dropFirst(3))
            } else if line.hasPrefix("> "), !entries.isEmpty {
                entries[entries.count - 1].printed.append(String(line.dropFirst(2)))
            }
        }
        return entries
    }()

    /// The characters that the page cannot show.
    private static func unescaped(_ text: String) -> String {
        var result = text.replacingOccurrences(of: "\\r", with: "\r")
        while let open = result.range(of: "\\u{"), let close = result[open.upperBound...].firstIndex(of: "}"),
            let value = UInt32(result[open.upperBound..<close], radix: 16), let scalar = Unicode.Scalar(value)
        {
            result.replaceSubrange(open.lowerBound...close, with: String(Character(scalar)))
        }
        return result
    }

    /// The bytes of a text, those among them that are no character of it.
    private static func bytes(_ text: String) -> [UInt8] {
        let parts = text.components(separatedBy: "\\x{")
        return parts.dropFirst().reduce(into: Array(parts[0].utf8)) { bytes, part in
            bytes += [UInt8(part.prefix(2), radix: 16) ?? 0] + Array(part.dropFirst(3).utf8)
        }
    }

    @Test("every code has its section, in the order in which the codes are declared, and no section another")
    func complete() {
        #expect(Self.entries.map(\.code) == Diagnostic.Code.allCases.map(\.rawValue))
    }

    @Test("every code has an example")
    func withoutExample() { #expect(Self.entries.filter(\.files.isEmpty).map(\.code) == []) }

    @Test(
        "the example of a code gives it, and nothing is printed but what the page says",
        arguments: entries)
    func example(_ entry: Entry) throws {
        // A PDF is read by programs that need not be installed.
        if entry.files.contains(where: { $0.name.hasSuffix(".pdf") }), !PDFTextTests.hasPoppler { return }
        let folder = try TemporaryFolder()
        for file in entry.files { try folder.write(Self.bytes(file.text), to: "events/example/\(file.name)") }
        let diagnostics = try CorpusReader(folder: DataFolder(path: folder.path)).read(schemaVersion: 1).diagnostics
        let printed = diagnostics.map {
            $0.description.replacingOccurrences(of: "\(folder.path)/events/example/", with: "")
        }
        #expect(printed == entry.printed)
        #expect(diagnostics.map(\.diagnostic.code) == [entry.code])
    }
}

/// The template for those who write a transcript by hand.
@Suite("The template of a transcript")
struct TemplateTests {
    private static let catalogue = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/rostrum/Rostrum.docc")

    @Test("it is read as its author means it, without a word to say about it, and its page shows it whole")
    func template() throws {
        let text = try String(
            contentsOf: Self.catalogue.appending(path: "Resources/transcript-template.txt"), encoding: .utf8)
        let parsed = try TranscriptFile(path: "transcript.txt", bytes: Array(text.utf8)).parse(event: "e")
        #expect(parsed.diagnostics.isEmpty)
        #expect(parsed.talks.map(\.id.rawValue) == ["e-k1", "e-d1", "e-r1"])
        #expect(parsed.talks.map(\.title) == ["데이터 경제와 시민의 권리", nil, nil])
        #expect(parsed.talks.map { $0.participations.map(\.name) } == [["김민수"], ["박철수"], ["김민수", "박철수"]])
        #expect(parsed.talks[0].sections.map { "\($0.level) \($0.title)" } == ["1 현황과 문제점", "1 정책 제언", "2 단기 과제"])
        #expect(parsed.talks[2].passages.map(\.speaker) == ["김민수", "박철수", "박철수"])
        #expect(parsed.lines.allSatisfy { $0.lineClass != .dropped })
        let page = try String(
            contentsOf: Self.catalogue.appending(path: "PreparingATranscript.md"), encoding: .utf8)
        #expect(page.contains("```\n\(text)```"))
    }
}
