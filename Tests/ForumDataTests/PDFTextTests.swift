import Foundation
import Testing

@testable import ForumData

@Suite("PDF through pdftotext")
struct PDFTextTests {
    private static let pdf = Array("%PDF-1.7\n".utf8)

    /// A folder with a `pdftotext` in it that does as told; its arguments are those of the real one.
    private func program(_ script: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("#!/bin/sh\n\(script)\n", to: "pdftotext")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/pdftotext")
        return folder
    }

    @Test("a PDF is read as the proceedings that are in it")
    func read() throws {
        let folder = try program("printf '지정토론 1\\n\\n김철수\\n서울경제 논설위원\\n\\n본문이 있다.\\n' > \"$5\"")
        let file = TranscriptFile(path: "a.pdf", bytes: Self.pdf)
        let parsed = try file.parse(event: "e", pdf: PDFText(searchPath: folder.path))
        #expect(parsed.format == "pdf")
        #expect(parsed.talks.map(\.id) == ["e-d1"])
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

    @Test("what the program says, its time and its output are bounded and told")
    func limits() throws {
        let refusing = try program("echo 'Syntax Error: no trailer' >&2; exit 1")
        #expect(throws: PDFText.Failure.failed(reason: "Syntax Error: no trailer")) {
            try PDFText(searchPath: refusing.path).text(of: Self.pdf)
        }
        let endless = try program("exec tail -f /dev/null")
        #expect(throws: PDFText.Failure.tookTooLong(limit: 0)) {
            try PDFText(timeLimit: 0, searchPath: endless.path + ":/usr/bin").text(of: Self.pdf)
        }
        let large = try program("printf '0123456789' > \"$5\"")
        #expect(throws: PDFText.Failure.tooLarge(limit: 9)) {
            try PDFText(sizeLimit: 9, searchPath: large.path).text(of: Self.pdf)
        }
    }
}
