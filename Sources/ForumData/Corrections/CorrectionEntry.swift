import Proceedings

/// One entry of a `corrections.yaml`: what is meant, and what is to be set right in it.
struct CorrectionEntry {
    /// What is set right.
    enum Action: Equatable {
        /// The talk's title; `was` is the one that the source gives.
        case title(Talk.ID, to: String, was: String?)
        /// The passage is two; the second begins with the text.
        case split(Passage.ID, before: String)
        /// The passage goes on in the next one, after a space or at once.
        case join(Passage.ID, SourceLine.Join, beginning: String)
        /// The white space in a stretch of the passage.
        case spacing(Passage.ID, String)
        /// Who speaks the passage, which begins so.
        case speaker(Passage.ID, String, beginning: String)
        /// Who gives the talk.
        case panelist(Talk.ID, String)
        /// The first or the last day of the event.
        case date(Correction.Change, String)
        /// The person is another one.
        case merge(Panelist.ID, into: Panelist.ID)
        /// Who a voice is, in a talk or everywhere, or `nil` where it is nobody's; `was` is the person that the source gives.
        case identity(Correction.VoiceScope, talk: Talk.ID?, name: String?, was: String?)
    }

    /// The 1-based line of the file where the entry begins.
    let line: Int
    let action: Action
    /// Why, in the writer's words.
    let reason: String?
    /// Who wrote it.
    let author: String?

    /// The correction for the store, as yet without what stood there before.
    func record(event: Event.ID, number: Int) -> Correction {
        var record = Correction(
            event: event, number: number, line: line, change: .title, after: "", reason: reason, author: author)
        switch action {
        case .title(let talk, let title, _): (record.talk, record.after) = (talk, title)
        case .split(let passage, let text):
            (record.change, record.passage, record.after) = (.splitBefore, passage, text)
        case .join(let passage, let join, _):
            (record.change, record.passage, record.after) = (.joinNext, passage, join.rawValue)
        case .spacing(let passage, let text):
            (record.change, record.passage, record.after) = (.spacing, passage, text)
        case .speaker(let passage, let name, _):
            (record.change, record.passage, record.after) = (.speaker, passage, name)
        case .panelist(let talk, let name): (record.change, record.talk, record.after) = (.speaker, talk, name)
        case .date(let change, let date): (record.change, record.after) = (change, date)
        case .merge(let person, let other):
            (record.change, record.panelist, record.after) = (.sameAs, person, other.rawValue)
        case .identity(let scope, let talk, let name, _):
            (record.change, record.voice, record.talk, record.after) = (.identity, scope, talk, name ?? "")
        }
        return record
    }
}
