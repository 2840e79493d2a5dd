import Proceedings
import SQLite

extension StoreWriter {
    /// Writes what could not be used.
    func writeLeftOut() throws(StoreError) {
        for leftOut in corpus.leftOut {
            try insert(
                "left_out", isCounted: true, ["place": .text(leftOut.place), "reason": .text(leftOut.reason)])
        }
    }

    /// Writes what was understood of a source's turns.
    private func write(_ turns: TurnSummary, of source: Int64) throws(StoreError) {
        try insert(
            "turn_summaries",
            [
                "source": .integer(source), "turns": Value(turns.turns), "voices": Value(turns.voices),
                "unresolved": Value(turns.unresolved), "unread": Value(turns.unread),
            ])
        for (index, form) in turns.forms.enumerated() {
            try insert(
                "turn_forms",
                [
                    "source": .integer(source), "position": Value(index + 1), "pattern": .text(form.pattern),
                    "turns": Value(form.turns), "first_line": Value(form.firstLine),
                ])
        }
    }

    /// Writes how a source's lines were joined, why lines were dropped, and what its reader had to say.
    func writeReport(of source: Source, key: Int64) throws(StoreError) {
        var joins: [SourceLine.Join: Int] = [:]
        var reasons: [String: Int] = [:]
        for line in source.lines {
            if let join = line.join { joins[join, default: 0] += 1 }
            if line.lineClass == .dropped { reasons[line.reason ?? "", default: 0] += 1 }
        }
        for join in SourceLine.Join.allCases {
            guard let count = joins[join] else { continue }
            try insert(
                "line_joins", ["source": .integer(key), "joined": .text(join.rawValue), "lines": Value(count)])
        }
        for (reason, count) in reasons.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            try insert("drop_reasons", ["source": .integer(key), "reason": .text(reason), "lines": Value(count)])
        }
        if let turns = source.turns { try write(turns, of: key) }
        for (index, diagnostic) in source.diagnostics.enumerated() {
            try insert(
                "diagnostics",
                [
                    "source": .integer(key), "position": Value(index + 1),
                    "severity": .text(diagnostic.severity.rawValue), "code": .text(diagnostic.code),
                    "line": Value(diagnostic.line), "column": Value(diagnostic.column),
                    "message": .text(diagnostic.message),
                ])
        }
    }
}
