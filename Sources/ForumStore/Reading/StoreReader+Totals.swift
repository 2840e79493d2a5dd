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
}
