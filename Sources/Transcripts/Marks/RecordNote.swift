import KoreanText

/// A paragraph that the writer of a record adds between turns, without a label: how the sitting went, who wrote it down, or who
/// examines a witness from there on (`END 1:40 P.M. EDT`, `Sitting suspended from 12:10 to 13:00`, `Transcribed by …`, `BY MR. PELL:`).
///
/// The words are data in `records.tsv`. A person says the same with `I` or `we`, or in the present (`The meeting is adjourned.`).
enum RecordNote {
    /// What is told.
    enum Kind {
        /// The sitting or its record ends, a witness comes or goes, or somebody else goes on asking: nobody's turn goes on behind it.
        case end
        /// The sitting begins, is interrupted or goes on, or something happens in it.
        case pause
    }

    /// The most scalars and words of such a paragraph.
    static let mostScalars = 200, mostWords = 26
    /// The most words of one that says who wrote the record, and of a heading over an examination.
    static let mostCreditWords = 14, mostExaminedWords = 9
    /// The most words of a phrase that says what became of the sitting.
    static let mostPhrase = 4
    /// The most words that only name what is heard (`Laughter and applause.`).
    static let mostSceneWords = 3

    private static let decorations: ScalarSet = " -–—―─=*_~#·.○◯●()[]（）［］<>【】〔〕"
    private static let brackets: ScalarSet = "([（［【〔"
    private static let edges: ScalarSet = ".,;:!\"'“”’()[]（）"

    /// What a clean paragraph tells; `nil` where it is what somebody may say.
    static func kind(_ text: String) -> Kind? {
        guard text.utf8.count <= mostScalars * 4, text.unicodeScalars.count <= mostScalars else { return nil }
        let bare = trimmed(text, decorations)
        guard bare.contains(where: \.isLetter), bare.last != "?", bare.last != "？" else { return nil }
        let parts = bare.words
        guard parts.count <= mostWords else { return nil }
        let words = parts.map { trimmed($0, edges).lowercased() }
        guard !isSaid(words) else { return nil }
        let isSetOff = text.unicodeScalars.first.map { decorations.contains($0) } == true
        if isEnding(bare, words, isSetOff: isSetOff) || isCredit(bare, words) || isExamination(text, words) {
            return .end
        }
        let phrases = Set((1...mostPhrase).flatMap { count in runs(words, of: count) })
        if !phrases.isDisjoint(with: RecordWords.sworn) { return .end }
        return sittingKind(bare, words, phrases, isSetOff: isSetOff)
    }

    /// Whether somebody speaks of himself or to others, or politely.
    private static func isSaid(_ words: [String]) -> Bool {
        let table = TurnWords.embedded
        return words.contains { word in
            table.isOne(word, .pronoun) && table.isOne(word, .speech)
                || word.unicodeScalars.last.map(Hangul.isSyllable) == true && word.unicodeScalars.count > 2
                    && table.endsSpeech(word)
        }
    }

    /// Whether a paragraph is a word for the end, and maybe a time: `END`, `- 산회 -`, `(11시 25분 산회)`, `午後五時散会`.
    private static func isEnding(_ bare: String, _ words: [String], isSetOff: Bool) -> Bool {
        let timeless = withoutTime(words)
        let isTimed = timeless.count < words.count
        let told = timeless.joined(separator: " ")
        guard RecordWords.endings.contains(told) || RecordWords.endings.contains(withoutNumbers(bare)) else {
            return false
        }
        // `End.` may be said; in capitals, set off, timed, in several words or in Hangul or Han it is written.
        let letters = bare.unicodeScalars.filter(\.properties.isAlphabetic)
        return isSetOff || isTimed || timeless.count > 1 || !letters.contains(where: \.properties.isLowercase)
    }

    /// The words but for hours, dates and what stands beside them.
    private static func withoutTime(_ words: [String]) -> [String] {
        words.filter { word in
            !word.utf8.contains { (0x30...0x39).contains($0) }
                && !["am", "pm", "a.m", "p.m", "uhr", "h", "noon", "midnight", "at", "à", "a"].contains(word)
                && !timeZones.contains(word)
        }
    }

    private static let timeZones: Set<String> = [
        "edt", "est", "et", "cdt", "cst", "ct", "mdt", "mst", "mt", "pdt", "pst", "pt", "gmt", "utc", "cet", "cest",
        "bst", "kst", "jst", "local",
    ]

