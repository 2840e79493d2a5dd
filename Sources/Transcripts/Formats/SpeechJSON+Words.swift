import KoreanText
import Proceedings

extension SpeechJSON {
    /// The most words of one cue.
    static let mostWordsOfCue = 60
    /// The pause between two words, in milliseconds, that ends a cue.
    static let wordPause = 1500

    /// Reads words one by one: a cue ends with a sentence, with its speaker, and after a pause.
    ///
    /// - Parameter speakers: Who speaks from a time on, where lists beside the words say it.
    mutating func readWords(
        _ words: [Int], speaker: String?, unit: SegmentTime.Unit, beside speakers: [String: String] = [:]
    ) {
        var cue = Cue()
        var (text, rows, count): (String, [Int], Int) = ("", [], 0)
        func flush(_ list: inout CueList) {
            let said = CueText(spoken: text)
            if !said.text.isEmpty {
                cue.lines = Set(rows).sorted().map { ($0, CueText(spoken: "")) }
                if !cue.lines.isEmpty { cue.lines[0].text = said }
                list.cues.append(cue)
            }
            (cue, text, rows, count) = (Cue(), "", [], 0)
        }
        for word in words {
            let heard = json.items(json.value(word, "alternatives")).first
            let node =
                json.value(word, ["punctuated_word", "word", "text", "value", "content"])
                ?? json.value(heard, ["content", "word", "text"])
            let kind = json.string(json.value(word, "type"))
            let time = timing(word, unit: unit)
            guard let node, let said = json.string(node), !said.isEmpty else { continue }
            let isMark = kind == "punctuation" || kind == "punct"
            let who =
                speaker ?? self.speaker(word) ?? heard.flatMap { self.speaker($0) }
                ?? json.value(word, "start_time").flatMap { speakers[json.written($0)] }
                ?? (isMark ? cue.speaker : nil)
            let pause = time.flatMap { time in cue.timing.map { time.start - $0.end } } ?? 0
            let endsSentence = text.last { !$0.isWhitespace }.map { ".?!。？！".contains($0) } ?? false
            if who != cue.speaker || (!isMark && (endsSentence || pause >= Self.wordPause))
                || count >= Self.mostWordsOfCue
            {
                flush(&list)
            }
            cue.speaker = who
            if let time { cue.timing = cue.timing.map { $0.union(time) } ?? time }
            // Elements that hold their own blanks are put together as they are.
            let holdsBlanks = kind == "punct" || kind == "spacing" || isMark
            if !holdsBlanks, let last = text.last, let first = said.first, Self.takesBlank(last, first) { text += " " }
            text += said
            rows += self.rows(of: node)
            count += 1
        }
        flush(&list)
    }

    /// Whether a blank stands between two words: not in Chinese and Japanese.
    private static func takesBlank(_ last: Character, _ first: Character) -> Bool {
        guard !last.isWhitespace, !first.isWhitespace else { return false }
        let isOfPair = { (character: Character) in
            character.unicodeScalars.first.map { SearchText.isSyllable($0) && !Hangul.isSyllable($0) } ?? false
        }
        return !(isOfPair(last) && isOfPair(first))
    }
}
