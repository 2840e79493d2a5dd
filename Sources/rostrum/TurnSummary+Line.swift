import Proceedings

extension TurnSummary {
    /// What was understood of the turns, in a line: `214 turns of 16 voices, 3 unresolved; forms: NAME: (200), The OFFICE. (14)`.
    var line: String {
        var line = "\(Count.turns.of(turns)) of \(Count.voices.of(voices))"
        if unresolved > 0 { line += ", \(unresolved) unresolved" }
        if unread > 0 { line += ", \(unread) unread" }
        guard !forms.isEmpty else { return line }
        let shown = forms.prefix(Self.shownForms).map { "\($0.pattern) (\($0.turns))" }
        let others = forms.count - shown.count
        return line + "; forms: " + shown.joined(separator: ", ") + (others > 0 ? " and \(others) more" : "")
    }

    /// How many forms the line names; `check --json` has them all.
    private static let shownForms = 8
}
