import SQLite

/// Counts what the whole store has, and writes it, once every other row is there.
struct CountWriter {
    let connection: Connection

    /// Writes the tables of counts.
    func write() throws(SQLiteError) {
        let counter = try CountReader(connection).count()
        try write(counter.cells)
        for window in CooccurrenceWindow.allCases {
            if let pairs = counter.pairs[window] { try write(pairs, within: window) }
        }
        try writePassageFields(counter)
        try writeFields(of: EventField.self)
        try writeFields(of: TalkField.self)
        try writeFields(of: PanelistField.self)
        try writeFields(of: TopicField.self)
        try writeFields(of: SourceField.self)
        try writeFields(of: CorrectionField.self)
    }

    private func write(_ cells: CellCounter) throws(SQLiteError) {
        let insertion = try connection.prepare("INSERT INTO passage_cells VALUES (?, ?, ?, ?, ?)")
        for first in CountedProperty.allCases {
            for second in CountedProperty.allCases where first < second {
                try cells.forEach(first, second) { one, other, passages throws(SQLiteError) in
                    try insertion.bind([
                        Value(first.rawValue), Value(second.rawValue), one.stored, other.stored, Value(passages),
                    ])
                    try insertion.run()
                }
            }
        }
    }

    private func write(_ counter: PairCounter, within window: CooccurrenceWindow) throws(SQLiteError) {
        let pairs = try connection.prepare(
            """
            INSERT INTO topic_pairs (span, window_count, first, second, is_general, similarity)
            SELECT ?1, ?2, ?3, ?4, max(is_general), round(1.0 * ?2 / (?5 - ?2), 3) FROM topics WHERE key IN (?3, ?4)
            """)
        let evidence = try connection.prepare("INSERT INTO topic_evidence VALUES (?, ?, ?, ?, ?)")
        for (pair, tally) in counter.pairs.sorted(by: { $0.key < $1.key }) {
            let either = (counter.windows[pair.first] ?? 0) + (counter.windows[pair.second] ?? 0)
            try pairs.bind([
                .text(window.rawValue), Value(tally.windows), .integer(pair.first), .integer(pair.second),
                Value(either),
            ])
            try pairs.run()
            for place in tally.places {
                try evidence.bind([
                    .text(window.rawValue), .integer(pair.first), .integer(pair.second), .integer(place.first),
                    .integer(place.second),
                ])
                try evidence.run()
            }
        }
    }

    // MARK: Fields of lists

    /// Writes the counts of passages by each field's values, of which none has to be counted by itself.
    private func writePassageFields(_ counter: PassageCounter) throws(SQLiteError) {
        for field in PassageField.allCases where field.isCountable {
            switch field {
            case .event: try write(field, from: "SELECT id, passage_count FROM events WHERE passage_count > 0")
            case .talk: try write(field, from: "SELECT id, passage_count FROM talks WHERE passage_count > 0")
            case .panelist: try write(field, from: "SELECT id, passage_count FROM panelists WHERE passage_count > 0")
            case .topic: try write(field, from: "SELECT id, passage_count FROM topics WHERE passage_count > 0")
            case .kind: try write(field, counter.kinds)
            case .role: try write(field, counter.roles)
            case .voiceKind: try write(field, counter.voiceKinds)
            case .affiliation:
                let name = try connection.prepare("SELECT name FROM organizations WHERE key = ?")
                var counts: [String: Int] = [:]
                for (organization, passages) in counter.organizations {
                    defer { name.reset() }
                    try name.bind(organization, at: 1)
                    if try name.step() { counts[name.string(at: 0) ?? ""] = passages }
                }
                try write(field, counts)
            case .voice, .section, .page: try writeCounted(field)
            }
        }
    }

    private func writeFields<Field: ListField>(of _: Field.Type) throws(SQLiteError) {
        for field in Field.allCases where field.isCountable { try writeCounted(field) }
    }

    private func writeCounted<Field: ListField>(_ field: Field) throws(SQLiteError) {
        guard let counting = field.counting(where: nil) else { return }
        try write(field, from: counting.sql)
    }

    /// Writes what a query gives: the values of a field, each with how many rows have it.
    private func write<Field: ListField>(_ field: Field, from query: String) throws(SQLiteError) {
        let rows = try connection.prepare("SELECT * FROM (\(query)) ORDER BY 2 DESC, 1")
        var (count, first): (Int, [(String, Int)]) = (0, [])
        while try rows.step() {
            count += 1
            if count <= StoreSchema.countedValues { first.append((rows.string(at: 0) ?? "", rows.int(at: 1))) }
        }
        try write(field, count: count, first)
    }

    private func write<Field: ListField>(_ field: Field, _ counts: [String: Int]) throws(SQLiteError) {
        let sorted = counts.sorted {
            $0.value != $1.value ? $0.value > $1.value : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        }
        try write(field, count: sorted.count, sorted.prefix(StoreSchema.countedValues).map { ($0.key, $0.value) })
    }

    private func write<Field: ListField>(
        _ field: Field, count: Int, _ first: [(value: String, rows: Int)]
    ) throws(SQLiteError) {
        let names = [Value.text(Field.table.name), .text(field.rawValue)]
        try connection.withStatement("INSERT INTO counted_fields (list, field, value_count) VALUES (?, ?, ?)") {
            insertion throws(SQLiteError) in
            try insertion.bind(names + [Value(count)])
            try insertion.run()
        }
        for (index, (value, rows)) in first.enumerated() {
            try connection.withStatement(
                "INSERT INTO counted_values (list, field, rank, value, row_count) VALUES (?, ?, ?, ?, ?)"
            ) { insertion throws(SQLiteError) in
                try insertion.bind(names + [Value(index + 1), .text(value), Value(rows)])
                try insertion.run()
            }
        }
    }
}

extension CellCounter.Value {
    fileprivate var stored: Value {
        switch self {
        case .key(let key): .integer(key)
        case .word(let word): .text(word)
        }
    }
}
