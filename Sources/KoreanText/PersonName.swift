/// A person's name as a programme prints it: closed up where it was spaced out, and how surely it is a name.
public struct PersonName: Hashable, Sendable {
    /// How surely a line is a name, by its form alone.
    public enum Likelihood: Int, Comparable, Sendable {
        /// Words that could be a foreign name (`John Smith`, `제임스 카메론`).
        case possible
        /// Two to five syllables that begin with a Korean surname (`류우승`).
        case plausible
        /// A Korean name with its syllables spaced out (`황 의 종`), as little else is printed.
        case evident

        /// Orders from the least sure.
        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// The name closed up; a foreign name keeps its spaces.
    public var name: String
    /// How surely it is one.
    public var likelihood: Likelihood

    /// Reads a piece of text as one person's name, or gives `nil` where it cannot be one.
    ///
    /// - Parameter text: NFC, with single spaces and none at the ends.
    public init?(_ text: String) {
        guard !Self.isSurelyNone(text) else { return nil }
        let words = Array(text.unicodeScalars).split(separator: " ")
        guard let first = words.first, words.count <= 6 else { return nil }
        if words.allSatisfy({ $0.allSatisfy(Hangul.isSyllable) }) {
            let syllables = words.count == 1 ? Array(first) : words.flatMap { $0 }
            let isSpacedOut = words.count > 1 && words.allSatisfy { $0.count == 1 }
            let isHalfSpaced =
                words.count == 2 && (first.count <= 2) && Self.isSurname(Array(first)) && syllables.count <= 5
            if let given = Self.givenNameCount(of: syllables) {
                var closed = String.UnicodeScalarView()
                closed.append(contentsOf: syllables)
                if isSpacedOut, given <= 3 {
                    self.init(name: String(closed), likelihood: .evident)
                    return
                }
                if words.count == 1, given <= 2, syllables.count <= 4 {
                    self.init(name: String(closed), likelihood: .plausible)
                    return
                }
                if isHalfSpaced, words.last.map({ $0.count <= 2 }) == true {
                    self.init(name: String(closed), likelihood: .plausible)
                    return
                }
            }
            guard words.count >= 1, words.count <= 4, syllables.count >= 2, syllables.count <= 10,
                words.count > 1 || syllables.count <= 4
            else { return nil }
            self.init(name: text, likelihood: .possible)
            return
        }
        guard words.count >= 2, words.count <= 5, words.allSatisfy(Self.isForeignNamePart) else { return nil }
        // A form of address is no part of the name, where more than a surname follows it.
        let address = words.count >= 3 ? Self.addresses.first { text.hasPrefix($0) } : nil
        self.init(name: String(text.dropFirst(address?.count ?? 0)), likelihood: .possible)
    }

    /// Whether a look at the text is enough: a word that begins with a syllable, and something that is none anywhere.
    private static func isSurelyNone(_ text: String) -> Bool {
        var hasOthers = false
        var hasKoreanWord = false
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar == " " {
                last = scalar
                continue
            }
            let isSyllable = Hangul.isSyllable(scalar)
            if !isSyllable { hasOthers = true }
            if isSyllable, last == " " { hasKoreanWord = true }
            if hasOthers, hasKoreanWord { return true }
            last = scalar
        }
        return false
    }

    private init(name: String, likelihood: Likelihood) {
        self.name = name
        self.likelihood = likelihood
    }

    /// Whether these syllables are a Korean surname of one or two syllables.
    public static func isSurname(_ syllables: [Unicode.Scalar]) -> Bool {
        switch syllables.count {
        case 1: singleSurnames.contains(syllables[0])
        case 2: doubleSurnames.contains(pair(syllables[0], syllables[1]))
        default: false
        }
    }

    /// Whether a Korean surname begins with a syllable.
    public static func mayBegin(with syllable: Unicode.Scalar) -> Bool { surnameOpenings.contains(syllable) }

    /// How many syllables follow the surname, or `nil` where no surname comes first.
    private static func givenNameCount(of syllables: [Unicode.Scalar]) -> Int? {
        guard syllables.count >= 2, syllables.count <= 6 else { return nil }
        if syllables.count >= 3, doubleSurnames.contains(pair(syllables[0], syllables[1])) {
            return syllables.count - 2
        }
        return singleSurnames.contains(syllables[0]) ? syllables.count - 1 : nil
    }

    private static func isForeignNamePart(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = word.first, let last = word.last else { return false }
        let isName = first.properties.isUppercase && last != ","
        var text = String.UnicodeScalarView()
        text.append(contentsOf: word)
        guard isName || Self.particles.contains(String(text)) else { return false }
        return word.allSatisfy { $0.properties.isAlphabetic || $0 == "." || $0 == "-" || $0 == "'" || $0 == "’" }
    }

    private static let particles: Set<String> = [
        "de", "van", "von", "der", "den", "da", "di", "la", "le", "bin", "al",
    ]

    private static let addresses = [
        "Dr. ", "Dr ", "Prof. ", "Prof ", "Mr. ", "Mr ", "Ms. ", "Ms ", "Mrs. ", "Mrs ", "Mx. ",
        "Hon. ", "HON. ", "DR. ", "PROF. ", "MR. ", "MS. ", "MRS. ",
    ]

    private static let singleSurnames = Set(
        """
        김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석\
        선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감호음빈동온범좌팽승간상시갈단견당라림려련빙계옹탄묵궉뇌섭탕엽흥필춘돈궁초
        """.unicodeScalars)

    private static let surnameOpenings = singleSurnames.union(
        doubleSurnames.compactMap { Unicode.Scalar(UInt32($0 >> 32)) })

    /// Two scalars as one number, so that no array is hashed.
    private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
        UInt64(first.value) << 32 | UInt64(second.value)
    }

    private static let doubleSurnames = Set(
        ["남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방", "어금", "망절", "무본", "소봉", "장곡", "강전"]
            .map { Array($0.unicodeScalars) }.map { pair($0[0], $0[1]) })
}
