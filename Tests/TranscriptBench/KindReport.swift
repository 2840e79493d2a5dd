import ComposedProceedings
import Foundation
import SeededNumbers
import Transcripts

/// How fast documents of every kind are read, and shapes that nobody prints; what takes twice the time for each byte of a larger text
/// is not linear.
struct KindReport {
    let megabytes: [Int]

    private static let rounds = 2

    /// The slowest that anything may be read.
    static let leastSpeed = 2.0

    func write() throws {
        print("| kind | " + megabytes.map { "\($0) MB" }.joined(separator: " | ") + " | |")
        print("|---|" + megabytes.map { _ in "---|" }.joined() + "---|")
        for kind in Kind.allCases { write(kind.rawValue, megabytes.map { kind.text($0 * 1_000_000) }) }
        print("| shape | a quarter | whole | |\n|---|---|---|---|")
        for shape in Shape.allCases { write(shape.rawValue, [shape.text(4), shape.text(1)]) }
    }

    private func write(_ name: String, _ texts: [String]) {
        var speeds: [Double] = []
        for text in texts {
            let bytes = [UInt8](text.utf8)
            speeds.append(Double(bytes.count) / 1e6 / TranscriptBench.seconds(bytes, rounds: Self.rounds).seconds)
        }
        let shown = speeds.map { String(format: "%.1f MB/s", $0) }.joined(separator: " | ")
        let isSlow = speeds.contains { $0 < Self.leastSpeed }
        let isBent = (speeds.last ?? 0) * 2 < (speeds.first ?? 0)
        print("| \(name) | \(shown) | \(isSlow ? "slow " : "")\(isBent ? "not linear" : "") |")
    }

    /// What people read.
    enum Kind: String, CaseIterable {
        case hearing = "hearing, a label on every line"
        case wrapped = "hearing, wrapped"
        case korean = "Korean minutes"
        case chat = "chat"
        case captions = "captions with labels"
        case web = "WebVTT with voices"
        case markdown = "Markdown"
        case json = "segments in JSON"
        case prose = "prose without turns"

        func text(_ size: Int) -> String {
            var random = Seeded(5)
            var result = head
            var number = 0
            while result.utf8.count < size {
                result += item(number, &random)
                number += 1
            }
            return result + tail
        }

        private var head: String {
            switch self {
            case .web: "WEBVTT\n\n"
            case .json: "{\"segments\": ["
            case .markdown: "# The Harbour Board\n\n"
            default: ""
            }
        }

        private var tail: String { self == .json ? "{\"start\": 0, \"end\": 1, \"text\": \"end\"}]}\n" : "" }

        private static let names = ["Ada Quillby", "Corin Tilden", "Farah Vexley", "Maud Orlebar", "Niles Fennick"]
        private static let offices = ["의장 한도윤", "건설국장 문가온", "곽서율 위원", "수도과장 남하람"]
        private static let words = [
            "We read the report on the weir again last week.", "I think that the ferry comes first.",
            "Who pays for the wall?", "Thank you very much.",
        ]
        private static let koreanWords = [
            "둑길은 지난해에 모두 고쳤습니다.", "그 돈은 누가 냅니까?", "네, 제가 답변드리겠습니다.", "주민들은 나루터가 가장 급하다고 합니다.",
        ]

        private func sentences(_ random: inout Seeded, _ range: ClosedRange<Int>, of words: [String] = Self.words)
            -> String
        {
            (0..<Int.random(in: range, using: &random)).map { _ in
                words[Int.random(in: 0..<words.count, using: &random)]
            }.joined(separator: " ")
        }

