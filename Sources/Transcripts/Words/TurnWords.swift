import KoreanText

/// The words by which labels of turns are told from other labels, from `turns.tsv` and `roles.tsv`.
struct TurnWords: Sendable {
    /// What a word can say of a label or of what follows it; the raw values stand in the files.
    enum Kind: String, CaseIterable {
        case title, after, office, presiding, anonymous, recogniser, unknown, group, many, key, ask, speech, speechEnd,
            particle, markup, scene, pronoun, unidentified, record, article, link, function, conjunction, woman, man,
            reporter, deputy, object, half
    }

    /// A set of kinds.
    struct Kinds: OptionSet {
        var rawValue: UInt32

        init(rawValue: UInt32) { self.rawValue = rawValue }

        init(_ kind: Kind) { rawValue = 1 << UInt32(Kind.allCases.firstIndex(of: kind) ?? 0) }
    }

    /// The tables that are embedded into the program.
    static let embedded = TurnWords(PackageResources.turns_tsv, .embedded)

    private var kinds: [String: Kinds] = [:]
    /// The words that end what people say, by their last scalar.
    private var endings: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
    /// The words that follow names, longest first.
    private(set) var afterNames: [String] = []
    /// What is added to an office by whoever stands in for its holder.
    private(set) var deputies: [String] = []
    /// The particles of things, with the blank behind them, in bytes.
    private(set) var objectParticles: [[UInt8]] = []
    /// The halves of a day, as they stand beside times.
    private(set) var halves: [String] = []

    /// Reads a table, and what another says of the turns of people by what they do.
    init(_ bytes: [UInt8], _ roles: RoleWords) {
        for row in WordTable<Kind>(bytes).rows {
            for word in row.words { take(word, row.kind) }
        }
        for row in roles.rows {
            for kind in row.turns {
                for word in row.words { take(word, kind) }
            }
        }
        afterNames.sort { $0.utf8.count > $1.utf8.count }
    }

    private mutating func take(_ word: String, _ kind: Kind) {
        kinds[Self.folded(word), default: []].insert(Kinds(kind))
        switch kind {
        case .speechEnd:
            let scalars = Array(word.unicodeScalars)
            if let last = scalars.last { endings[last, default: []].append(scalars) }
        case .after: afterNames.append(word)
        case .deputy: deputies.append(word)
        case .object: objectParticles.append(Array((word + " ").utf8))
        case .half: halves += word == word.lowercased() ? [word] : [word, word.lowercased()]
        default: break
        }
    }

    /// A word as it is looked up: in small letters, without a full stop at its end.
    static func folded(_ word: some StringProtocol) -> String {
        var text =
            word.utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x80 }) ? word.lowercased() : String(word)
        while text.utf8.last == 0x2E { text.removeLast() }
        return text
    }

    /// The kinds of a word or phrase.
    func kinds(_ word: some StringProtocol) -> Kinds { kinds[Self.folded(word)] ?? [] }

    /// Whether a word or phrase is of a kind.
    func isOne(_ word: some StringProtocol, _ kind: Kind) -> Bool { kinds(word).contains(Kinds(kind)) }

    /// Whether a word ends as sentences that people say do; one syllable counts only as the whole word.
    func endsSpeech(_ word: some StringProtocol) -> Bool {
        let scalars = word.unicodeScalars
        guard let last = scalars.last, let candidates = endings[last] else { return false }
        return candidates.contains { ending in
            if ending.count == 1, Hangul.isSyllable(last) { return scalars.count == 1 }
            return scalars.reversed().starts(with: ending.reversed())
        }
    }
}
