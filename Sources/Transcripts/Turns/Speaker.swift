import Proceedings

/// One who speaks in a document, under one label or several.
struct Speaker: Hashable {
    /// The name that is served: the fullest that a label or a list gives.
    var name: String
    /// The name as first printed.
    var printed: String
    var kind: Voice.Kind
    /// The office as printed.
    var office: String?
    var affiliation: String?
    /// Whether the office leads the event.
    var leads = false
    /// The row where the speaker is first named.
    var row: Int
}

/// Somebody whom a head or a list of the document names.
struct KnownPerson: Hashable {
    var name: String
    var office: String?
    /// Initials or a nick that the list gives.
    var short: String?
}

/// A line at which somebody begins to speak.
struct Turn: Hashable {
    /// The label with its mark, as printed.
    var printed: String
    /// Where what is said begins in the clean line, in bytes.
    var restOffset: Int
    /// Where in the clean line the next turn of the same line begins, in bytes.
    var endOffset: Int?
    /// Where what is said begins on the second line, where the label goes on there, in bytes.
    var secondOffset: Int?
    /// Whether what is said stands on the lines below.
    var isAlone: Bool
    /// The milliseconds since the start of the recording, where the label says them.
    var time: Int?
    /// The label and what it names.
    var voice: Voice
    /// The place of who speaks among the speakers, where the label says it.
    var speaker: Int?
}
