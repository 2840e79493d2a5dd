/// What kind of programme item a talk is.
///
/// The raw value is the API's `kind`.
public enum TalkKind: String, CaseIterable, Sendable {
    /// A main lecture or presentation: 주제발표, 기조강연, 발제.
    case keynote
    /// A prepared statement of a discussant: 지정토론, 토론, 패널.
    case discussion
    /// A free discussion with speaker turns: 종합토론, 질의응답.
    case roundtable
    /// The words that open the event: 개회사, 환영사.
    case opening
    /// Congratulations and addresses by guests: 축사, 격려사.
    case address
    /// The chair's own words: 좌장, 사회.
    case moderation
    /// The words that close the event: 폐회사.
    case closing
    /// A talk that its source does not classify, as in captions.
    case talk

    /// The letter that begins the last part of a talk's identifier (`deepseek-k1`).
    public var letter: Character {
        switch self {
        case .keynote: "k"
        case .discussion: "d"
        case .roundtable: "r"
        case .opening: "o"
        case .address: "a"
        case .moderation: "m"
        case .closing: "c"
        case .talk: "t"
        }
    }

    /// What those who take part in such an item do, where nothing else is printed of them.
    public var participationRole: ParticipationRole {
        switch self {
        case .keynote: .keynote
        case .discussion, .roundtable: .discussant
        case .moderation: .moderator
        case .opening, .address, .closing, .talk: .speaker
        }
    }
}
