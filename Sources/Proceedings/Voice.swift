/// Who speaks a passage, as the source itself labels the turn.
public struct Voice: Hashable, Sendable {
    /// What a label names.
    ///
    /// The raw value is the API's `voice.kind`.
    public enum Kind: String, CaseIterable, Sendable {
        /// A person by name.
        case person
        /// An office without a name (`The CHAIRMAN`, `의장`); who holds it is known within one event at most.
        case office
        /// Several people at once (`Several members`, `일동`).
        case group
        /// One speaker that the source tells from others without a name (`Speaker 2`, `SPEAKER_00`).
        case anonymous
        /// A label that could not be resolved to anybody.
        case unknown

        /// Whether a voice of this kind is one speaker within an event and the same one wherever its label stands.
        public var isOneSpeaker: Bool {
            switch self {
            case .person, .office, .anonymous: true
            case .group, .unknown: false
            }
        }
    }

    /// The label as printed, without its mark, time and separator (`The Minister for Roads (Mr. Pell)`).
    public var label: String
    /// What the label names.
    public var kind: Kind

    /// Makes a voice.
    public init(label: String, kind: Kind) {
        self.label = label
        self.kind = kind
    }
}
