/// What stands before the first turn of minutes: title, date, place, attendance, agenda.
///
/// Only that is front matter; from the first prose on, everything is text, of nobody.
struct MinutesHead {
    /// The place in the content at which the text begins.
    let end: Int
    /// Whether prose stands before the first turn.
    let hasSpeech: Bool

    /// The narrowest line of prose, in columns.
    static let narrowestProse = 30

    init(_ layout: Layout, before first: Int) {
        let words = TurnWords.embedded
        var prose: Int?
        for place in 0..<first {
            let row = layout.content[place]
            guard layout.endsSentence(row), layout.width(row) >= Self.narrowestProse, !layout.separators.contains(row),
                !layout.labels.begins(row), !ContentsLine.isOne(layout.manuscript, row),
                !SceneNote.isOne(layout.manuscript, row, hasTurns: true)
            else { continue }
            let text = layout.text(row)
            if let colon = text.prefix(40).firstIndex(where: { $0 == ":" || $0 == "：" }) {
                let label = LabelReader.trimmed(String(text[..<colon]))
                if words.isOne(label, .key) || LabelReader(words).read(label).shape == .key { continue }
            }
            // A list that ends in a full stop names people and says nothing.
            let hasSpeech = SpeechEvidence(text, words).isSpeech
            let isSentence =
                hasSpeech || text.words.count { $0.unicodeScalars.first?.isLowercase == true } > 4
                || layout.manuscript.lastScalars(row, 2).last.map { $0 == "다" || $0 == "요" || $0 == "까" } == true
            guard isSentence else { continue }
            prose = place
            break
        }
        guard var start = prose else {
            (end, hasSpeech) = (first, false)
            return
        }
        // The paragraph begins where a blank line or a short line stands before it.
        while start > 0, layout.gap(layout.content[start - 1], layout.content[start]).blankLines == 0,
            layout.isFull(layout.content[start - 1], before: layout.content[start]), layout.wrap.isWrapped
        {
            start -= 1
        }
        end = start
        hasSpeech = layout.content[start..<first].contains { SpeechEvidence(layout.text($0), words).isSpeech }
    }
}
