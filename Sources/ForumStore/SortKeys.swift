/// A key that a list can be sorted by; its raw value is the API's `sort`.
///
/// `position` is the order of the document, which also decides between equals. Texts are ordered by their UTF-8 bytes,
/// which for Hangul in NFC is the order of the dictionary; an absent value comes before every other.
public protocol SortKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

/// What events can be sorted by.
public enum EventSort: String, SortKey {
    /// The order of the identifiers.
    case position
    /// The identifier.
    case id
    /// The name.
    case name
    /// The first day.
    case startDate = "start_date"
}

/// What talks can be sorted by.
public enum TalkSort: String, SortKey {
    /// The order of the document.
    case position
    /// The identifier.
    case id
    /// The kind of programme item.
    case kind
    /// The printed number.
    case ordinal
    /// The title.
    case title
    /// How many passages it has.
    case passages
    /// How many characters it has.
    case characters
    /// How many words it has.
    case words
}

/// What panelists can be sorted by.
public enum PanelistSort: String, SortKey {
    /// The order of first appearance.
    case position
    /// The identifier.
    case id
    /// The name.
    case name
    /// The organization.
    case affiliation
    /// How many talks the person took part in.
    case talks
}

/// What topics can be sorted by.
public enum TopicSort: String, SortKey {
    /// The vocabulary's order, derived topics last.
    case position
    /// The identifier.
    case id
    /// The preferred label.
    case name
    /// How many mentions there are.
    case mentions
    /// How many passages mention it.
    case passages
    /// How many talks mention it.
    case talks
}

/// What passages can be sorted by.
public enum PassageSort: String, SortKey {
    /// The order of the document.
    case position
    /// The identifier.
    case id
    /// The kind of block.
    case kind
    /// How many characters it has.
    case characters
    /// How many words it has.
    case words
}

/// What sources can be sorted by.
public enum SourceSort: String, SortKey {
    /// The order of the events, then of their files.
    case position
    /// The identifier.
    case id
}

/// What corrections can be sorted by.
public enum CorrectionSort: String, SortKey {
    /// The order of the events, then of their files.
    case position
}
