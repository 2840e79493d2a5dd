import Foundation
import SeededNumbers
import Testing

@testable import Transcripts

@Suite("A refusal says what the text looks like")
struct InputKindTests {
    static let kinds: [(text: String, words: [String])] = [
        ("{\"name\": \"x\", \"version\": 1}", ["JSON", "“name”, “version”", "Whisper", "Podcasting 2.0"]),
        ("[{\"id\": 1}, {\"id\": 2}]", ["JSON", "“id”"]),
        ("{\"name\": \"x\",\n \"a\": ", ["“name”", "line 2, column 7"]),
        ("<!DOCTYPE html>\n<html><body><p>말</p></body></html>\n", ["HTML", "save the page as text"]),
        ("<div>\n<p>Alice: hi</p>\n</div>\n", ["HTML"]),
        ("<?xml version=\"1.0\"?>\n<tt xmlns=\"http://www.w3.org/ns/ttml\"></tt>", ["TTML captions", "SubRip"]),
        ("<?xml version=\"1.0\"?>\n<a></a>", ["XML"]), ("[Script Info]\nTitle: x\n", ["ASS or SSA"]),
        ("{\\rtf1\\ansi Hello.}", ["RTF"]), ("a,b,c\n1,2,3\n\"x,y\",5,6\n", ["3 columns parted by commas"]),
        ("a\tb\n1\t2\n3\t4\n", ["2 columns parted by tabs"]),
        ("import Foundation\n\nfunc f() {\n    let a = 1\n    return a\n}\n", ["source of a program"]),
        ("<alice> hi there\n<bob> hello\n", ["chat or IRC log", "2 lines", "on line 1", "at least 3"]),
        ("[10:00] <alice> hi\n[10:01] <bob> hello\n", ["chat or IRC log"]),
        ("회의록\n\n김철수: 네.\n오늘은 길게 말합니다.\n그리고 더 말합니다.\n", ["minutes", "1 lines look", "on line 3"]),
        ("오늘의 날씨\n맑음\n", ["no programme item found", "주제발표 1"]),
    ]

    @Test("each kind is told with what to do", arguments: kinds.indices)
    func told(_ index: Int) {
        let kind = InputKind(Manuscript(utf8: Array(Self.kinds[index].text.utf8)))
        for words in Self.kinds[index].words { #expect(kind.description.contains(words), "\(kind)") }
    }

    @Test("a reader of turns says how many it saw and needs")
    func turns() {
        let kind = InputKind(Manuscript(utf8: Array("회의\n\n김철수: 네.\n".utf8)), turnsSeen: 2, turnsNeeded: 5)
        #expect(kind == .minutes(InputKind.Turns(seen: 2, needed: 5, line: 3)))
        #expect(InputKind(Manuscript(utf8: Array("글이다.\n".utf8)), turnsSeen: 0, turnsNeeded: 5) == .prose)
        #expect(InputKind.probe == 400 && InputKind.mostKeys == 12 && InputKind.markupProbe == 4096)
        #expect(InputKind.turnsNeeded == 3)
    }

    @Test("the parser refuses with it, and shows the first lines as before")
    func refusal() {
        do throws(TranscriptError) {
            _ = try TranscriptParser().parse(Array("<html>\n<body>말</body>\n</html>\n".utf8), event: "e")
            Issue.record("HTML was read")
        } catch {
            #expect(error.description.contains("HTML"))
            #expect(error.description.hasSuffix("the text begins: “<html>”, “<body>말</body>”, “</html>”"))
        }
        do throws(TranscriptError) {
            _ = try TranscriptParser().parse(Array("{\"a\": 1}".utf8), event: "e", format: .whisperJSON)
            Issue.record("JSON without segments was read")
        } catch {
            #expect(error.description.contains("“a”"))
        }
    }

    @Test(
        "a container of a document is named for what it is",
        arguments: [
            ("word/document.xml", "a Word document (docx)"), ("Contents/section0.xml", "a Hangul document (hwpx)"),
            ("mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (odt)"),
            ("x.txt", "a ZIP container"),
        ])
    func containers(_ inside: String, _ name: String) {
        let bytes = [0x50, 0x4B, 0x03, 0x04, 0x00] + Array(inside.utf8)
        do throws(TranscriptError) {
            _ = try TextDecoder().decode(bytes)
            Issue.record("a container was read")
        } catch {
            #expect(error.description.contains(name))
            #expect(error.description.contains("save it as plain text"))
        }
    }

    @Test("any text has a kind", arguments: 0..<3 as Range<UInt64>)
    func any(_ seed: UInt64) {
        var random = Seeded(seed)
        let pieces = ["<", ">", "{", "}", "[", "]", ":", ",", "\t", "\n", "\"", "가", "a ", "1", "</", ";", "\\", " "]
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            let kind = InputKind(Manuscript(utf8: Array(text.joined().utf8)))
            #expect(!kind.description.isEmpty, "seed \(seed)")
        }
    }
}
