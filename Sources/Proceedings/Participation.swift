/// A person's part in one programme item, as printed there.
public struct Participation: Hashable, Sendable {
    /// Whether a person, an office or a numbered speaker takes part; all but persons belong to their event alone.
    public var kind: Voice.Kind
    /// The person, once people of the same name are told apart; a parser leaves the plain name here.
    public var panelist: Panelist.ID
    /// What the person does in the item.
    public var role: ParticipationRole
    /// The name closed up and in NFC (`황의종`).
    public var name: String
    /// The name exactly as printed (`황 의 종`).
    public var printedName: String
    /// Where the person is from, or `nil` where nothing is printed.
    public var affiliation: Affiliation?
    /// The person's office as printed (`논설위원･선임기자`).
    public var roleTitle: String?
    /// The source line of the name.
    public var nameLine: Int?
    /// The source line of the affiliation.
    public var affiliationLine: Int?

    /// Makes a participation.
    public init(
        _ kind: Voice.Kind = .person, panelist: Panelist.ID, role: ParticipationRole, name: String, printedName: String,
        affiliation: Affiliation? = nil, roleTitle: String? = nil, nameLine: Int? = nil, affiliationLine: Int? = nil
    ) {
        self.kind = kind
        self.panelist = panelist
        self.role = role
        self.name = name
        self.printedName = printedName
        self.affiliation = affiliation
        self.roleTitle = roleTitle
        self.nameLine = nameLine
        self.affiliationLine = affiliationLine
    }
}

/// What a person does in a programme item.
///
/// The raw value is the API's `role`.
public enum ParticipationRole: String, CaseIterable, Sendable {
    /// Gives a main lecture or presentation.
    case keynote
    /// Speaks as a discussant or panellist.
    case discussant
    /// Chairs or moderates.
    case moderator
    /// Speaks otherwise: opens, congratulates, closes, asks.
    case speaker
}
