/// The labels of a manuscript's rows, each row read once however often it is asked about.
struct ItemLabels {
    /// For each row the place of its label in `labels` and one, or 0.
    private var places: [UInt32]
    private var labels: [ItemLabel] = []

    init(_ manuscript: Manuscript) {
        places = [UInt32](repeating: 0, count: manuscript.rows.count)
        for row in manuscript.rows.indices {
            guard let label = ItemLabel(manuscript, row) else { continue }
            labels.append(label)
            places[row] = UInt32(labels.count)
        }
    }

    /// The label that a row begins with.
    subscript(row: Int) -> ItemLabel? {
        places[row] == 0 ? nil : labels[Int(places[row]) - 1]
    }

    /// Whether a row begins with a label.
    func begins(_ row: Int) -> Bool { places[row] != 0 }

    /// Whether a row is a label and nothing else.
    func isOne(_ row: Int) -> Bool { places[row] != 0 && labels[Int(places[row]) - 1].rest == nil }
}
