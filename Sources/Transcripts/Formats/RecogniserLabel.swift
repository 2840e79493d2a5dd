import Proceedings

/// The label that a file gives the speaker of a cue.
struct RecogniserLabel {
    /// The longest label that names somebody, in characters.
    static let mostCharacters = 100

    /// The label as in the file, white space made single spaces; never empty.
    let text: String
    /// What it names.
    let kind: Voice.Kind

    /// Reads a label; `nil` where it is empty.
    init?(_ label: String) {
        text = CueText(spoken: label).text
        guard !text.isEmpty else { return nil }
        kind = text.count > Self.mostCharacters || TurnWords.embedded.isOne(text, .unknown) ? .unknown : Self.kind(text)
    }

    /// A number, a single letter, or one word with a number or letter after it is a speaker without a name; a name has letters beyond that.
    private static func kind(_ text: String) -> Voice.Kind {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        // `SPEAKER_00`, `spk0` and `화자1`: the word and the number.
        guard let first = words.first else { return .unknown }
        let word = first.prefix { $0.isLetter }
        let after = first.dropFirst(word.count)
        guard after.allSatisfy(\.isNumber) else { return .person }
        switch words.count {
        case 1:
            let isShort = word.count <= 1 && word.allSatisfy(\.isASCII)
            return isShort || !after.isEmpty || isGeneric(word) ? .anonymous : .person
        case 2 where after.isEmpty:
            let last = words[1]
            if last.allSatisfy(\.isNumber) { return .anonymous }
            return last.count == 1 && isGeneric(word) ? .anonymous : .person
        default: return .person
        }
    }

    /// Whether a word stands for a speaker, beside which a letter is no initial.
    private static func isGeneric(_ word: Substring) -> Bool {
        let kinds = TurnWords.embedded.kinds(word)
        return kinds.contains(.init(.anonymous)) || kinds.contains(.init(.recogniser))
    }
}
