extension ListRequest {
    /// Whether nothing is sorted by before the order of the document, which leaves no equals.
    var isInDocumentOrder: Bool { order.first.map { $0.key.expression.sql == nil } ?? true }

    /// The keys of the part that is wanted, where they follow from the request alone.
    ///
    /// Keys have no gaps, so a whole list in the order of the document needs no query for them. The upper bound is one more
    /// than the last.
    func run(among everything: Int) -> Range<Int>? {
        guard filter.isEmpty else { return nil }
        // What stands behind the order of the document sorts nothing.
        if let term = order.first, term.isDescending || term.key.expression.sql != nil { return nil }
        let before: Int
        switch start {
        case .offset(let rows): before = min(max(0, rows), everything)
        case .after(let position):
            guard position.values.isEmpty else { return nil }
            before = min(max(0, Int(clamping: position.key)), everything)
        }
        let count = min(max(0, limit), everything - before)
        return before + 1..<before + 1 + count
    }
}
