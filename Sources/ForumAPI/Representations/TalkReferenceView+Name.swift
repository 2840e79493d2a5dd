import ForumStore

extension TalkReferenceView {
    /// What the talk goes by: its title, or its label with its number where none is printed (`지정토론 1`); its identifier
    /// where there is neither, as for captions.
    var name: String {
        if let title = title.optionalString { return title }
        let label = kindLabel.string
        guard !label.isEmpty else { return id.string }
        return ordinal.map { "\(label) \($0)" } ?? label
    }
}