    /// A text in Hangul or Han without its hours.
    private static func withoutNumbers(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value >= 0x3000 }) else { return text }
        let kept = text.unicodeScalars.filter {
            !("0"..."9").contains($0) && !hourMarks.contains($0) && !decorations.contains($0)
        }
        return String(String.UnicodeScalarView(kept))
    }

    private static let hourMarks: ScalarSet = "시분時分时点點午前後下上오전후年月日년월일:：一二三四五六七八九十〇零"

    private static func isCredit(_ bare: String, _ words: [String]) -> Bool {
        guard words.count <= mostCreditWords else { return false }
        let folded = bare.lowercased()
        return RecordWords.credits.contains { credit in
            guard folded.utf8.starts(with: credit.utf8) else { return false }
            let next = folded.utf8.dropFirst(credit.utf8.count).first
            return next.map {
                [0x20, 0x2C, 0x3A].contains($0) || $0 >= 0x80 && credit.utf8.last.map { $0 >= 0x80 } == true
            }
                ?? false
        }
    }

    /// Whether a paragraph heads an examination: `DIRECT EXAMINATION`, `CROSS-EXAMINATION BY MR. PELL:`, `BY MS. ORRIN:`.
    private static func isExamination(_ text: String, _ words: [String]) -> Bool {
        guard words.count <= mostExaminedWords, let first = words.first else { return false }
        let head = words.prefix { RecordWords.examined.contains($0) }
        let isNamed =
            head.contains { $0.hasSuffix("examination") || $0 == "dire" } || words == Array(head) && first == "voir"
        let rest = words.dropFirst(head.count)
        guard isNamed || head.isEmpty, !(head.isEmpty && rest.isEmpty) else { return false }
        let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
        let isCapitals = letters.allSatisfy(\.properties.isUppercase)
        if rest.isEmpty { return isCapitals || text.words.allSatisfy { $0.first?.isLowercase != true } }
        guard rest.first == "by", rest.count > 1 else { return false }
        let named = text.words.dropFirst(words.count - rest.count + 1)
        guard named.allSatisfy({ $0.first?.isLowercase != true }) else { return false }
        let isTitled = named.first.map { TurnWords.embedded.isOne($0, .title) } == true
        return isTitled || isNamed || isCapitals && text.utf8.last == 0x3A
    }

    /// What is told of a sitting: `The committee adjourned at 3 p.m.`, `Sitting suspended from 12:10 to 13:00`.
    private static func sittingKind(
        _ bare: String, _ words: [String], _ phrases: Set<String>, isSetOff: Bool
    ) -> Kind? {
        if RecordWords.halts.contains(withoutNumbers(bare)) || RecordWords.halts.contains(bare) { return .pause }
        if words.count <= mostSceneWords,
            words.allSatisfy({ TurnWords.embedded.isOne($0, .scene) || TurnWords.embedded.isOne($0, .conjunction) })
        {
            return .pause
        }
        let isTimed = bare.utf8.contains { (0x30...0x39).contains($0) }
        let isWhereupon = words.first == "whereupon"
        let hasSitting = !phrases.isDisjoint(with: RecordWords.sittings)
        let ends = !phrases.isDisjoint(with: RecordWords.closed)
        let pauses = !phrases.isDisjoint(with: RecordWords.paused)
        guard ends || pauses else { return nil }
        let beginsSo = (1...mostPhrase).contains { count in
            let start = words.prefix(count).joined(separator: " ")
            return RecordWords.closed.contains(start) || RecordWords.paused.contains(start)
        }
        guard isWhereupon || hasSitting && (isTimed || isSetOff) || (beginsSo || isSetOff) && isTimed,
            !isPresent(words)
        else { return nil }
        return ends && !pauses ? .end : .pause
    }

    /// Whether English words say what is now or will be, as people in the room do.
    private static func isPresent(_ words: [String]) -> Bool {
        !Set(words).isDisjoint(with: ["is", "are", "stands", "be", "will", "shall", "now", "let"])
    }

    /// The phrases of some words in a row.
    private static func runs(_ words: [String], of count: Int) -> [String] {
        guard words.count >= count else { return [] }
        return (0...(words.count - count)).map { words[$0..<($0 + count)].joined(separator: " ") }
    }

    private static func trimmed(_ text: some StringProtocol, _ edges: ScalarSet) -> String {
        var scalars = Substring(text).unicodeScalars[...]
        while let first = scalars.first, edges.contains(first) { scalars.removeFirst() }
        while let last = scalars.last, edges.contains(last) { scalars.removeLast() }
        return String(scalars)
    }
}
