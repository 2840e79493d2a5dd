import KoreanText
import Proceedings

/// The names of those who speak in one event, and what they are called by: none of these words is a topic there.
struct VoiceNames {
    /// The words of labels and names, folded.
    private(set) var words: Set<String> = []

    /// Collects the voices and the programme of an event.
    init(_ event: Corpus.EventRecord) {
        for (talk, _) in event.talks {
            for part in talk.participations where part.kind == .person || part.kind == .office { add(part.name) }
            var last: Voice?
            for case let voice? in talk.passages.lazy.map(\.voice) where voice != last {
                last = voice
                if voice.kind == .person || voice.kind == .office { add(voice.label) }
            }
        }
    }

    private mutating func add(_ name: String) {
        guard words.insert(FoldedText.folded(name)).inserted else { return }
        let parts = name.split { !$0.isLetter && !$0.isNumber }.map { FoldedText.folded(String($0)) }
        for part in parts where !part.unicodeScalars.contains(where: Hangul.isSyllable) { words.insert(part) }
        // Of a Korean label, whose parts may be the name of a ministry, the ends: the name and the title.
        for part in [parts.first, parts.last] {
            if let part, part.unicodeScalars.contains(where: Hangul.isSyllable) { words.insert(part) }
        }
    }
}
