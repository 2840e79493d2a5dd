import KoreanText

/// The words of a corpus and in how many passages each stands, particles taken off where the corpus bears it out.
struct WordTally {
    /// The words of Hangul that a store remembers at most; the rarest go first.
    ///
    /// Foreign words and numbers all stay, since what is sought inside them is found through them.
    static let mostWords = 60_000
    /// The bytes of a word of Hangul that is remembered.
    static let longestWord = 60
    /// The bytes of a Hangul syllable.
    private static let syllableWidth = 3

    private var runs = WordTable()
    private var batch = WordBatch()
    private var names = WordTable()
    /// The runs of all passages, one after another, by their places in the table: forms of one word may stand together.
    private var stretch: [UInt32] = []
    /// Where each passage begins among them.
    private var starts: [Int] = []

    /// Begins a passage.
    mutating func beginPassage() { starts.append(stretch.count) }

    /// Adds the runs of a text of the passage that was begun last, and hands each on.
    mutating func addRuns(
        of text: UnsafeBufferPointer<UInt8>, _ body: (SearchText.Kind, UnsafeBufferPointer<UInt8>) -> Void
    ) {
        SearchRunScanner.forEachRun(of: text) { kind, run in
            if Self.isRemembered(kind, run) { batch.append(run) }
            body(kind, run)
        }
        runs.insert(batch, &stretch)
        batch.removeAll()
    }

    private static func isRemembered(_ kind: SearchText.Kind, _ run: UnsafeBufferPointer<UInt8>) -> Bool {
        switch kind {
        case .syllable: run.count >= 4 && run.count <= longestWord
        case .letter, .digit: run.count >= 2 && run.count <= SearchTokenizer.longestToken
        case .sign, .gap: false
        }
    }

    /// Adds a name that may be sought though no passage holds it.
    mutating func add(name: String) {
        var squeezed = SearchText(name).squeezed
        guard squeezed.unicodeScalars.count >= 2, squeezed.utf8.count <= Self.longestWord else { return }
        squeezed.withUTF8 { _ = names.insert($0) }
    }

    /// The words with their passages, in the order of their keys.
    ///
    /// A run loses its particle where what is left stands alone somewhere, or before another particle, or is a name, or
    /// where the particle can hardly be anything else.
    ///
    /// - Parameter limit: How many words of Hangul stay at most.
    func words(mostOfHangul limit: Int = Self.mostWords) -> KnownWords {
        var stems = WordTable()
        /// The place of each run's stem among the stems, or -1.
        var stemOfRun = [Int](repeating: -1, count: runs.entries.count)
        runs.withBytes { bytes in
            var scalars: [Unicode.Scalar] = []
            for (index, run) in runs.entries.enumerated() {
                let word = bytes[run.start..<run.start + run.count]
                guard Self.decode(word, &scalars), let particle = SearchStem.particleLength(of: scalars) else {
                    continue
                }
                let stem = UnsafeBufferPointer(rebasing: word.dropLast(particle * Self.syllableWidth))
                stemOfRun[index] = stems.add(stem, passage: index)
            }
        }
        var kept = KnownWords.Builder()
        /// The place of each run's word among the kept ones.
        var wordOfRun: [Int] = []
        wordOfRun.reserveCapacity(runs.entries.count)
        runs.withBytes { bytes in
            for (index, run) in runs.entries.enumerated() {
                var word = bytes[run.start..<run.start + run.count]
                if stemOfRun[index] >= 0 {
                    let stem = stems.entries[stemOfRun[index]]
                    let shortened = UnsafeBufferPointer(rebasing: word.prefix(stem.count))
                    if stem.passages > 1 || Self.endsAsObject(word) || runs.index(of: shortened) != nil
                        || names.index(of: shortened) != nil
                    {
                        word = word.prefix(stem.count)
                    }
                }
                wordOfRun.append(kept.insert(UnsafeBufferPointer(rebasing: word)))
            }
        }
        for (passage, start) in starts.enumerated() {
            let end = passage + 1 < starts.count ? starts[passage + 1] : stretch.count
            for run in stretch[start..<end] { kept.count(wordOfRun[Int(run)], passage: passage) }
        }
        names.withBytes { bytes in
            for name in names.entries {
                _ = kept.insert(UnsafeBufferPointer(rebasing: bytes[name.start..<name.start + name.count]))
            }
        }
        return kept.words(mostOfHangul: limit)
    }

    /// Whether a word is Hangul syllables and nothing else, which are then taken apart.
    private static func decode(_ word: Slice<UnsafeBufferPointer<UInt8>>, _ scalars: inout [Unicode.Scalar]) -> Bool {
        guard word.count > 2 * syllableWidth, word.count.isMultiple(of: syllableWidth) else { return false }
        scalars.removeAll(keepingCapacity: true)
        var index = word.startIndex
        while index < word.endIndex {
            let value =
                UInt32(word[index] & 0x0F) << 12 | UInt32(word[index + 1] & 0x3F) << 6 | UInt32(word[index + 2] & 0x3F)
            guard word[index] >= 0xEA, word[index] <= 0xED, let scalar = Unicode.Scalar(value) else { return false }
            scalars.append(scalar)
            index += syllableWidth
        }
        return true
    }

    private static func endsAsObject(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        objectMarks.contains { run.suffix(syllableWidth).elementsEqual($0) }
    }

    private static let objectMarks = [Array("를".utf8), Array("을".utf8)]
}
