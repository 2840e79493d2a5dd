import Proceedings
import SQLite

extension StoreWriter {
    static let lineColumns = [
        "source", "number", "class", "talk", "passage", "joined", "page", "printed_page", "reason", "terminator",
        "text",
    ]

    /// Writes a source with its ledger.
    func write(_ source: Source, event: Int64) throws(StoreError) {
        let name = source.id.rawValue
        let key = try keys.key(source.id, for: name)
        try insert(
            "sources", isCounted: true,
            [
                "key": .integer(key), "id": .text(name), "event": .integer(event), "name": .text(source.name),
                "format": .text(source.format), "encoding": .text(source.encoding), "sha256": .text(source.sha256),
                "byte_count": Value(source.byteCount), "line_count": Value(source.lines.count),
                "page_count": Value(source.lines.map(\.page).max() ?? 0),
            ])
        var classes: [SourceLine.Class: (lines: Int, characters: Int)] = [:]
        for (index, line) in source.lines.enumerated() {
            guard line.number == index + 1 else {
                throw .inconsistentCorpus(detail: "line \(index + 1) of '\(name)' is numbered \(line.number)")
            }
            let text = line.text
            var talk: Int64?
            if let id = line.talk { talk = try keys.key(id, for: "\(name), line \(line.number)") }
            var passage: Int64?
            if let id = line.passage { passage = try keys.key(id, for: "\(name), line \(line.number)") }
            try insert(into: lineRows, isCounted: true, for: "\(name), line \(line.number)") {
                row throws(SQLiteError) in
                try row.append(key)
                try row.append(line.number)
                try row.append(line.lineClass.rawValue)
                try row.append(talk)
                try row.append(passage)
                try row.append(line.join?.rawValue)
                try row.append(line.page)
                try row.append(line.printedPage)
                try row.append(line.reason)
                try row.append(line.terminator)
                try row.append(text)
            }
            let count = classes[line.lineClass] ?? (0, 0)
            classes[line.lineClass] = (
                count.lines + 1,
                count.characters + TextMeasure.characters(of: text) + line.terminator.utf8.count
            )
        }
        try writeReport(of: source, key: key)
        for (lineClass, count) in classes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try insert(
                "line_classes",
                [
                    "source": .integer(key), "class": .text(lineClass.rawValue), "lines": Value(count.lines),
                    "characters": Value(count.characters),
                ])
        }
    }
}
