import Dispatch
import Foundation
import Proceedings
import Synchronization
import Topics
import Transcripts

/// Reads a data folder into the corpus that a store is built from.
public struct CorpusReader: Sendable {
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

    /// Reads everything that can be read, as of now; nothing is written anywhere.
    ///
    /// - Parameters:
    ///   - schemaVersion: The version of the schema that the store will have: a part of the snapshot's hash.
    ///   - progress: Called before each transcript.
    /// - Throws: As ``read(snapshot:progress:)``.
    public func read(
        schemaVersion: Int, progress: (Progress) -> Void = { _ in }
    ) throws(ForumDataError) -> Result {
        try read(snapshot: try folder.snapshot(schemaVersion: schemaVersion), progress: progress)
    }

    /// Reads everything that can be read; nothing is written anywhere.
    ///
    /// A file or folder that cannot be used is a diagnostic of severity error, and all others are read, so that one run names every one.
    ///
    /// - Parameters:
    ///   - snapshot: The folder's hash, taken before: a file that changes meanwhile leaves a store that the next start finds stale.
    ///   - progress: Called before each transcript.
    /// - Throws: ``ForumDataError`` where the folder itself or the vocabulary cannot be used, or nothing in it.
    public func read(
        snapshot: String, progress: (Progress) -> Void = { _ in }
    ) throws(ForumDataError) -> Result {
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
            mentions: index.mentions, leftOut: failures.map(folder.leftOut).sorted { $0.place < $1.place })
        return Result(corpus: corpus, diagnostics: diagnostics)
    }

    /// The events of which anything can be read, and every file and folder that cannot.
    private func readEvents(
        _ progress: (Progress) -> Void
    ) throws(ForumDataError) -> (readings: [EventReader.Reading], failures: [ForumDataError]) {
        var (folders, failures) = try folder.eventFolders()
        var state = Progress(folders)
        var readings: [EventReader.Reading] = []
        var sources: Set<Source.ID> = []
        var talks: Set<Talk.ID> = []
        for first in stride(from: 0, to: folders.count, by: Self.eventsAtOnce) {
            let batch = Array(folders[first..<min(first + Self.eventsAtOnce, folders.count)])
            for file in batch.flatMap(\.transcripts) { progress(state.begin(file)) }
            // Taken in the order of the folders, whichever was read first.
            for (event, result) in zip(batch, read(batch)) {
                do throws(ForumDataError) {
                    let reading = try result.get()
                    failures += reading.failures
                    guard !reading.record.sources.isEmpty else { continue }
                    if let taken = reading.record.sources.first(where: { sources.contains($0.id) }) {
                        throw .identifierTaken(path: "\(event.path)/\(taken.name)", id: taken.id.rawValue)
                    }
                    try Self.checkIdentifiers(of: reading.record, at: event.path, among: talks)
                    sources.formUnion(reading.record.sources.map(\.id))
                    talks.formUnion(reading.record.talks.map(\.talk.id))
                    readings.append(reading)
                } catch {
                    failures.append(error)
                }
            }
        }
        return (readings, failures)
    }

    /// How many events are read before others are begun: for each processor a few, so that none waits long for a long one.
    private static let eventsAtOnce = 4 * ProcessInfo.processInfo.activeProcessorCount

    /// Reads some events, on all processors, and returns them in their order.
    private func read(_ folders: [EventFolder]) -> [Swift.Result<EventReader.Reading, ForumDataError>] {
        let results = Mutex<[Int: Swift.Result<EventReader.Reading, ForumDataError>]>([:])
        DispatchQueue.concurrentPerform(iterations: folders.count) { index in
            let result = Swift.Result { () throws(ForumDataError) in
                var reading = try EventReader(folder: folders[index], parser: parser).read()
                // Line by line, and of no use to a store.
                reading.explanations = []
                return reading
            }
            results.withLock { $0[index] = result }
        }
        return results.withLock { results in folders.indices.compactMap { results[$0] } }
    }

    /// Refuses an event that has an identifier twice, or one that another event's talk has: it alone, and not the corpus.
    private static func checkIdentifiers(
        of record: Corpus.EventRecord, at path: String, among taken: Set<Talk.ID>
    ) throws(ForumDataError) {
        var talks: Set<Talk.ID> = []
        for (talk, _) in record.talks {
            guard !taken.contains(talk.id), talks.insert(talk.id).inserted else {
                throw .identifierTaken(path: path, id: talk.id.rawValue)
            }
        }
    }
}
