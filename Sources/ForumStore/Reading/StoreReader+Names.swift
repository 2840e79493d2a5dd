import Proceedings
import SQLite

extension StoreReader {
    /// The identifiers of the things of a kind that a name names, in the order of the document.
    ///
    /// Events have names and labels, panelists names, topics a name, labels and aliases; ASCII letters match in either case.
    /// Things that it is the name of go before those that it is only a label or an alias of. Other kinds have no names that
    /// would tell one from another.
    ///
    /// - Parameter limit: How many identifiers are returned at most.
    public func identifiers(
        of kind: ReferenceKind, named name: String, limit: Int
    ) throws(StoreError) -> [String] {
        for condition in Self.namings(kind) {
            var found: [String] = []
            let sql = "SELECT id FROM \(kind.table) WHERE \(condition) ORDER BY key LIMIT ?2"
            try forEachRow(of: sql, [.text(name), Value(limit)]) { statement throws(StoreError) in
                found.append(TextColumn(statement, 0).string)
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Hands over each thing of a kind by its names, with its identifier.
    public func names(
        of kind: ReferenceKind, _ body: (_ name: TextColumn, _ id: TextColumn) throws(StoreError) -> Void
    ) throws(StoreError) {
        for selection in Self.nameSelections(kind) {
            try forEachRow(of: selection, []) { statement throws(StoreError) in
                try body(TextColumn(statement, 0), TextColumn(statement, 1))
            }
        }
    }

    /// The conditions under which the text `?1` names a row, the one that binds more closely first.
    private static func namings(_ kind: ReferenceKind) -> [String] {
        switch kind {
        case .event: ["name = ?1 COLLATE NOCASE", "label = ?1 COLLATE NOCASE"]
        case .panelist: ["name = ?1 COLLATE NOCASE"]
        case .topic:
            [
                "name = ?1 COLLATE NOCASE",
                "key IN (SELECT topic FROM topic_labels WHERE label = ?1 COLLATE NOCASE)",
                "key IN (SELECT topic FROM topic_aliases WHERE alias = ?1 COLLATE NOCASE)",
            ]
        default: []
        }
    }

    private static func nameSelections(_ kind: ReferenceKind) -> [String] {
        switch kind {
        case .event:
            [
                "SELECT name, id FROM events WHERE name IS NOT NULL ORDER BY key",
                "SELECT label, id FROM events WHERE label IS NOT NULL ORDER BY key",
            ]
        case .panelist: ["SELECT name, id FROM panelists ORDER BY key"]
        case .topic:
            [
                "SELECT label, id FROM topic_labels JOIN topics ON key = topic ORDER BY topic, language",
                "SELECT alias, id FROM topic_aliases JOIN topics ON key = topic ORDER BY topic, position",
            ]
        default: []
        }
    }
}
