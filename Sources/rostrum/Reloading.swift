import Dispatch
import ForumData
import ForumStore
import Logging
import SocketServer
import Synchronization

/// Puts a new snapshot in the place of the one that is served, while requests go on.
///
/// - SIGHUP has the data folder read again and the store opened anew.
/// - A store's file that has been replaced, by `rostrum load` for example, is opened.
/// - A page of the store that is found damaged has the whole store checked and, where it is, loaded again, once for a file.
/// - With `--watch`, a change in the data folder is loaded, once the folder has rested from one look to the next.
///
/// The new store is built beside the old one. Requests that are begun are answered from the old one; whatever fails, it
/// stays, and the log says why.
final class Reloading: Sendable {
    /// How often files are looked at.
    static let interval = DispatchTimeInterval.milliseconds(500)

    /// What was seen of the files.
    struct Stamps {
        /// The store's file as it was before it was opened.
        var store: FileStamp?
        /// The data folder as it was before it was read.
        var read: [FileStamp]
        /// The data folder at the last look.
        var seen: [FileStamp]
        /// The health of the store that is served; `nil` once it is known to be bad and could not be mended.
        var health: StoreHealth?

        /// Looks at the files, before they are read.
        init(_ loading: StoreLoading) {
            store = FileStamp(path: loading.store)
            read = loading.data.stamps
            seen = read
        }
    }

    private let loading: StoreLoading
    private let server: Server
    private let record: SnapshotRecord
    private let logger: Logger
    private let stamps: Mutex<Stamps>
    private let queue = DispatchQueue(label: "rostrum.reload")

    init(_ loading: StoreLoading, server: Server, record: SnapshotRecord, stamps: Stamps, logger: Logger) {
        self.loading = loading
        self.server = server
        self.record = record
        self.logger = logger
        self.stamps = Mutex(stamps)
    }

    /// Begins to listen for the signal and to look at the files; what it answers has to be held meanwhile.
    func begin(watchesData: Bool) -> (ReloadSignal, any DispatchSourceTimer) {
        let signal = ReloadSignal(queue: queue) { self.reload(because: "SIGHUP", loads: true) }
        let timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now() + Self.interval, repeating: Self.interval, leeway: .milliseconds(50))
        timer.setEventHandler { @Sendable in self.look(atData: watchesData) }
        timer.activate()
        return (signal, timer)
    }

    private func look(atData: Bool) {
        if atData, hasRestedAfterChange { return reload(because: "the data folder has changed", loads: true) }
        if stamps.withLock({ $0.health?.isDamaged ?? false }) {
            logger.error(
                "the store is damaged: what cannot be read is answered 503, and the data folder is loaded again")
            return reload(because: "the store is damaged", loads: true)
        }
        let store = FileStamp(path: loading.store)
        // A store that is gone is no reason to let go of it.
        guard let store, store != stamps.withLock(\.store) else { return }
        reload(because: "the store was replaced", loads: false)
    }

    /// Whether the data folder is another than when it was read, and the same as at the last look: a copy is under way
    /// while it still changes.
    private var hasRestedAfterChange: Bool {
        let present = loading.data.stamps
        return stamps.withLock { stamps in
            defer { stamps.seen = present }
            return present == stamps.seen && present != stamps.read
        }
    }

    private func reload(because reason: String, loads: Bool) {
        do throws(CommandFailure) {
            if loads {
                stamps.withLock { $0.read = loading.data.stamps }
                _ = try loading.loadIfNeeded()
            }
            stamps.withLock { $0.store = FileStamp(path: loading.store) }
            let (snapshot, health, leftOut) = try loading.served()
            let failures = server.renewResponders()
            if let failure = failures.first { throw CommandFailure(status: .inputOutput, message: failure) }
            stamps.withLock { $0.health = health }
            record.reloaded(snapshot)
            if leftOut > 0 { logger.warning("\(StoreLoading.sentence(leftOut: leftOut))") }
            logger.notice("reloaded", metadata: ["reason": "\(reason)", "snapshot": "\(snapshot)"])
        } catch {
            record.failed()
            // What cannot be mended now is not tried again and again; another store, SIGHUP or new data are.
            if loads { stamps.withLock { if $0.health?.isDamaged ?? false { $0.health = nil } } }
            logger.error(
                "not reloaded; the snapshot that was served before still is",
                metadata: ["reason": "\(reason)", "error": "\(error.message)"])
        }
    }
}
