import SQLite

extension StoreReader {
    /// How many rows a filter lets through, where that was counted while loading; `nil` where it was not.
    func countedTotal<Field: ListField>(_ filter: Filter<Field>) throws(StoreError) -> Int? {
        guard filter.query == nil, filter.found == nil else { return nil }
        if filter.terms.count == 1, let term = filter.terms.first {
            return try countedTotal(term)
        }
        guard let passages = filter as? Filter<PassageField>, let properties = passages.properties,
            properties.count == 2
        else { return nil }
        let (first, second) = (properties[0], properties[1])
        return try integer(
            Condition(
                """
                SELECT passage_count FROM passage_cells WHERE first_property = ? AND second_property = ? \
                AND first = \(first.property.stored) AND second = \(second.property.stored)
                """,
                [
                    Value(first.property.rawValue), Value(second.property.rawValue), first.value, second.value,
                ]))
    }

    private func countedTotal<Field: ListField>(_ term: Filter<Field>.Term) throws(StoreError) -> Int? {
        guard let text = term.singleText else { return nil }
        let definition = term.field.definition
        if let count = definition.run?.count ?? definition.span?.count {
            return try integer(Condition("SELECT \(count.column) FROM \(count.table) WHERE id = ?", [.text(text)]))
        }
        // What is found in several columns is not what was counted.
        if case .related(_, let expressions) = definition.column, expressions.count > 1 { return nil }
        let total = try integer(
            Condition(
                "SELECT row_count FROM counted_values WHERE list = ? AND field = ? AND value = ?",
                [.text(Field.table.name), .text(term.field.rawValue), .text(text)]))
        // What is not among the most frequent is counted: it is rare.
        return total > 0 ? total : nil
    }

    /// Where in a filtered list of passages in the order of the document an offset falls: after which key, and how many of
    /// the filter's passages come between; `nil` where nothing counted while loading says so.
    ///
    /// Whole events are passed over by what was counted of each.
    func countedPlace(of offset: Int, in filter: Filter<PassageField>) throws(StoreError) -> (key: Int64, offset: Int)?
    {
        guard let properties = filter.properties, properties.count == 1, let (property, value) = properties.first,
            property < .event
        else { return nil }
        var (left, event): (Int, Int64?) = (offset, nil)
        try forEachRow(
            of: """
                SELECT second, passage_count FROM passage_cells WHERE first_property = ? AND second_property = ? \
                AND first = \(property.stored) ORDER BY second
                """, [Value(property.rawValue), Value(CountedProperty.event.rawValue), value]
        ) { statement throws(StoreError) in
            guard event == nil else { return }
            if left < statement.int(at: 1) {
                event = statement.int64(at: 0)
            } else {
                left -= statement.int(at: 1)
            }
        }
        guard let event else { return nil }
        let first = try integer(Condition("SELECT first_passage FROM events WHERE key = ?", [.integer(event)]))
        return (Int64(first - 1), left)
    }
}
