/// A citation in one line, as a text in Korean or in English has it.
///
/// It says only what is known. A page that bears no number is called a counted page, never "p.".
struct CitationLine {
    /// The manner of a language's printers.
    enum Style: String, CaseIterable {
        case ko
        case en
    }

    let citation: Citation

    /// The line, without a full stop where the parts end in one.
    func text(_ style: Style) -> String {
        let parts = [
            authors(style), title(style), event(style), citation.date, pages(style), lines(style), citation.address,
        ]
        return parts.compactMap(\.self).joined(separator: ", ") + "."
    }

    private func authors(_ style: Style) -> String? {
        guard !citation.authors.isEmpty else { return nil }
        return citation.authors.joined(separator: style == .ko ? "·" : ", ")
    }

    private func title(_ style: Style) -> String? {
        guard citation.title != citation.event else { return nil }
        return style == .ko ? "「\(citation.title)」" : "“\(citation.title)”"
    }

    private func event(_ style: Style) -> String {
        let label = citation.eventLabel.map { style == .ko ? "(\($0))" : " (\($0))" } ?? ""
        return (style == .ko ? "『\(citation.event)』" : citation.event) + label
    }

    private func pages(_ style: Style) -> String? {
        let printed = citation.pages
        if !printed.isEmpty {
            let range = printed.joined(separator: "–")
            return style == .ko ? range + "쪽" : (printed.count == 1 ? "p. " : "pp. ") + range
        }
        guard let first = citation.places.first?.page, let last = citation.places.last?.page else { return nil }
        let range = first == last ? "\(first)" : "\(first)–\(last)"
        return style == .ko ? "쪽 번호 없음(\(range)번째 면)" : "counted page \(range)"
    }

    private func lines(_ style: Style) -> String? {
        guard let first = citation.places.first, let last = citation.places.last else { return nil }
        let isOfOneFile = first.source == last.source
        let bounds =
            min(first.lines.lowerBound, last.lines.lowerBound)...max(first.lines.upperBound, last.lines.upperBound)
        let range =
            isOfOneFile
            ? (bounds.count == 1 ? "\(bounds.lowerBound)" : "\(bounds.lowerBound)–\(bounds.upperBound)")
            : citation.places.map(\.lineRange).joined(separator: ", ")
        return style == .ko
            ? "\(first.file) \(range)행" : (bounds.count == 1 ? "line " : "lines ") + "\(range) of \(first.file)"
    }
}
