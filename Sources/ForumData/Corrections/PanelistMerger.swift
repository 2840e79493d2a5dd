import Proceedings

/// Makes one person of two where a correction says so.
///
/// The identifiers are those that everyone has without corrections, so that they do not depend on the order of the files.
struct PanelistMerger {
    /// Everyone who is left, in the order of first appearance.
    private(set) var panelists: [Panelist]
    private var merged: [Panelist.ID: Panelist.ID] = [:]

    init(panelists: [Panelist]) {
        self.panelists = panelists
    }

    /// Notes who is whom, and says of a correction that names nobody why it is left aside.
    mutating func note(_ corrections: inout [Correction]) {
        for index in corrections.indices {
            let correction = corrections[index]
            guard correction.change == .sameAs, correction.obstacle == nil, let id = correction.panelist else {
                continue
            }
            corrections[index].obstacle = note(id, is: Panelist.ID(correction.after))
        }
    }

    private mutating func note(_ id: Panelist.ID, is other: Panelist.ID) -> String? {
        guard id != other else { return "\(id) is the same already" }
        for id in [id, other] where !panelists.contains(where: { $0.id == id }) {
            return merged[id].map { "\(id) is the same as \($0) already" } ?? "there is no panelist \(id)"
        }
        merged[id] = other
        for (key, value) in merged where value == id { merged[key] = other }
        panelists.removeAll { $0.id == id }
        return nil
    }

    /// Gives the people of an event the identifiers that are left.
    func apply(to record: inout Corpus.EventRecord) {
        guard !merged.isEmpty else { return }
        for talk in record.talks.indices {
            for index in record.talks[talk].talk.participations.indices {
                let id = record.talks[talk].talk.participations[index].panelist
                if let other = merged[id] { record.talks[talk].talk.participations[index].panelist = other }
            }
            for index in record.talks[talk].talk.passages.indices {
                guard let id = record.talks[talk].talk.passages[index].speaker, let other = merged[id] else { continue }
                record.talks[talk].talk.passages[index].speaker = other
            }
        }
    }
}