        private func item(_ number: Int, _ random: inout Seeded) -> String {
            let name = Self.names[Int.random(in: 0..<Self.names.count, using: &random)]
            let clock = { (second: Int) in
                String(format: "%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60)
            }
            switch self {
            case .hearing: return "\(name): \(sentences(&random, 1...2))\n"
            case .wrapped:
                let text = sentences(&random, 3...9)
                let last = name.split(separator: " ").last ?? ""
                return "    Mr. \(last). "
                    + text.split(separator: " ").enumerated().map {
                        "\($0.element)\($0.offset % 11 == 10 ? "\n" : " ")"
                    }.joined() + "\n"
            case .korean:
                let office = Self.offices[Int.random(in: 0..<Self.offices.count, using: &random)]
                return "○\(office)  \(sentences(&random, 1...5, of: Self.koreanWords))\n"
            case .chat:
                return
                    "[\(clock(number % 86400).prefix(5))] <\(name.lowercased().prefix(4))> \(sentences(&random, 1...1))\n"
            case .captions:
                return
                    "\(number + 1)\n\(clock(number * 3)),000 --> \(clock(number * 3 + 2)),000\n\(name.uppercased()): \(sentences(&random, 1...1))\n\n"
            case .web:
                return
                    "\(clock(number * 3)).000 --> \(clock(number * 3 + 2)).000\n<v \(name)>\(sentences(&random, 1...1))\n\n"
            case .markdown:
                return number % 20 == 19 ? "## Item \(number)\n\n" : "**\(name):** \(sentences(&random, 1...4))\n\n"
            case .json:
                return
                    "{\"start\": \(number), \"end\": \(number + 1), \"speaker\": \"SPEAKER_0\(number % 5)\", \"text\": \"\(sentences(&random, 1...1))\"},\n"
            case .prose: return sentences(&random, 3...9) + "\n\n"
            }
        }
    }

    /// What hostile files consist of.
    enum Shape: String, CaseIterable {
        case bullets = "1,000,000 × `- 가`"
        case headings = "300,000 × a heading of Markdown"
        case marks = "a line of 3,000,000 combining marks"
        case labels = "1,000,000 × `A:`"
        case line = "one line of 20 MB"
        case koreanLine = "one line of 20 MB of Hangul"
        case names = "500,000 × `NAME NAME NAME`"
        case brackets = "500,000 × `[A`"
        case distinct = "300,000 labels that all differ"
        case gaps = "200,000 lines of wide gaps"
        case offices = "300,000 × `The CHAIRMAN. `"
        case colons = "one line of 5,000,000 × `A: `"
        case sentences = "240,000 lines of prose with a colon each"
        case headed = "200,000 × Markdown's `Name` in bold above the words"
        case marked = "100,000 lines of ten combining marks on every letter"

        func text(_ divisor: Int) -> String {
            let times = { (count: Int, line: String) in String(repeating: line, count: count / divisor) }
            switch self {
            case .bullets: return times(1_000_000, "- 가\n")
            case .headings: return times(300_000, "## Heading of it\n\n")
            case .marks: return "가" + times(3_000_000, "\u{301}") + "\n끝.\n"
            case .labels: return times(1_000_000, "A:\n")
            case .line: return times(20_000_000 / 50, "We read the report on the weir again in last week. ") + "\n"
            case .koreanLine: return times(20_000_000 / 43, "둑길은 지난해에 모두 고쳤습니다. ") + "\n"
            case .names: return times(500_000, "Ada Quillby Tilden\n")
            case .brackets: return times(500_000, "[A\n")
            case .distinct:
                return (0..<(300_000 / divisor)).reduce(into: "") { $0 += "Ada N\(Self.letters($1)): I think so.\n" }
            case .gaps: return times(200_000, "Ada  Quillby   Tilden    Vexley     Orlebar  and  we\n")
            case .offices: return times(300_000, "The CHAIRMAN. I think so.\n")
            case .colons: return times(5_000_000, "A: ") + "\n"
            case .sentences: return times(240_000, "We read of one thing last week: the weir comes first.\n")
            case .headed: return times(200_000, "**Ada Quillby**\n\nI think so.\n\n")
            case .marked:
                return times(100_000, String(repeating: "a" + String(repeating: "\u{301}", count: 10), count: 9) + "\n")
            }
        }

        private static func letters(_ number: Int) -> String {
            var (number, result) = (number, "")
            for _ in 0..<4 {
                result.unicodeScalars.append(Unicode.Scalar(UInt8(97 + number % 26)))
                number /= 26
            }
            return result
        }
    }
}
