/// A particle, or a cluster of particles, with the sound that it follows.
///
/// Which forms there are is asked three times, each time for another end, and a form that serves one harms another: what may have
/// been torn off at the end of a line (``Particle``), what a search takes off a word (``SearchStem``), and what shows that a
/// word is a noun, which the derived topics ask.
public struct ParticleForm: Sendable {
    /// The form.
    public let scalars: [Unicode.Scalar]
    /// Whether it follows a final consonant (`은`), a vowel (`는`), or either (`nil`).
    public let afterConsonant: Bool?

    /// Makes a form.
    public init(_ form: some StringProtocol, afterConsonant: Bool?) {
        scalars = Array(form.unicodeScalars)
        self.afterConsonant = afterConsonant
    }

    /// Whether it agrees with the sound before it; what is no syllable has none that is known.
    public func follows(_ scalar: Unicode.Scalar) -> Bool {
        guard let afterConsonant, let endsInConsonant = Hangul.endsInConsonant(scalar) else { return true }
        // `로` follows ㄹ as it follows a vowel (`서울로`).
        return afterConsonant == endsInConsonant || scalars.first == "로" && Hangul.endsInRieul(scalar)
    }
}
