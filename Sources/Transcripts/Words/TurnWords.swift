import KoreanText

/// The words by which labels of turns are told from other labels, from `turns.tsv`, `roles.tsv` and `offices.tsv`; read once and shared.
final class TurnWords: Sendable {
    /// What a word can say of a label or of what follows it; the raw values stand in the files.
    enum Kind: String, CaseIterable {
        case title, after, office, presiding, anonymous, recogniser, unknown, group, many, key, ask, speech, speechEnd,
            particle, markup, scene, pronoun, unidentified, record, article, link, function, conjunction, woman, man,
            reporter, deputy, object, half, saying, origin, address
    }

    /// A set of kinds.
    struct Kinds: OptionSet {
        var rawValue: UInt64

        init(rawValue: UInt64) { self.rawValue = rawValue }

        // A case without payload is stored as its place among all.
        init(_ kind: Kind) { rawValue = 1 << UInt64(unsafeBitCast(kind, to: UInt8.self)) }
    }

    /// The tables that are embedded into the program.
    static let embedded = TurnWords(PackageResources.turns_tsv, .embedded, OfficeWords.inTurns)

    private let kinds: [String: Kinds]
    /// The same of most words, by their bytes.
    private let index: WordIndex
    /// The words that end what people say, by their last scalar.
    private let endings: [Unicode.Scalar: [[Unicode.Scalar]]]
    private let lastScalars: ScalarSet
    /// The words that follow names, longest first.
    let afterNames: [String]
    /// What is added to an office by whoever stands in for its holder.
    let deputies: [String]
    /// The particles of things, with the blank behind them, in bytes.
    let objectParticles: [[UInt8]]
    /// The halves of a day, as they stand beside times.
    let halves: [String]

    /// Reads a table, and what others say of turns: of people by what they do, and of offices.
    init(_ bytes: [UInt8], _ roles: RoleWords, _ offices: [String]) {
        var words = WordTable<Kind>(bytes).rows.flatMap { row in row.words.map { (word: $0, kind: row.kind) } }
        for row in roles.rows {
            for kind in row.turns { words += row.words.map { ($0, kind) } }
        }
        words += offices.map { ($0, .office) }
        let of = { (kind: Kind) in words.lazy.filter { $0.kind == kind }.map(\.word) }
        kinds = words.reduce(into: [:]) { $0[Self.folded($1.word), default: []].insert(Kinds($1.kind)) }
        index = WordIndex(kinds.mapValues(\.rawValue))
        endings = Dictionary(grouping: of(.speechEnd).map { Array($0.unicodeScalars) }) { $0.last ?? " " }
        lastScalars = ScalarSet(endings.keys)
        afterNames = of(.after).sorted { $0.utf8.count > $1.utf8.count }
        deputies = Array(of(.deputy))
        objectParticles = of(.object).map { Array(($0 + " ").utf8) }
        halves = of(.half).flatMap { $0 == $0.lowercased() ? [$0] : [$0, $0.lowercased()] }
    }

    /// A word as it is looked up: in small letters, without a full stop at its end.
    static func folded(_ word: some StringProtocol) -> String {
        var text =
            word.utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x80 }) ? word.lowercased() : String(word)
        while text.utf8.last == 0x2E { text.removeLast() }
        return text
    }

    /// The kinds of a word or phrase.
    func kinds(_ word: some StringProtocol) -> Kinds {
        let known = word.withBytes { bytes in
            var end = bytes.count
            while end > 0, bytes[end - 1] == 0x2E { end -= 1 }
            return index.value(UnsafeBufferPointer(rebasing: bytes[..<end]))
        }
        return known.map(Kinds.init(rawValue:)) ?? kinds[Self.folded(word)] ?? []
    }

    /// Whether a word or phrase is of a kind.
    func isOne(_ word: some StringProtocol, _ kind: Kind) -> Bool { kinds(word).contains(Kinds(kind)) }

    /// Whether a word ends as sentences that people say do; one syllable counts only as the whole word.
    func endsSpeech(_ word: some StringProtocol) -> Bool {
        let scalars = word.unicodeScalars
        guard let last = scalars.last, lastScalars.contains(last), let candidates = endings[last] else {
            return false
        }
        return candidates.contains { ending in
            if ending.count == 1, Hangul.isSyllable(last) { return scalars.count == 1 }
            return scalars.reversed().starts(with: ending.reversed())
        }
    }
}
