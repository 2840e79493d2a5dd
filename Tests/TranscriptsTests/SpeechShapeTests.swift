import Proceedings
import Testing

@testable import Transcripts

/// The shapes of JSON that recognisers write beside those of Whisper.
@Suite("Shapes of other recognisers")
struct SpeechShapeTests {
    static let all: [(name: String, text: String, passages: [String])] = [
        (
            "AssemblyAI",
            #"""
            {"id":"x","text":"Hi. Yes.","audio_duration":3,"utterances":[{"speaker":"A","start":250,
            "end":1000,"text":"Hi.","words":[{"text":"Hi.","start":250,"end":1000,"speaker":"A"}]},{
            "speaker":"B","start":1200,"end":2000,"text":"Yes."}]}
            """#,
            ["A|A|250-1000|Hi.", "B|B|1200-2000|Yes."]
        ),
        (
            "Deepgram",
            #"""
            {"metadata":{},"results":{"channels":[{"alternatives":[{"transcript":"Hi. Yes.","words":[],
            "paragraphs":{"transcript":"x","paragraphs":[{"sentences":[{"text":"Hi.","start":0.5,
            "end":1.0}],"speaker":0,"start":0.5,"end":1.0},{"sentences":[{"text":"Yes.","start":1.5,
            "end":2.0}],"speaker":1}]}}]}]}}
            """#,
            ["0|0|500-1000|Hi.", "1|1|1500-2000|Yes."]
        ),
        (
            "Deepgram's utterances",
            #"""
            {"results":{"utterances":[{"start":0.5,"end":1.0,"transcript":"Hi.","speaker":0}],
            "channels":[]}}
            """#,
            ["0|0|500-1000|Hi."]
        ),
        (
            "Amazon",
            #"""
            {"jobName":"j","results":{"transcripts":[{"transcript":"Hi, you. Yes."}],"items":[{
            "type":"pronunciation","alternatives":[{"confidence":"0.9","content":"Hi"}],"start_time":"0.5",
            "end_time":"0.75","speaker_label":"spk_0"},{"type":"punctuation","alternatives":[{"content":",
            "}],"speaker_label":"spk_0"},{"type":"pronunciation","alternatives":[{"content":"you"}],
            "start_time":"0.8","end_time":"1.0","speaker_label":"spk_0"},{"type":"punctuation",
            "alternatives":[{"content":"."}]},{"type":"pronunciation","alternatives":[{"content":"Yes"}],
            "start_time":"1.5","end_time":"2.0","speaker_label":"spk_1"}]}}
            """#,
            ["spk_0|spk_0|500-1000|Hi, you.", "spk_1|spk_1|1500-2000|Yes"]
        ),
        (
            "Amazon's lists of speakers beside the words",
            #"""
            {"jobName":"j","results":{"transcripts":[{"transcript":"Hi. Yes."}],"speaker_labels":{"speakers":2,
            "segments":[{"start_time":"0.5","end_time":"1.0","speaker_label":"spk_0","items":[{"start_time":"0.5",
            "end_time":"1.0","speaker_label":"spk_0"}]},{"start_time":"1.2","end_time":"2.0","speaker_label":"spk_1",
            "items":[{"start_time":"1.2","end_time":"2.0"}]}]},"items":[{"start_time":"0.5","end_time":"1.0",
            "type":"pronunciation","alternatives":[{"content":"Hi"}]},{"type":"punctuation","alternatives":[{
            "content":"."}]},{"start_time":"1.2","end_time":"2.0","type":"pronunciation","alternatives":[{
            "content":"Yes"}]}]}}
            """#,
            ["spk_0|spk_0|500-1000|Hi.", "spk_1|spk_1|1200-2000|Yes"]
        ),
        (
            "Amazon's channels",
            #"""
            {"results":{"channel_labels":{"channels":[{"channel_label":"ch_0","items":[{"start_time":"0.5",
            "end_time":"1.0"}]},{"channel_label":"ch_1","items":[{"start_time":"1.2","end_time":"2.0"}]}]},
            "items":[{"start_time":"0.5","end_time":"1.0","type":"pronunciation","alternatives":[{"content":"Hi"}]},
            {"start_time":"1.2","end_time":"2.0","type":"pronunciation","alternatives":[{"content":"Yes"}]}]}}
            """#,
            ["ch_0|ch_0|500-1000|Hi", "ch_1|ch_1|1200-2000|Yes"]
        ),
        (
            "Amazon's segments",
            #"""
            {"results":{"items":[],"audio_segments":[{"id":0,"transcript":"Hi.","start_time":"0.5",
            "end_time":"1.0","speaker_label":"spk_0"}]}}
            """#,
            ["spk_0|spk_0|500-1000|Hi."]
        ),
        (
            "Google",
            #"""
            {"results":[{"alternatives":[{"transcript":"Hi yes","words":[{"startTime":"0.5s",
            "endTime":"1s","word":"Hi"},{"startTime":"1s","endTime":"1.500s","word":"yes"}]}]}]}
            """#,
            ["-|-|500-1500|Hi yes"]
        ),
        (
            "Google's speakers",
            #"""
            {"results":[{"alternatives":[{"transcript":"Hi yes","words":[{"word":"Hi"},{"word":"yes"}]}]},{
            "alternatives":[{"words":[{"startTime":{"seconds":"1","nanos":500000000},"endTime":"2s",
            "word":"Hi","speakerTag":1},{"startTime":"2s","endTime":"3s","word":"yes","speakerTag":2}]}]}]}
            """#,
            ["1|1|1500-2000|Hi", "2|2|2000-3000|yes"]
        ),
        (
            "Rev",
            #"""
            {"monologues":[{"speaker":0,"elements":[{"type":"text","value":"Hi","ts":0.5,"end_ts":0.75},{
            "type":"punct","value":", "},{"type":"text","value":"you","ts":0.8,"end_ts":1.0},{
            "type":"punct","value":"."}]},{"speaker":1,"elements":[{"type":"text","value":"Yes","ts":1.5,
            "end_ts":2.0}]}]}
            """#,
            ["0|0|500-1000|Hi, you.", "1|1|1500-2000|Yes"]
        ),
        (
            "Transformers",
            #"""
            {"text":"Hi. Yes.","chunks":[{"timestamp":[0.5,1.0],"text":" Hi."},{"timestamp":[1.0,null],
            "text":" Yes."}]}
            """#,
            ["-|-|500-1000|Hi. Yes."]
        ),
        (
            "Azure",
            #"""
            {"combinedRecognizedPhrases":[],"recognizedPhrases":[{"speaker":1,"offsetInTicks":5000000.0,
            "durationInTicks":5000000,"nBest":[{"display":"Hi.","lexical":"hi"}]}]}
            """#,
            ["1|1|500-1000|Hi."]
        ),
        (
            "YouTube",
            #"""
            {"wireMagic":"pb3","events":[{"tStartMs":0,"dDurationMs":9000,"id":1},{"tStartMs":500,
            "dDurationMs":500,"segs":[{"utf8":"Hi"},{"utf8":" you."}]}]}
            """#,
            ["-|-|500-1000|Hi you."]
        ),
        (
            "ElevenLabs",
            #"""
            {"language_code":"en","text":"Hi you.","words":[{"text":"Hi","start":0.5,"end":0.75,
            "type":"word","speaker_id":"speaker_0"},{"text":" ","start":0.75,"end":0.8,"type":"spacing",
            "speaker_id":"speaker_0"},{"text":"you.","start":0.8,"end":1.0,"type":"word",
            "speaker_id":"speaker_0"}]}
            """#,
            ["speaker_0|speaker_0|500-1000|Hi you."]
        ),
        (
            "Speechmatics",
            #"""
            {"format":"2.9","results":[{"type":"word","start_time":0.5,"end_time":1.0,"alternatives":[{
            "content":"Hi","speaker":"S1"}]},{"type":"punctuation","start_time":1.0,"end_time":1.0,
            "alternatives":[{"content":".","speaker":"S1"}]}]}
            """#,
            ["S1|S1|500-1000|Hi."]
        ),
        (
            "Gladia",
            #"""
            {"result":{"transcription":{"full_transcript":"Hi.","utterances":[{"text":"Hi.","start":0.5,
            "end":1.0,"speaker":0}]}}}
            """#,
            ["0|0|500-1000|Hi."]
        ),
        (
            "OpenAI",
            #"""
            {"task":"transcribe","duration":2.5,"text":"Hi. Yes.","segments":[{
            "type":"transcript.text.segment","id":"seg_1","start":0.5,"end":1.0,"text":"Hi.",
            "speaker":"agent"},{"start":1.0,"end":2.0,"text":"Yes.","speaker":"A"}]}
            """#,
            ["agent|agent|500-1000|Hi.", "A|A|1000-2000|Yes."]
        ),
        ("plain text", #"{"text":"Hi. Yes."}"#, ["-|-|?|Hi. Yes."]),
        (
            "a list",
            #"""
            [{"text":"Hi.","start":0.5,"duration":0.5},{"text":"Yes.","start":1.0,"duration":1}]
            """#, ["-|-|500-2000|Hi. Yes."]
        ),
        (
            "one a line",
            "{\"text\":\"Hi.\",\"start\":0.5,\"end\":1,\"speaker\":\"Kim\"}\n{\"text\":\"Yes.\",\"start\":1,\"end\":2,\"speaker\":\"Lee\"}\n",
            ["Kim|Kim|500-1000|Hi.", "Lee|Lee|1000-2000|Yes."]
        ),
    ]

    @Test("the shapes of other recognisers", arguments: all.indices)
    func shapes(_ index: Int) throws {
        let shape = Self.all[index]
        #expect(try SpeechLedger.passages(of: shape.text) == shape.passages, "\(shape.name)")
        #expect(try TranscriptParser().parse([UInt8](shape.text.utf8), event: "e").diagnostics == [])
    }
}
