import Foundation
import KoreanText
import Proceedings
import Testing

@testable import Transcripts

@Suite("The lines of a text are measured as they were set")
struct LineMetricTests {
    /// Paragraphs of a real forum's proceedings.
    private static func paragraphs() throws -> [String] {
        let text = String(decoding: try Fixture.bytes("deepseek.gold.json"), as: UTF8.self)
        return text.matches(of: /"text": "([^"\\]{60,})"/).map { String($0.1) }
    }

    /// Lines of some paragraphs, filled as far as they go with what has the lengths of a typeface or of columns.
    private static func lines(_ paragraphs: [String], full: Int, _ length: (Unicode.Scalar) -> Int) -> [String] {
        paragraphs.flatMap { paragraph in
            var lines: [String] = []
            var line = ""
            for word in paragraph.split(separator: " ") {
                let longer = line.isEmpty ? String(word) : "\(line) \(word)"
                if longer.unicodeScalars.reduce(0, { $0 + length($1) }) > full {
                    lines.append(line)
                    line = String(word)
                } else {
                    line = longer
                }
            }
            return lines + [line]
        }
    }

    private static func layout(_ lines: [String]) -> Layout {
        Layout(Manuscript(utf8: Array(lines.joined(separator: "\n").utf8)))
    }

    @Test(
        "advances in a proportional typeface, near what is thought of any, and else columns",
        arguments: [(space: 36, digit: 56), (space: 30, digit: 60), (space: 33, digit: 50)])
    func metric(space: Int, digit: Int) throws {
        let paragraphs = try Self.paragraphs()
        #expect(paragraphs.count >= 20)
        let columns = Self.layout(Self.lines(paragraphs, full: 76, TextForm.columns))
        #expect(columns.wrap.edge.metric == .columns)
        #expect(columns.wrap.edge.isStrict)
        let set = Self.layout(
            Self.lines(paragraphs, full: 3800) { scalar in
                switch scalar {
                case " ": space
                case "0"..."9": digit
                case "A"..."Z": 68
                case "a"..."z": 52
                default: TextForm.columns(scalar) == 2 ? 100 : scalar.isASCII ? 38 : 60
                }
            })
        #expect(set.wrap.edge.metric == .proportional)
        #expect(set.wrap.edge.isStrict)
    }

    @Test(
        "a line that ends in a particle is open, and one that ends in a noun is not",
        arguments: [
            ("자유로운 이전의", true), ("통관은 관세청을", true), ("기술과 제도를", true), ("서해의 마을", false), ("전체 회의", false),
            ("위원회의 합의", false),
            ("법률에 의한", true), ("국민을 위한", true), ("주민의 참여", false), ("비율은", true), ("홍다은", false),
        ])
    func open(line: String, isOpen: Bool) {
        let manuscript = Manuscript(utf8: Array(line.utf8))
        #expect(Punctuation.leavesOpen(manuscript, 0) == isOpen)
    }
}
