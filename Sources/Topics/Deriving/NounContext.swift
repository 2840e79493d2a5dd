import KoreanText

/// What can follow a noun within a word and shows that it is one: a particle, or the one that a cluster begins with.
struct NounContexts: OptionSet {
    let rawValue: UInt32

    /// Nothing: the word stands bare.
    static let bare = NounContexts(rawValue: 1)
    /// A form of 하다, 되다 and the like.
    static let verb = NounContexts(rawValue: 1 << 1)
    /// The particles that endings of verbs do not look like.
    static let strong = NounContexts(forms.filter { $0.strength >= .strong }.map(\.context))
    /// Those of them that no other verb looks like either, as `가` does in `들어가`.
    static let sure = NounContexts(forms.filter { $0.strength == .sure }.map(\.context))

    /// How much a particle says.
    enum Strength: Int, Comparable {
        case weak, strong, sure

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// A particle or a cluster of particles.
    struct Form {
        let particle: ParticleForm
        let context: NounContexts
        let strength: Strength
    }

    /// The forms with a last syllable.
    static func forms(endingIn last: Unicode.Scalar) -> [Form] { byEnd[last] }

    private static let byEnd = forms.reduce(into: SyllableMap<[Form]>(repeating: [])) { map, form in
        if let last = form.particle.scalars.last { map[last].append(form) }
    }

    /// How many different particles there are.
    var particles: Int { subtracting([.bare, .verb]).rawValue.nonzeroBitCount }

    /// Whether a stem with these is surely a noun: different particles, and among them one that follows nouns alone.
    ///
    /// - Parameter couldBeVerb: Whether the stem ends as a verb's form that another verb may follow.
    func areNouns(couldBeVerb: Bool) -> Bool {
        particles >= 2 && !isDisjoint(with: couldBeVerb ? .sure : .strong)
    }

    /// A line for each particle: how much it says, then the forms after a consonant, after a vowel, and after either.
    private static let table: [(strength: Strength, consonant: String, vowel: String, either: String)] = [
        (.weak, "은", "는", ""),
        (.strong, "이 이라고", "가", ""),
        (.sure, "을", "를", ""),
        (.sure, "", "", "의"),
        (.weak, "", "", "에 에는 에도 에만 에의"),
        (.sure, "", "", "에서 에서는 에서도 에서의 에서만 에서부터"),
        (.sure, "으로 으로는 으로도 으로의 으로서 으로써 으로서의 으로부터 으로만", "로 로는 로도 로의 로서 로써 로서의 로부터 로만", ""),
        (.strong, "과 과의 과는 과도", "와 와의 와는 와도", ""),
        (.weak, "", "", "도 만 만의 만을 만이 만으로 까지 까지도 까지는 부터 부터는 보다 보다는 처럼"),
        (.sure, "", "", "에게 에게는 에게도 에게서 한테 께서"),
        (.sure, "", "", "들 들이 들은 들을 들의 들도 들과 들에게 들에 들로 들에게는 들이나 들에서"),
        (.strong, "이나 이란 이라는 이라든지 이든 이랑", "란 라는 든 랑", ""),
        (.strong, "입니다 이다 이며 이고 이자 이었다 인데 이라면", "입니다 이다 였다 이자 인데 라면", ""),
        (.weak, "", "", "마다 밖에 조차 마저 뿐만 대로 하고"),
    ]

    private static let forms: [Form] = table.enumerated().flatMap { index, row in
        let context = NounContexts(rawValue: 1 << UInt32(index + 2))
        return [(row.consonant, true), (row.vowel, false), (row.either, nil as Bool?)].flatMap { list, agreement in
            list.split(separator: " ").map {
                Form(
                    particle: ParticleForm($0, afterConsonant: agreement), context: context, strength: row.strength)
            }
        }
    }
}
