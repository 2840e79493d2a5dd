import KoreanText

/// What a word can be in a term, by its form alone.
enum TermShape {
    /// Whether a stem of Hangul looks like an adnominal form, an adverb or an ending of a verb, and not like a noun.
    ///
    /// A stem that particles show to be a noun (`시간`, `광고`) is not asked.
    static func looksInflected(_ stem: [Unicode.Scalar]) -> Bool {
        guard let last = stem.last, Hangul.isSyllable(last) else { return false }
        if endings.end(stem) { return true }
        // 28 final consonants: ㄴ and ㄹ make adnominals (`새로운`, `만들`), ㅆ tenses.
        let final = (last.value - 0xAC00) % 28
        return final == 4 || final == 8 || final == 20
    }

    /// Whether a stem is surely no noun or one made from a verb, whatever follows it.
    static func isInflected(_ stem: [Unicode.Scalar]) -> Bool {
        guard let last = stem.last, Hangul.isSyllable(last) else { return false }
        if (last.value - 0xAC00) % 28 == 20 { return true }
        return surely.end(stem)
    }

    /// Whether a stem ends as the form of a verb that another verb may follow: `들어`+`가다`, `지켜`+`보다`.
    static func couldLeadVerb(_ stem: [Unicode.Scalar]) -> Bool {
        stem.last.map(leadingEnds.contains) ?? false
    }

    private static let leadingEnds = Set("아어여해려겨워와져켜쳐셔러커써꺼나가돼봐줘놔내배매개대보오고".unicodeScalars)

    /// Endings that nouns seldom have.
    private static let endings = EndingList(
        """
        게 히 며 고 서 면 지 어 아 여 다 요 까 죠 네 니 라 려 자 든 던 는 은 한 된 할 될 운 린 긴 킨 낸 난 른 인 적 해 돼 져 워 와 러 록 만 도 로
        """)

    /// Endings that no noun has, or only one that says nothing.
    private static let surely = EndingList(
        """
        는 같 하는 되는 있는 없는 한다 된다 니다 습니다 어요 아요 네요 세요 군요 거든요 는데 은데 인데 ㄴ데 하고 되고 하게 되게 하지 되지 하며 되며 하면 되면 해서
        돼서 해야 하여 되어 도록 면서 지만 려고 려면 다고 다는 라고 라는 적인 적 하기 되기 시키기 보기 들기 가기 오기 리기 치기 우기 있음 없음 했음 됐음 였음 었음 았음 됨 필요함 중요함 하든 되든
        스러움 스럽 로움 로운 롭게 스러운 스럽게 드리 거나 든지 는지 은지 을지 할지 했던 하던 되던 시키 이거 이게 거를 거예 거죠 잖아 려구 구요 데요 게요 까요 나요 가요 는가 은가 을까 텐데 더라 다가 자마자 할수 될수
        """)
}

/// Endings of words.
private struct EndingList: Sendable {
    private let byEnd: SyllableMap<[[Unicode.Scalar]]>

    /// Takes endings apart at white space.
    init(_ list: String) {
        byEnd = list.split(whereSeparator: \.isWhitespace).map { Array($0.unicodeScalars) }
            .reduce(into: SyllableMap(repeating: [])) { map, ending in
                if let last = ending.last { map[last].append(ending) }
            }
    }

    /// Whether a word ends in one, with something before it.
    func end(_ word: [Unicode.Scalar]) -> Bool {
        guard let last = word.last else { return false }
        return byEnd[last].contains { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }
    }
}
