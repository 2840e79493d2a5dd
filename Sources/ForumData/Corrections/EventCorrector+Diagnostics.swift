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
            let voices = source.diagnostics.isEmpty ? Voices() : Voices(of: record, in: source.id)
            record.sources[index].diagnostics = source.diagnostics.filter { diagnostic in
                guard let line = diagnostic.line, source.lines.indices.contains(line - 1) else { return true }
                return switch Diagnostic.Code(rawValue: diagnostic.code) {
                case .noPanelist: source.lines[line - 1].talk.map(talks.contains) != true
                case .unresolvedVoice: !isAnswered(at: source.lines[(line - 1)...], voices)
                default: true
                }
            }
        }
    }

    /// Whether corrections name who speaks the turn that begins on the first of the lines, and every other of its label.
    private func isAnswered(at lines: ArraySlice<SourceLine>, _ voices: Voices) -> Bool {
        // A label may stand on a line of its own.
        guard let passage = lines.prefix(Self.linesToText).lazy.compactMap(\.passage).first, named.contains(passage),
            let label = voices.labels[passage]
        else { return false }
        return !voices.open.contains(label)
    }

    /// How many lines after its label a turn begins at most.
    private static let linesToText = 4

    /// The voices of a source's passages.
    private struct Voices {
        var labels: [Passage.ID: String] = [:]
        /// The labels with a passage that is nobody's.
        var open: Set<String> = []

        init() {}

        init(of record: Corpus.EventRecord, in source: Source.ID) {
            for (talk, own) in record.talks where own == source {
                for passage in talk.passages {
                    guard let voice = passage.voice else { continue }
                    labels[passage.id] = voice.label
                    if passage.speaker == nil { open.insert(voice.label) }
                }
            }
        }
    }
}
