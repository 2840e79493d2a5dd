import Proceedings
import SQLite

extension StoreWriter {
    /// Writes what a person set right; what it names stays a text, for a correction that was left aside may name nothing.
    func write(_ correction: Correction, event: Int64) throws(StoreError) {
        try insert(
            "corrections", isCounted: true,
            [
                "event": .integer(event), "number": Value(correction.number), "line": Value(correction.line),
                "change": .text(correction.change.rawValue), "talk": Value(correction.talk?.rawValue),
                "passage": Value(correction.passage?.rawValue), "panelist": Value(correction.panelist?.rawValue),
                "voice": Value(correction.voice?.label), "source": Value(correction.voice?.source),
                "from_passage": Value(correction.voice?.first?.rawValue),
                "to_passage": Value(correction.voice?.last?.rawValue),
                "before": Value(correction.before), "after": .text(correction.after),
                "reason": Value(correction.reason), "author": Value(correction.author),
                "obstacle": Value(correction.obstacle),
            ])
    }
}

extension Corpus.EventRecord {
    /// The identifiers of the talks and passages that a correction changed.
    var correctedParts: Set<String> {
        let applied = corrections.filter { $0.obstacle == nil }
        let splits = applied.filter { $0.change == .splitBefore }.compactMap { $0.passage.map { "\($0)-2" } }
        let named = applied.filter { $0.voice == nil }.compactMap { $0.passage?.rawValue ?? $0.talk?.rawValue }
        return Set(named + splits + applied.flatMap { $0.changed.map(\.rawValue) })
    }
}
