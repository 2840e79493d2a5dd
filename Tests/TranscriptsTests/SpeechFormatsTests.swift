import Foundation
import KoreanText
import Proceedings
import SeededNumbers
import Testing

@testable import Transcripts

@Suite("What speech recognisers write is read with its times and labels")
struct SpeechFormatsTests {
    static let whisperX = """
        {
          "segments": [
            {
              "start": 0.031,
              "end": 2.4,
              "text": " 안녕하세요 \\uae40\\ucca0\\uc218입니다. 네, 반갑습니다.",
              "words": [
                {"word": "안녕하세요", "start": 0.031, "end": 0.5, "speaker": "SPEAKER_00"},
                {"word": "김철수입니다.", "start": 0.6, "end": 1.2, "speaker": "SPEAKER_00"},
                {"word": "네,"},
                {"word": "반갑습니다.", "start": 1.5, "end": 2.4, "speaker": "SPEAKER_01"}
              ],
              "speaker": "SPEAKER_01"
            },
            {
              "start": 2.4,
              "end": 4.25,
              "text": "Well, thank you \\ud83d\\ude00.",
              "speaker": "Jane Doe"
            },
            {
              "start": 12,
              "end": 13,
              "avg_logprob": NaN,
              "text": "Nobody says this."
            }
          ],
          "language": "ko"
        }

        """
    static let whisperCpp = """
        {
          "systeminfo": "AVX = 1",
          "result": { "language": "en" },
          "transcription": [
            { "timestamps": { "from": "00:00:00,000", "to": "00:00:02,380" }, "offsets": { "from": 0, "to": 2380 },
              "text": " So what about Friday?", "speaker_turn_next": true },
            { "offsets": { "from": 2380, "to": 4100 }, "text": " Friday works for me.", "speaker": "?" }
          ]
        }
        """
    static let podcast = """
        {"version": "1.0.0", "segments": [
        {"speaker": "Darth Vader", "startTime": 0.5, "endTime": 0.75, "body": "I"},
        {"speaker": "Darth Vader", "startTime": 0.75, "endTime": 1.25, "body": "am your father."},
        {"speaker": "Luke", "startTime": 1.5, "endTime": 3, "body": "Nooooo."}
        ]}
        """
    static let tsv = "start\tend\ttext\n0\t2480\t안녕하세요.\n2480\t4270\t탭이\t있는 말.\n"
    static let sbv =
        "0:00:00.599,0:00:04.160\nHi, my name is Alice\nand this is John.\n\n0:01:04.160,0:01:06.770\n네, 반갑습니다.\n"

    private func parse(_ text: String, _ format: TranscriptFormat? = nil) throws -> ParsedTranscript {
        try TranscriptParser().parse([UInt8](text.utf8), event: "e", format: format)
    }

