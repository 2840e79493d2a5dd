/// What is left of a word when its particle or ending is taken off, once.
public enum SearchStem {
    /// The syllables that a stem keeps at least.
    public static let shortest = 2

    /// The stem of a word, or `nil` where nothing can be taken off.
    ///
    /// Endings of 하다, 되다 and 적 are tried first, then the longest particle that agrees with the sound before it.
    public static func of(_ word: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        for ending in verbEndings where word.count >= ending.count + shortest && word.ends(with: ending) {
            return Array(word.dropLast(ending.count))
        }
        return ofParticle(word)
    }

    /// The stem of a word that ends in a form of 하다, 되다 or 적 that can hardly be anything else: one of two syllables or
    /// more (`혁신적인`, and not `최소한`).
    public static func ofVerb(_ word: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        for ending in verbEndings where ending.count > 1 && word.count >= ending.count + shortest {
            if word.ends(with: ending) { return Array(word.dropLast(ending.count)) }
        }
        return nil
    }

    /// The stem of a word that ends in a particle.
    public static func ofParticle(_ word: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        particleLength(of: word).map { Array(word.dropLast($0)) }
    }

    /// How many syllables the particle has that a word ends in, or `nil` where it ends in none that could be taken off.
    public static func particleLength(of word: [Unicode.Scalar]) -> Int? {
        guard word.count > shortest, let last = word.last, let particles = particlesByEnd[last] else { return nil }
        for particle in particles where word.count >= particle.scalars.count + shortest {
            guard word.ends(with: particle.scalars) else { continue }
            if particle.follows(word[word.count - particle.scalars.count - 1]) { return particle.scalars.count }
        }
        return nil
    }

    /// Whether a word's end is a particle but for one letter (`룰` for `를`).
    public static func resemblesParticle(_ end: [Unicode.Scalar]) -> Bool {
        guard let measure = SpellingDistance(from: KeyBytes.letters(end)) else { return false }
        return particles.contains { particle in
            guard particle.scalars.count == end.count else { return false }
            var distance = Int.max
            measure.forEachBeginning(of: KeyBytes.letters(particle.scalars)) { distance = $1 }
            return distance == 1
        }
    }

    /// The beginning that the forms of an English word share, or `nil` where the word is its own.
    public static func english(_ word: String) -> String? {
        guard word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
        for (ending, replacement, least) in englishEndings
        where word.hasSuffix(ending) && word.utf8.count - ending.utf8.count >= least {
            guard ending != "s" || !["ss", "us", "is"].contains(where: word.hasSuffix) else { continue }
            return word.dropLast(ending.count) + replacement
        }
        return nil
    }

    /// Ending, what takes its place, and the letters that must stand before it.
    private static let englishEndings: [(String, String, Int)] = [
        ("ations", "at", 4), ("ation", "at", 4), ("ings", "", 4), ("ing", "", 4), ("ies", "", 3), ("ed", "", 4),
        ("es", "", 4), ("s", "", 3),
    ]

    /// By their last syllable, the longest first.
    private static let particlesByEnd = Dictionary(grouping: particles) { $0.scalars.last ?? " " }

    private static let particles: [ParticleForm] =
        (forms(
            "의 에 에서 에게 에는 에도 에서는 에서도 에서의 에만 에게는 에게서 까지 까지는 까지도 부터 부터는 도 만 만의 만을 만이 만으로 보다 보다는 보다도 처럼 처럼은 같은 같이 "
                + "마다 밖에 조차 마저 들 들이 들은 들을 들의 들도 들에게 들에 들과 들로 들이나 하고 에다 에의 께서 한테 뿐 뿐만 대로 에서부터 으로부터의", nil)
        + forms(
            "은 이 을 과 으로 으로는 으로도 으로서 으로써 으로의 으로부터 이라는 이라고 이라도 이라면 이나 이란 이며 이고 이다 입니다 이었다 이자 이든 이든지 과의 과는 과도 이지만", true)
        + forms("는 가 를 와 로 로는 로도 로서 로써 로의 로부터 라는 라고 라도 라면 나 란 며 다 였다 이자 든 든지 와의 와는 와도 고 입니다 이다 지만", false))
        .sorted { $0.scalars.count > $1.scalars.count }

    private static let verbEndings: [[Unicode.Scalar]] =
        "하였다 하였던 하였고 하였으며 했고 했으며 되었고 되었던 되었으며 됐고 됐으며 하려고 하려면 하자는 하지만 되도록 하다 하는 하고 하며 하여 하면 하지 하게 하기 하려 해서 해야 했다 했던 한다 합니다 했습니다 하도록 하려는 하기도 하기에 하기 하는데 할 한 함 해 했 되다 되는 되고 되며 되어 되면 되지 되게 되기 돼 됐다 됐던 된다 됩니다 됐습니다 되었다 되었습니다 된 될 됨 적 적인 적으로 적이다 적이고 적이며 적이라는"
        .split(separator: " ").map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }

    private static func forms(_ list: String, _ afterConsonant: Bool?) -> [ParticleForm] {
        list.split(separator: " ").map { ParticleForm($0, afterConsonant: afterConsonant) }
    }
}

extension Collection where Element == Unicode.Scalar {
    /// Whether these are the last scalars.
    fileprivate func ends(with suffix: [Unicode.Scalar]) -> Bool { self.suffix(suffix.count).elementsEqual(suffix) }
}
