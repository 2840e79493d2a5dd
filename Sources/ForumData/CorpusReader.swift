import Proceedings
import Topics
import Transcripts

/// Reads a data folder into the corpus that a store is built from.
public struct CorpusReader: Sendable {
    /// How far the reading is.
    public struct Progress: Sendable {
        /// The transcript that is being read.
        public var path: String
        /// How many were read before it.
        public var done: Int
        /// How many there are.
        public var total: Int
    }

    /// What was read.
    public struct Result: Sendable {
        /// Everything for the store.
        public var corpus: Corpus
        /// What there is to say about the files, in their order.
        public var diagnostics: [LocatedDiagnostic]
    }

    private let folder: DataFolder
    private let isStrict: Bool
    private let parser = TranscriptParser()

    /// Names what is to be read.
    ///
    /// - Parameters:
    ///   - folder: The data folder.
    ///   - isStrict: Whether a diagnostic of severity warning fails the reading.
    public init(folder: DataFolder, isStrict: Bool = false) {
        self.folder = folder
        self.isStrict = isStrict
    }

    /// Reads everything; nothing is written anywhere.
    ///
    /// - Parameters:
    ///   - schemaVersion: The version of the schema that the store will have: a part of the snapshot's hash.
    ///   - progress: Called before each transcript.
    /// - Throws: ``ForumDataError`` for the first file that cannot be used.
    public func read(
        schemaVersion: Int, progress: (Progress) -> Void = { _ in }
    ) throws(ForumDataError) -> Result {
        // Taken first: a file that changes meanwhile leaves a store that the next start finds stale.
        let snapshot = try folder.snapshot(schemaVersion: schemaVersion)
        let folders = try folder.eventFolders()
        let topics = try folder.vocabularyFile().map { file throws(ForumDataError) in
            try VocabularyFile(file).topics()
        }
        let total = folders.reduce(0) { $0 + $1.transcripts.count }
        var done = 0
        var registry = PanelistRegistry()
        var readings: [EventReader.Reading] = []
        var sources: Set<Source.ID> = []
        for event in folders {
            var reading = try EventReader(folder: event, parser: parser).read { path in
                progress(Progress(path: path, done: done, total: total))
                done += 1
            }
            for source in reading.record.sources where !sources.insert(source.id).inserted {
                throw .identifierTaken(path: "\(event.path)/\(source.name)", id: source.id.rawValue)
            }
            for index in reading.record.talks.indices {
                registry.resolve(&reading.record.talks[index].talk, of: event.id)
            }
            readings.append(reading)
        }
        var merger = PanelistMerger(panelists: registry.panelists)
        for index in readings.indices { merger.note(&readings[index].record.corrections) }
        for index in readings.indices { merger.apply(to: &readings[index].record) }
        let diagnostics = readings.flatMap(\.diagnostics)
        let failures = diagnostics.filter { $0.diagnostic.severity >= .warning }
        if isStrict, !failures.isEmpty { throw .refusedByStrict(failures) }
        let events = readings.map(\.record)
        let choices = readings.compactMap { reading in reading.derivesTopics.map { (reading.record.event.id, $0) } }
        let index = TopicIndex(
            events, curated: topics ?? [], choices: Dictionary(choices, uniquingKeysWith: { first, _ in first }))
        let corpus = Corpus(
            snapshot: snapshot, events: events, panelists: merger.panelists, topics: index.topics,
            mentions: index.mentions)
        return Result(corpus: corpus, diagnostics: diagnostics)
    }
}
