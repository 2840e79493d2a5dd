import SQLite

extension Filter {
    /// What a filter is narrowed to by a table that has the rows of one value in the order of the document.
    struct Run {
        /// The table.
        let run: KeyRun
        /// The identifier of what the rows are related to.
        let owner: Value
        /// What else must hold.
        let rest: Filter
    }

    /// The filter as a run of rows with further conditions; `nil` where none of its terms is one.
    var run: Run? {
        guard found == nil else { return nil }
        for (index, term) in terms.enumerated() {
            guard let run = term.field.definition.run, let owner = term.singleText else { continue }
            // Terms over the same related rows must hold for one and the same of them.
            var rest = self
            rest.terms.remove(at: index)
            guard
                !rest.terms.contains(where: {
                    $0.field.definition.column.relation == term.field.definition.column.relation
                })
            else { continue }
            return Run(run: run, owner: .text(owner), rest: rest)
        }
        return nil
    }
}

extension Filter.Term {
    /// The text that the field must be equal to, where there is one alone.
    var singleText: String? {
        guard comparison == .equal, values.count == 1, case .text(let text) = values[0] else { return nil }
        return text
    }
}

extension FieldColumn {
    /// The rows related to the list's that hold the values; `nil` where the list's own do.
    var relation: Relation? {
        if case .related(let relation, _) = self { relation } else { nil }
    }
}
