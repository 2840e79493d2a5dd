import Foundation
import Proceedings
import Testing

@testable import ForumData

@Suite("PDF through Poppler", .timeLimit(.minutes(10)))
struct PDFTextTests {
    private static let pdf = Array("%PDF-1.7\n".utf8)

    /// What the real program writes for lines of words, a line a row.
    private static func boxes(_ lines: [String]) -> String {
        let lines = lines.enumerated().map { row, text in
            let words = text.split(separator: " ").enumerated().map { place, word in
                let left = 50 + Double(place) * 60
                return
                    "<word xMin=\"\(left)\" yMin=\"\(50 + row * 30)\" xMax=\"\(left + 50)\" yMax=\"\(62 + row * 30)\">\(word)</word>"
            }
            return "<line>\(words.joined())</line>"
        }
        return "<doc><page width=\"420\" height=\"595\"><flow><block>\(lines.joined())</block></flow></page></doc>"
    }

    /// A folder with programs in it that do as told.
    private func programs(pdftotext: String, pdftohtml: String = "exit 1") throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, script) in [("pdftotext", pdftotext), ("pdftohtml", pdftohtml)] {
            try folder.write("#!/bin/sh\n\(script)\n", to: name)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/" + name)
        }
        return folder
    }

    @Test("a PDF is read as the proceedings that are in it, though its typefaces are refused")
    func read() throws {
        let boxes = Self.boxes(["지정토론 1", "김철수", "서울경제 논설위원", "본문이 있다."])
        let folder = try programs(pdftotext: "cat << 'END'\n\(boxes)\nEND")
        let parsed = try TranscriptFile(path: "a.pdf", bytes: Self.pdf)
            .parse(event: "e", pdf: PDFText(searchPath: folder.path + ":/bin:/usr/bin"))
        #expect(parsed.format == "pdf")
        #expect(parsed.talks.map(\.id) == ["e-d1"])
        #expect(parsed.talks.first?.passages.map(\.text) == ["본문이 있다."])
    }

    @Test("without the program, one line names the package")
    func notInstalled() throws {
        let folder = try TemporaryFolder()
        let file = TranscriptFile(path: "a.pdf", bytes: Self.pdf)
        #expect(throws: ForumDataError.invalidPDF(path: "a.pdf", failure: .notInstalled)) {
            try file.parse(event: "e", pdf: PDFText(searchPath: folder.path))
        }
        #expect(PDFText.Failure.notInstalled.description.contains("poppler-utils"))
        #expect(throws: ForumDataError.self) {
            try TranscriptFile(path: "a.txt", bytes: Array("text".utf8)).parse(event: "e", format: .pdf)
        }
    }

    @Test(
        "what is wrong with a file is told, and what to do about it",
        arguments: [
            ("Command Line Error: Incorrect password", PDFText.Failure.encrypted, "qpdf --decrypt"),
            (
                "Syntax Error: Couldn't find trailer dictionary",
                .damaged(reason: "Syntax Error: Couldn't find trailer dictionary"), "fetch it again"
            ),
            ("Something else", .failed(reason: "Something else"), "Something else"),
        ])
    func refusals(_ said: String, _ failure: PDFText.Failure, _ advice: String) throws {
        let refusing = try programs(pdftotext: "echo \"\(said)\" >&2; exit 1")
        #expect(throws: failure) { try PDFText(searchPath: refusing.path).reading(of: Self.pdf) }
        #expect(failure.description.contains(advice))
    }

    @Test("pages without a word have no text layer; a file without a page is damaged")
    func empty() throws {
        let scan = try programs(pdftotext: "echo '<doc><page width=\"9\" height=\"9\"></page></doc>'")
        #expect(throws: PDFText.Failure.noTextLayer(pages: 1)) {
            try PDFText(searchPath: scan.path).reading(of: Self.pdf)
        }
        #expect(PDFText.Failure.noTextLayer(pages: 2).description.contains("ocrmypdf"))
        let nothing = try programs(pdftotext: "echo '<doc></doc>'")
        #expect(throws: PDFText.Failure.damaged(reason: "no page was found in it")) {
            try PDFText(searchPath: nothing.path).reading(of: Self.pdf)
        }
    }

    @Test("time and output are bounded")
    func limits() throws {
        let endless = try programs(pdftotext: "exec tail -f /dev/null")
        #expect(throws: PDFText.Failure.tookTooLong(limit: 0)) {
            try PDFText(timeLimit: 0, searchPath: endless.path + ":/usr/bin").reading(of: Self.pdf)
        }
        let large = try programs(pdftotext: "printf '0123456789'")
        #expect(throws: PDFText.Failure.tooLarge(limit: 9)) {
            try PDFText(sizeLimit: 9, searchPath: large.path).reading(of: Self.pdf)
        }
    }

    /// A PDF that was made for these tests.
    private static func fixture(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/pdf")
        return [UInt8](try Data(contentsOf: folder.appending(path: "\(name).pdf")))
    }

    /// Whether Poppler is installed; where it is not, the tests of real PDFs have nothing to run.
    static let hasPoppler = ["pdftotext", "pdftohtml"].allSatisfy { name in
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }

    @Test("a real PDF with a table, and one in hyphenated English with a note", .enabled(if: PDFTextTests.hasPoppler))
    func real() throws {
        let table = try TranscriptFile(path: "t.pdf", bytes: Self.fixture("table")).parse(event: "e")
        let passages = table.talks.flatMap(\.passages)
        #expect(passages.count { $0.kind == .table } == 1)
        #expect(passages.contains { $0.text.hasPrefix("버스는 한 시간에") && $0.text.hasSuffix("장부를 보인 적은 없다.") })
        let english = try TranscriptFile(path: "e.pdf", bytes: Self.fixture("english")).parse(event: "e")
        #expect(
            english.talks.flatMap(\.passages).filter { $0.kind == .footnote }.map(\.text)
                == ["Dawn Institute, Report 7, page 3."])
        #expect(english.talks.flatMap(\.passages).contains { $0.text.contains("the long-term infrastructure plan") })
    }

    @Test("a PDF that may not be copied is read without its typefaces", .enabled(if: PDFTextTests.hasPoppler))
    func copyProtected() throws {
        let parsed = try TranscriptFile(path: "n.pdf", bytes: Self.fixture("nocopy")).parse(event: "e")
        #expect(parsed.talks.flatMap(\.passages).map(\.text) == ["도서관은 저녁에 문을 닫는다."])
    }

    @Test("a locked PDF and a cut one are refused with what to do", .enabled(if: PDFTextTests.hasPoppler))
    func unreadable() throws {
        let locked = try Self.fixture("locked")
        #expect(throws: PDFText.Failure.encrypted) { try PDFText().reading(of: locked) }
        let cut = Array(try Self.fixture("english").prefix(3000))
        #expect(throws: PDFText.Failure.damaged(reason: "Syntax Error: Couldn't find trailer dictionary")) {
            try PDFText().reading(of: cut)
        }
    }
}
