/// What tells a broken word from a compound, from `hyphens.tsv`; the letters as bytes.
enum HyphenWords {
    /// What a word is; the raw values stand in the file.
    enum Kind: String, CaseIterable {
        case prefix, boundPrefix, ending, compounding, compounded, onset
    }

    static let table = WordTable<Kind>(PackageResources.hyphens_tsv)

    /// What begins compounds, whatever follows.
    static let prefixes = bytes(.prefix)
    /// What begins words and is neither one itself nor written with a hyphen (`com-` / `pany`, `suc-` / `cessors`).
    static let boundPrefixes = bytes(.boundPrefix)
    /// What only ever ends words.
    static let endings = bytes(.ending)
    /// What often begins a compound.
    static let compounding = bytes(.compounding)
    /// What often ends one.
    static let compounded = bytes(.compounded)
    /// Pairs of consonants that words begin with.
    static let onsets = bytes(.onset)

    private static func bytes(_ kind: Kind) -> Set<[UInt8]> { Set(table[kind].map { Array($0.utf8) }) }
}
