import ForumData
import ForumStore
import Foundation
import Proceedings

/// Brings a store up to date with its data folder.
struct StoreLoading {
    /// How a store was found.
    enum Outcome {
        /// It holds what the data folder holds.
        case fresh
        /// It was loaded.
        case loaded(StoreCounts)
    }

    /// How many diagnostics of one file a load prints.
    static let mostDiagnostics = 20

    let data: DataFolder
    let store: String
    let isStrict: Bool
    /// Whether notes are printed, which ask for nothing to be done.
    private let isVerbose: Bool
    /// Whether progress is shown where standard error is no terminal, too.
    private let showsProgress: Bool

    init(_ options: StoreOptions) throws(CommandFailure) {
        data = DataFolder(path: options.data)
        store = try options.storePath()
        isStrict = options.strict
        isVerbose = options.verbose
        showsProgress = options.progress
    }

    /// Loads the store if it is missing or stale; otherwise leaves it as it is.
    func loadIfNeeded() throws(CommandFailure) -> Outcome {
        let snapshot = try wantedSnapshot()
        guard try isFresh(snapshot) else { return .loaded(try load(snapshot)) }
        // A store that is up to date may have been loaded without --strict.
        if isStrict { _ = try read(snapshot) }
        StoreBuilder(path: store).removeUnfinished()
        return .fresh
    }

    /// Reads the data folder and puts a new store into place; on any failure the old one stays.
    func load() throws(CommandFailure) -> StoreCounts { try load(try wantedSnapshot()) }

    private func load(_ snapshot: String) throws(CommandFailure) -> StoreCounts {
        let result = try read(snapshot)
        let meter = ProgressMeter(showsAlways: showsProgress)
        defer { meter.end() }
        do {
            return try StoreBuilder(path: store).build(from: result.corpus) { progress in
                meter.show(
                    "\(progress.stage.rawValue) the store", progress.rowsWritten, of: progress.rowsTotal,
                    rows: progress.rowsWritten)
            }
        } catch {
            throw CommandFailure(error)
        }
    }

    /// The hash of what the data folder holds now.
    private func wantedSnapshot() throws(CommandFailure) -> String {
        do {
            return try data.snapshot(schemaVersion: StoreSchema.version)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// The snapshot of the store as it stands, if it can be served, the health of its file, and how much was left out of it.
    func served() throws(CommandFailure) -> (snapshot: String, health: StoreHealth, leftOut: Int) {
        do {
            let reader = try StoreReader(path: store)
            return (reader.snapshot, reader.health, reader.counts.leftOut)
        } catch {
            throw CommandFailure(error)
        }
    }

    private func read(_ snapshot: String) throws(CommandFailure) -> CorpusReader.Result {
        let meter = ProgressMeter(showsAlways: showsProgress)
        do {
            let reader = CorpusReader(folder: data, isStrict: isStrict)
            let result = try reader.read(snapshot: snapshot) { progress in
                meter.show(
                    "reading \(progress.path) (\(progress.done + 1) of \(progress.total))", progress.bytesDone,
                    of: progress.bytesTotal)
            }
            meter.end()
            report(result.diagnostics)
            let leftOut = result.corpus.leftOut.count
            if leftOut > 0 { Terminal.error(Self.sentence(leftOut: leftOut)) }
            return result
        } catch {
            meter.end()
            // Every file is named, so that one run is enough to mend them all.
            switch error {
            case .refusedByStrict(let diagnostics), .nothingLoaded(let diagnostics): report(diagnostics)
            default: break
            }
            throw CommandFailure(error)
        }
    }

    /// Prints what there is to say about each file, the first of it where it is much.
    private func report(_ diagnostics: [LocatedDiagnostic]) {
        var counts: [String: Int] = [:]
        for diagnostic in diagnostics where isVerbose || diagnostic.diagnostic.severity != .note {
            counts[diagnostic.path, default: 0] += 1
            if counts[diagnostic.path, default: 0] <= Self.mostDiagnostics { Terminal.error("\(diagnostic)") }
        }
        for (path, count) in counts.sorted(by: { $0.key < $1.key }) where count > Self.mostDiagnostics {
            Terminal.error("\(path): \(count - Self.mostDiagnostics) more; rostrum check shows them all")
        }
    }

    /// Whether the store's file is there with nothing in it, as `mktemp` makes one: nothing would be lost.
    private var isEmptyFile: Bool {
        (try? FileManager.default.attributesOfItem(atPath: store)[.size] as? NSNumber) == 0
    }

    /// Names what was left out of the store as it stands.
    func reportLeftOut() throws(CommandFailure) {
        do {
            let leftOut = try StoreReader(path: store).leftOut()
            for file in leftOut { Terminal.error("\(file.place): left out: \(file.reason)") }
            if !leftOut.isEmpty { Terminal.error(Self.sentence(leftOut: leftOut.count)) }
        } catch {
            throw CommandFailure(error)
        }
    }

    /// What is said of files and folders that are left out.
    static func sentence(leftOut count: Int) -> String {
        "\(count) of the data folder's files and folders cannot be used and \(count == 1 ? "is" : "are") left out"
    }

    private func isFresh(_ wanted: String) throws(CommandFailure) -> Bool {
        do {
            let reader = try StoreReader(path: store)
            guard reader.snapshot == wanted else { return false }
            try reader.check()
            return true
        } catch StoreError.missing {
            return false
        } catch StoreError.otherVersion(_, let found, let expected) {
            Terminal.error(
                "\(store): a store of version \(found), where this program reads \(expected); it is loaded anew")
            return false
        } catch StoreError.notAStore where isEmptyFile {
            return false
        } catch StoreError.corrupt {
            Terminal.error("\(store): the store is damaged; it is loaded anew")
            return false
        } catch {
            throw CommandFailure(error)
        }
    }
}
