extension Citation {
    /// The passage as a BibTeX entry.
    var bibTeX: String {
        var fields = [("title", "{\(Self.escaped(title))}"), ("booktitle", "{\(Self.escaped(event))}")]
        if !authors.isEmpty {
            fields.insert(("author", authors.map { "{\(Self.escaped($0))}" }.joined(separator: " and ")), at: 0)
        }
        if !organizers.isEmpty { fields.append(("organization", Self.escaped(organizers.joined(separator: ", ")))) }
        if let year = dateParts.first { fields.append(("year", String(year))) }
        if dateParts.count > 1 { fields.append(("month", String(dateParts[1]))) }
        if dateParts.count > 2 { fields.append(("day", String(dateParts[2]))) }
        if !pages.isEmpty { fields.append(("pages", Self.escaped(pages.joined(separator: "--")))) }
        // The address is read verbatim by the styles that print it, and holds nothing but ASCII.
        if let address { fields.append(("url", address)) }
        fields.append(("note", Self.escaped(note)))
        let key = id.filter { !"{}(),=#%~\\\"' ".contains($0) }
        return "@inproceedings{\(key),\n" + fields.map { "  \($0.0) = {\($0.1)}" }.joined(separator: ",\n") + "\n}\n"
    }

    /// The text with what TeX would take for commands escaped.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "\\": result += "\\textbackslash{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            case "{", "}", "&", "%", "$", "#", "_": result += "\\\(character)"
            default: result.append(character)
            }
        }
    }
}
