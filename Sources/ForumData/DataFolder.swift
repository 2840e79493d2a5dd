import Bytes
import Digests
import Foundation
import Proceedings
import Topics
import Transcripts

/// A folder of proceedings: `events/<event-id>/transcript.<ext>` with an optional `event.yaml` and
/// `corrections.yaml`, and an optional `topics.yaml`.
public struct DataFolder: Sendable {
    /// The folder's path, as given.
    public let path: String

    /// Names a folder; nothing is read yet.
    public init(path: String) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// The hash of all that decides what a store holds.
    ///
    /// It covers the sources, the hand-written files, and the versions of the parser, the rules of topics and the store's
    /// schema; never a time or a path.
    ///
    /// - Parameter schemaVersion: The version of the schema that the store will have.
    /// - Throws: ``ForumDataError`` where the folder itself is not of the layout or cannot be read.
    public func snapshot(schemaVersion: Int) throws(ForumDataError) -> String {
        var hash = SHA256()
        func add(_ text: String) { hash.update((text + "\n").utf8) }
        let topics = "\(TopicMatcher.version).\(TopicDeriver.version)"
        add("rostrum schema \(schemaVersion) parser \(TranscriptParser.version) topics \(topics)")
        if let vocabulary = try vocabularyFile() {
            add("topics.yaml \((try vocabulary.digest()).hexadecimal)")
        }
        let (folders, failures) = try eventFolders()
        for event in folders {
            for file in [event.eventFile, event.correctionsFile].compactMap(\.self) + event.transcripts {
                // A file that cannot be read is left out of the store, and is of the snapshot that it is.
                let digest = (try? file.digest()).map(\.hexadecimal) ?? "unreadable"
                add("\(event.id)/\(file.name) \(digest)")
            }
        }
        for failure in failures { add("left out: \(URL(fileURLWithPath: failure.path ?? "").lastPathComponent)") }
        return String(hash.finalize().hexadecimal.prefix(Self.snapshotLength))
    }

    /// How many hexadecimal digits of the SHA-256 a snapshot has.
    static let snapshotLength = 16

    /// Twelve hexadecimal digits that stand for the folder's place, for naming files that belong to it.
    public var placeDigest: String {
        String(SHA256.hash(absolutePath.utf8).hexadecimal.prefix(12))
    }

    /// The folder's own name, whatever way it was given.
    public var name: String { URL(fileURLWithPath: absolutePath).lastPathComponent }

    /// Names what cannot be used by its place in the folder, which is the same wherever that is.
    func leftOut(_ failure: ForumDataError) -> Corpus.LeftOut {
        let located = failure.located
        let prefix = path.hasSuffix("/") ? path : path + "/"
        let place = located.path.hasPrefix(prefix) ? String(located.path.dropFirst(prefix.count)) : located.path
        return Corpus.LeftOut(place: place, reason: located.diagnostic.message.replacing(prefix, with: ""))
    }

    private var absolutePath: String {
        URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }

    func vocabularyFile() throws(ForumDataError) -> InputFile? {
        let name = "topics.yaml"
        return try Self.names(in: path).contains(name) ? InputFile(path: "\(path)/\(name)", name: name) : nil
    }

    /// The events' folders in the order of their identifiers, and why others cannot be used.
    func eventFolders() throws(ForumDataError) -> (folders: [EventFolder], failures: [ForumDataError]) {
        let events = "\(path)/events"
        _ = try Self.names(in: path)
        var folders: [EventFolder] = []
        var failures: [ForumDataError] = []
        for name in try Self.names(in: events) {
            var isFolder: ObjCBool = false
            let inside = "\(events)/\(name)"
            guard FileManager.default.fileExists(atPath: inside, isDirectory: &isFolder), isFolder.boolValue else {
                continue
            }
            do throws(ForumDataError) {
                folders.append(try EventFolder(path: inside, name: name))
            } catch {
                failures.append(error)
            }
        }
        guard !folders.isEmpty || !failures.isEmpty else { throw .noEvents(path: events) }
        return (folders.sorted { $0.id < $1.id }, failures)
    }

    /// The names in a folder, hidden ones left out, in the order of their bytes, so that it is the same everywhere.
    static func names(in path: String) throws(ForumDataError) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(path: path) }
        guard isFolder.boolValue else { throw .notAFolder(path: path) }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .filter { !$0.hasPrefix(".") }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        } catch {
            throw .unreadable(path: path, reason: SystemReason.describe(error))
        }
    }
}
