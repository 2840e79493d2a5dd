import KoreanText

/// A topic or a person as someone who types would name it.
struct KnownName {
    /// One of its names, by what it is typed with.
    struct Form {
        let keystrokes: [UInt8]
        let initials: [Unicode.Scalar]

        init(_ name: String) {
            let squeezed = Array(SearchText(name).squeezed.unicodeScalars)
            keystrokes = KeyBytes.keystrokes(squeezed)
            initials = Jamo.initials(of: squeezed)
        }
    }

    var suggestion: SearchSuggestion
    var forms: [Form]

    /// All topics and people of a store, in the order of their keys.
    static func all(_ reader: StoreReader) throws(StoreError) -> [KnownName] {
        var names: [KnownName] = []
        try reader.forEachRow(
            of: """
                SELECT tp.id, tp.name, tp.passage_count, l.label FROM topics tp \
                LEFT JOIN topic_labels l ON l.topic = tp.key ORDER BY tp.key
                """, []
        ) { row throws(StoreError) in
            let id = row.string(at: 0) ?? ""
            if names.last?.suggestion.id != id {
                let name = row.string(at: 1) ?? id
                names.append(
                    KnownName(
                        suggestion: SearchSuggestion(kind: .topic, text: name, id: id, passages: row.int(at: 2)),
                        forms: [Form(name)]))
            }
            if let label = row.string(at: 3) { names[names.count - 1].forms.append(Form(label)) }
        }
        try reader.forEachRow(of: "SELECT id, name, passage_count FROM panelists ORDER BY key", []) {
            row throws(StoreError) in
            let (id, name) = (row.string(at: 0) ?? "", row.string(at: 1) ?? "")
            names.append(
                KnownName(
                    suggestion: SearchSuggestion(kind: .panelist, text: name, id: id, passages: row.int(at: 2)),
                    forms: [Form(name)]))
        }
        return names
    }
}
