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

    /// Reads everything that can be read; nothing is written anywhere.
    ///
    /// A file or folder that cannot be used is a diagnostic of severity error, and all others are read, so that one run names every one.
    ///
    /// - Parameters:
    ///   - schemaVersion: The version of the schema that the store will have: a part of the snapshot's hash.
    ///   - progress: Called before each transcript.
    /// - Throws: ``ForumDataError`` where the folder itself or the vocabulary cannot be used, or nothing in it.
    public func read(
        schemaVersion: Int, progress: (Progress) -> Void = { _ in }
    ) throws(ForumDataError) -> Result {
        // Taken first: a file that changes meanwhile leaves a store that the next start finds stale.
        let snapshot = try folder.snapshot(schemaVersion: schemaVersion)
        let topics = try folder.vocabularyFile().map { file throws(ForumDataError) in
            try VocabularyFile(file).topics()
        }
        var (readings, failures) = try readEvents(progress)
        guard readings.contains(where: { !$0.record.sources.isEmpty }) else {
            if failures.count == 1, let failure = failures.first { throw failure }
            throw .nothingLoaded(failures.map(\.located))
        }
        var registry = PanelistRegistry()
        for index in readings.indices {
            for talk in readings[index].record.talks.indices {
                registry.resolve(&readings[index].record.talks[talk].talk, of: readings[index].record.event.id)
            }
        }
        var merger = PanelistMerger(panelists: registry.panelists)
        for index in readings.indices { merger.note(&readings[index].record.corrections) }
        for index in readings.indices { merger.apply(to: &readings[index].record) }
        let diagnostics = failures.map(\.located) + readings.flatMap(\.diagnostics)
        let refused = diagnostics.filter { $0.diagnostic.severity >= .warning }
        if isStrict, !refused.isEmpty { throw .refusedByStrict(refused) }
        let events = readings.map(\.record)
        let choices = readings.compactMap { reading in reading.derivesTopics.map { (reading.record.event.id, $0) } }
        let index = TopicIndex(
            events, curated: topics ?? [], choices: Dictionary(choices, uniquingKeysWith: { first, _ in first }))
        let corpus = Corpus(
            snapshot: snapshot, events: events, panelists: merger.panelists, topics: index.topics,
            mentions: index.mentions)
        return Result(corpus: corpus, diagnostics: diagnostics)
    }

    /// The events of which anything can be read, and every file and folder that cannot.
    private func readEvents(
        _ progress: (Progress) -> Void
    ) throws(ForumDataError) -> (readings: [EventReader.Reading], failures: [ForumDataError]) {
        var (folders, failures) = try folder.eventFolders()
        let total = folders.reduce(0) { $0 + $1.transcripts.count }
        var done = 0
        var readings: [EventReader.Reading] = []
        var sources: Set<Source.ID> = []
        for event in folders {
            do throws(ForumDataError) {
                let reading = try EventReader(folder: event, parser: parser).read { path in
                    progress(Progress(path: path, done: done, total: total))
                    done += 1
                }
                failures += reading.failures
                guard !reading.record.sources.isEmpty else { continue }
                if let taken = reading.record.sources.first(where: { sources.contains($0.id) }) {
                    throw .identifierTaken(path: "\(event.path)/\(taken.name)", id: taken.id.rawValue)
                }
                sources.formUnion(reading.record.sources.map(\.id))
                readings.append(reading)
            } catch {
                failures.append(error)
            }
        }
        return (readings, failures)
    }
}
