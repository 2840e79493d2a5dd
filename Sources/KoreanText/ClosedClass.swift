/// The small closed classes of Korean words on which spacing depends: what only follows another word at once, and what only stands apart.
struct ClosedClass: OptionSet, Sendable {
    let rawValue: UInt16

    /// A particle, or several, whatever comes before.
    static let particle = ClosedClass(rawValue: 1)
    /// A particle that follows a final consonant, or several that begin with one.
    static let afterConsonant = ClosedClass(rawValue: 1 << 1)
    /// A particle that follows a vowel, or several that begin with one.
    static let afterVowel = ClosedClass(rawValue: 1 << 2)
    /// `로`, which follows ㄹ as it follows a vowel (`서울로`), and what begins with it.
    static let afterRieul = ClosedClass(rawValue: 1 << 3)
    /// What may be torn off the end of a verb.
    static let ending = ClosedClass(rawValue: 1 << 4)
    /// What follows a quotation at once (`“…”라고`).
    static let afterQuotation = ClosedClass(rawValue: 1 << 5)
    /// A noun that stands apart but seldom first, with its particle or without (`것`, `때에`, `수`).
    static let boundNoun = ClosedClass(rawValue: 1 << 6)
    /// Such a noun without a particle.
    static let bareBoundNoun = ClosedClass(rawValue: 1 << 7)
    /// Such a noun that seldom begins another word where a verb stands before it (`간 뒤`, `할 바`).
    static let followsVerb = ClosedClass(rawValue: 1 << 8)
    /// What stands by itself before another word: an adverb, a determiner, a conjunction.
    static let standing = ClosedClass(rawValue: 1 << 9)

    static let anyParticle: ClosedClass = [.particle, .afterConsonant, .afterVowel]

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The classes that a word belongs to.
    init(of word: ShortWord) { self = Self.words[word.key] }

    /// Whether a particle agrees with the final consonant of the syllable before.
    ///
    /// `은` and `는`, `이` and `가`, `을` and `를`, `과` and `와`, `으로` and `로` must agree with it, and so must what begins with them.
    func isParticle(after previous: Unicode.Scalar) -> Bool {
        if contains(.particle) { return true }
        guard !isDisjoint(with: .anyParticle) else { return false }
        guard let endsInConsonant = Hangul.endsInConsonant(previous) else { return true }
        if contains(endsInConsonant ? .afterConsonant : .afterVowel) { return true }
        return contains(.afterRieul) && Hangul.endsInRieul(previous)
    }