    @Test("words of one segment that two people say part it; labels are kept, kinds told, lines named")
    func readWhisperX() throws {
        let parsed = try parse(Self.whisperX)
        #expect(parsed.format == "whisper-json")
        #expect(
            try SpeechLedger.passages(of: Self.whisperX) == [
                "SPEAKER_00|SPEAKER_00|31-1200|안녕하세요 김철수입니다.",
                "SPEAKER_01|SPEAKER_01|1500-2400|네, 반갑습니다.",
                "Jane Doe|Jane Doe|2400-4250|Well, thank you 😀.",
                "-|-|12000-13000|Nobody says this.",
            ])
        let talk = parsed.talks[0]
        #expect(talk.passages.map(\.voice?.kind) == [.anonymous, .anonymous, .person, nil])
        #expect(talk.participations.map(\.kind) == [.anonymous, .anonymous, .person])
        #expect(talk.passages.map { $0.spans.map(\.lines) } == [[6...9], [10...11], [18...18], [25...25]])
        #expect(parsed.lines.filter { $0.lineClass == .cue }.map(\.number) == [4, 5, 16, 17, 22, 23])
        #expect(parsed.lines[0].lineClass == .metadata && parsed.lines[12].lineClass == .metadata)
        #expect(parsed.diagnostics.isEmpty)
    }

    @Test("whisper.cpp: offsets, a turn that ends, a label that names nobody")
    func readWhisperCpp() throws {
        #expect(
            try SpeechLedger.passages(of: Self.whisperCpp) == [
                "-|-|0-2380|So what about Friday?", "?|-|2380-4100|Friday works for me.",
            ])
        #expect(try parse(Self.whisperCpp).talks[0].passages[1].voice?.kind == .unknown)
    }

    @Test("podcasts, tables and SBV")
    func readOthers() throws {
        #expect(try parse(Self.podcast).format == "podcast-json")
        #expect(
            try SpeechLedger.passages(of: Self.podcast) == [
                "Darth Vader|Darth Vader|500-1250|I am your father.", "Luke|Luke|1500-3000|Nooooo.",
            ])
        #expect(try parse(Self.tsv).format == "tsv")
        #expect(try SpeechLedger.passages(of: Self.tsv) == ["-|-|0-4270|안녕하세요. 탭이 있는 말."])
        #expect(
            try SpeechLedger.passages(of: "start\tend\tspeaker\ttext\n0\t1000\tA\t네.\n1000\t2000\tB\t아니오.\n")
                == ["A|A|0-1000|네.", "B|B|1000-2000|아니오."])
        #expect(try SpeechLedger.passages(of: "0.5\t1.5\ta\n1.5\t2.25\tb\n3\t4\tc\n") == ["-|-|3-2250|a b c"])
        #expect(try parse(Self.sbv).format == "sbv")
        #expect(
            try SpeechLedger.passages(of: Self.sbv) == [
                "-|-|599-4160|Hi, my name is Alice and this is John.", "-|-|64160-66770|네, 반갑습니다.",
            ])
    }

    @Test(
        "a label with letters beyond a number or one letter is a name",
        arguments: [
            ("SPEAKER_00", Voice.Kind.anonymous), ("speaker 1", .anonymous), ("A", .anonymous), ("0", .anonymous),
            ("spk_0", .anonymous), ("화자 2", .anonymous), ("화자2", .anonymous), ("Speaker A", .anonymous),
            ("Speaker", .anonymous), ("S1", .anonymous), ("김철수", .person), ("Jane Doe", .person), ("Adam", .person),
            ("Jane D", .person), ("김", .person), ("?", .unknown), ("Unknown", .unknown),
            (String(repeating: "가", count: 101), .unknown),
        ])
    func labels(_ label: String, _ kind: Voice.Kind) throws {
        #expect(try #require(RecogniserLabel(label)).kind == kind)
        #expect(RecogniserLabel(" \n") == nil)
        #expect(RecogniserLabel.mostCharacters == 100)
    }

    @Test("times that cannot be read are told with their place, and the words are kept")
    func malformedTimes() throws {
        let parsed = try parse(
            "[{\"text\": \"하나.\",\n\"start\": \"soon\", \"end\": 2},\n{\"text\": \"둘.\", \"start\": 3, \"end\": 1}]")
        #expect(parsed.talks[0].passages.map(\.text) == ["하나. 둘."])
        #expect(parsed.talks[0].passages.map(\.time) == [3000...3000])
        #expect(parsed.diagnostics.map(\.code) == ["malformed-timing", "cue-ends-before-start"])
        #expect(parsed.diagnostics.map(\.line) == [2, 3])
        #expect(parsed.diagnostics.map(\.column) == [10, 35])
        let many = "[" + Array(repeating: "{\"text\":\"a\",\"start\":-1}", count: 150).joined(separator: ",") + "]"
        let told = try parse(many).diagnostics
        #expect(told.count == SpeechJSON.mostTimingReports + 1)
        #expect(told.contains { $0.message.hasPrefix("50 more") })
        let table = try parse("start\tend\ttext\n0\tlate\t말.\n")
        #expect(table.diagnostics.map(\.column) == [3])
        #expect(table.talks[0].passages.map(\.time) == [nil])
    }

    @Test("what is cut off is read up to there, with a warning; what a recogniser repeats is kept")
    func truncated() throws {
        let parsed = try parse(
            "{\"segments\": [\n{\"start\": 0, \"end\": 1, \"text\": \"네. 네.\"},\n{\"start\": 1, \"end\": 2, \"text\": \"네. 네.\"},\n{\"start\": 2, \"text\": \"그런"
        )
        #expect(parsed.talks[0].passages.map(\.text) == ["네. 네. 네. 네. 그런"])
        #expect(parsed.diagnostics.map(\.code) == ["malformed-json"])
        #expect(parsed.diagnostics.map(\.line) == [4])
        #expect(parsed.diagnostics.map(\.column) == [25])
    }

    @Test(
        "JSON is read as it is written, up to the first fault",
        arguments: [
            ("{\"a\": [1, -2.5e3, true, null, NaN], \"b\": {}}", nil), ("[1, 2,]", nil),
            ("[\"a\\u00e9\\ud83d\\ude00\\n\"]", nil),
            ("{\"a\" 1}", 5), ("{\"a\": }", 6), ("[1 2]", 3), ("{a: 1}", 1), ("[\"a", 3), ("{\"a", 3), ("[1}", 2),
            ("[01x]", 1),
            ("{} x", 3), ("[--1]", 1), ("", 0), (String(repeating: "[", count: 65), 64),
        ] as [(String, Int?)])
    func scanner(_ text: String, _ offset: Int?) {
        #expect(JSONScanner(Array(text.utf8)).fault?.offset == offset)
        #expect(JSONScanner.greatestDepth == 64)
    }

    @Test("what is no transcript is none")
    func notOnes() {
        for text in [
            "{\"name\": \"x\", \"version\": 1}", "[1, 2]", "{}", "[]", "{\"segments\": []}", "[0:01] 말", "{\"a\"",
        ] {
            #expect(SpeechJSON.format(of: Manuscript(utf8: Array(text.utf8))) == nil, "\(text)")
        }
        #expect(SpeechShape.deepestWrapper == 3 && SpeechShape.probe == 20)
        #expect(SpeechJSON.mostWordsOfCue == 60 && SpeechJSON.wordPause == 1500)
        #expect(SegmentTime.milliseconds("1e300", unit: .seconds) == nil)
        #expect(SegmentTime.milliseconds("-1", unit: .seconds) == nil)
        #expect(SegmentTable.headlessProbe == 3)
    }

    @Test("mutated files never trap, and every line is accounted for", arguments: [UInt64](1...6))
    func mutated(_ seed: UInt64) throws {
        var generator = Seeded(seed)
        let seeds =
            [Self.whisperX, Self.whisperCpp, Self.podcast, Self.tsv, Self.sbv] + SpeechShapeTests.all.map(\.text)
        let pieces =
            Array("{}[]\",:\\0-.eu\n\t 나").map { Array(String($0).utf8) } + [
                Array("\"start\":".utf8), Array("\"words\":[".utf8), Array("null".utf8), Array("\\ud800".utf8), [0xFF],
                [],
            ]
        for round in 0..<300 {
            var bytes = Array(seeds[round % seeds.count].utf8)
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                let place = Int.random(in: 0..<max(1, bytes.count), using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...9, using: &generator)))
                case 1 where round.isMultiple(of: 3): bytes.removeSubrange(place...)
                default: bytes.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: place)
                }
            }
            for format in [nil, .whisperJSON, .podcastJSON, .speechJSON, .tsv, .sbv] as [TranscriptFormat?] {
                do throws(TranscriptError) {
                    let parsed = try TranscriptParser().parse(bytes, event: "e", format: format)
                    let text = String(decoding: try TextDecoder().decode(bytes).utf8, as: UTF8.self)
                    let lines = parsed.lines.map { $0.text + $0.terminator }.joined()
                    #expect(lines.utf8.elementsEqual(text.utf8), "seed \(seed), round \(round)")
                    if parsed.format != "proceedings", parsed.format != "markdown" {
                        #expect(SpeechLedger.faults(text, parsed) == [], "seed \(seed), round \(round)")
                    }
                } catch { #expect(!error.description.isEmpty) }
            }
        }
    }

    @Test(
        "long files take time in proportion to their length",
        arguments: [
            "{\"start\":0,\"end\":1,\"text\":\"말이 이어지고\",\"words\":[{\"word\":\"말이\",\"speaker\":\"A\"},{\"word\":\"이어지고\",\"speaker\":\"B\"}]},",
            "{\"start\":\"x\",\"text\":\"말이\"},", "[[[", "\"a\\", "{\"text\":\"",
        ])
    func linear(_ piece: String) throws {
        let parse = { (count: Int) in
            let text = "{\"segments\":[{\"text\":\"a\",\"start\":1}," + String(repeating: piece, count: count)
            return try ProcessorTime.measure { _ = try self.parse(text, .whisperJSON) }
        }
        _ = try parse(10)
        let (small, large) = (try parse(1000), try parse(8000))
        #expect(large < small * 40 + .milliseconds(50))
    }
}
