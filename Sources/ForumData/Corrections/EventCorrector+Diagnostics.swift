import Proceedings

/// What the readers of the sources had to say, and a person has answered.
extension EventCorrector {
    /// Removes what asks who speaks where a correction says it: `--strict` would refuse it for ever.
    mutating func removeAnswered() {
        let applied = record.corrections.filter { $0.obstacle == nil }
        let talks = Set(applied.filter { $0.change == .speaker && $0.passage == nil }.compactMap(\.talk))
        guard !talks.isEmpty || !named.isEmpty else { return }
        for index in record.sources.indices {
            let source = record.sources[index]
            record.sources[index].diagnostics = source.diagnostics.filter { diagnostic in
                guard let line = diagnostic.line, source.lines.indices.contains(line - 1) else { return true }
                return switch Diagnostic.Code(rawValue: diagnostic.code) {
                case .noPanelist: source.lines[line - 1].talk.map(talks.contains) != true
                case .unresolvedVoice: !isNamed(at: source.lines[(line - 1)...])
                default: true
                }
            }
        }
    }

    /// Whether a correction names who speaks the turn whose label stands on the first of the lines.
    private func isNamed(at lines: ArraySlice<SourceLine>) -> Bool {
        // A label may stand on a line of its own.
        lines.prefix(Self.linesToText).lazy.compactMap(\.passage).first.map(named.contains) == true
    }

    /// How many lines after its label a turn begins at most.
    private static let linesToText = 4
}