    /// Whether a syllable begins `있다`, `없다`, `같다` or `않다`.
    static func beginsBeing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "있", "없", "같", "않": true
        default: false
        }
    }

    /// Whether a syllable may end what `있다`, `없다`, `같다` or `않다` follow after a space.
    static func comesBeforeBeing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "수", "것", "고", "지", "데", "바", "게", "적", "어", "아", "여", "해": true
        default: false
        }
    }

    private static let words: CountTable<ClosedClass> = {
        var result = CountTable(zero: ClosedClass())
        for (members, list) in lists {
            for word in list.split(separator: " ") {
                result.count(ShortWord(word.unicodeScalars).key) { $0.formUnion(members) }
            }
        }
        let nouns = lists.filter { $0.members == .bareBoundNoun }.map(\.list).joined() + " 등"
        let particles: [Substring] = [""] + afterBoundNouns.split(separator: " ")
        for noun in nouns.split(separator: " ") {
            for particle in particles {
                let word = ShortWord(String(noun + particle).unicodeScalars)
                if word.isShort { result.count(word.key) { $0.insert(.boundNoun) } }
            }
        }
        return result
    }()

    private static let afterBoundNouns =
        """
        이 가 은 는 을 를 의 에 도 만 로 으로 에서 에는 에도 이나 나 과 와 이다 이며 이고 인 인데 까지 부터 보다 \
        조차 마다 입니다 이라고 이라는 에게 처럼 뿐 들 들이 들을 들은 들의
        """

    private static let lists: [(members: ClosedClass, list: String)] = [
        (
            .particle,
            """
            의 에 에서 에게 께 께서 도 만 까지 부터 보다 처럼 마다 조차 마저 이며 이고 인 이다 입니다 인데 이지만 \
            지만 이므로 에게서 한테 밖에 이야말로 들 들이 들은 들을 들의 들도 들에 들과 들에게 적 적인 적으로 에는 \
            에도 에만 에서는 에서도 에서만 에서의 에서부터 에게는 에게도 까지는 까지도 까지의 부터는 부터의 만이 \
            만을 만은 만의 만으로 만으로는 만으로도 보다는 보다도 처럼은 이라면 라면 이자 하고
            """
        ),
        (
            .afterConsonant,
            """
            은 이 을 과 으로 이나 이란 이라는 이라고 이라도 이든 이었다 으로서 으로써 으로는 으로도 으로만 으로의 \
            으로부터 과의 과는 과도 이랑
            """
        ),
        (
            .afterVowel,
            """
            는 가 를 와 로 나 란 라는 라고 라도 였다 였습니다 므로 로서 로써 로는 로도 로만 로의 로부터 와의 와는 \
            와도 랑
            """
        ),
        (.afterRieul, "로 로서 로써 로는 로도 로만 로의 로부터"),
        (
            .ending,
            """
            습니다 습니까 니다 니까 십니다 십시오 시오 었습니다 았습니다 였습니다 겠습니다 했습니다 됐습니다 \
            렸습니다 졌습니다 왔습니다 웠습니다 갔습니다 었습니까 였습니까 겠습니까 습니다만 니다만 었다 았다 였다 \
            겠다 했다 됐다 렸다 졌다 는다 더라도 라도 라면 다면 려면 으면 면서 으면서 으며 지만 지마는 었지만 았지만 \
            였지만 겠지만 는데 은데 었는데 았는데 였는데 겠는데 는지 은지 을지 었는지 았는지 였는지 거나 든지 든가 \
            도록 게끔 려고 으려고 으러 으려 어서 아서 여서 어도 아도 여도 어야 아야 여야 어야만 으니 으니까 니까요 \
            므로 으므로 자마자 자면 자고 다가 다는 다고 다며 라고 라는 라며 냐고 느냐 는가 은가 을까 을까요 었던 \
            았던 였던 었을 았을 였을 었으며 았으며 였으며 었으나 았으나 였으나 었고 았고 였고 겠고 어지는 아지는 \
            어지고 지고 지는 지게 지도 지를 지만은 면서도 면서부터 기로 기에 기는 기도 기를 기가 음을 음이 음에 \
            음으로 었음을 였음을 는데도 더니 더군요 네요 군요 거든요 는데요 지요 을수록 수록 을뿐 을지라도 더라 \
            더라면 었더라면 으십시오 세요 으세요 시는 시고 시면 시기 신다 셨습니다 하고 하며 하여 하는 하기 하게 \
            하지 하면 하도록 하였다 합니다 되었다 됩니다 되는 되고 되며 되어 되지
            """
        ),
        (.afterQuotation, "고 고는 며 라고 라고도 라는 라며 라면서 하고 하며 하는 하여 하였다 이라고 이라는 이라며 이니 니 하니"),
        (
            .bareBoundNoun,
            """
            수 것 때 뒤 후 전 중 데 바 적 점 줄 뿐 만큼 대로 채 탓 듯 리 지 곳 분 쪽 측 번 건 내 외 간 동안 가운데 \
            때문 정도 이상 이하 이후 이전 가지 경우 덕분 셈 참 터 무렵 즈음 밖 안 위 앞 속 사이 시
            """
        ),
        (.followsVerb, "수 것 뒤 후 때 데 바 줄 채 탓 듯 적 곳 만큼 대로 동안 가운데 경우 이후 무렵"),
        (
            .standing,
            """
            겸 및 또 더 이 그 저 수 것 때 할 한 된 될 큰 각 총 약 매 첫 두 세 네 몇 본 즉 왜 잘 못 안 다 꼭 늘 곧 등 \
            한두 여러 모든 어떤 이런 그런 저런 다른 새 옛 온 단 제 내 참 좀 덜 꽤 막 갓 채 딱 쭉 푹 확 그냥 이미 \
            아직 다시 모두 매우 아주 가장 바로 특히 또한 또는 혹은 그리고 그러나 그런데 그래서 따라서 다만 물론 만약 \
            만일 결국 과연 거의 자주 항상 이제 지금 오늘 어제 내일 먼저 다음 마치 오히려 비록 단지 오직 서로 함께 \
            같이 직접 별로 전혀 너무 정말 진짜 스스로 즉시 예컨대 이렇게 그렇게 어떻게 왜냐하면
            """
        ),
    ]
}
