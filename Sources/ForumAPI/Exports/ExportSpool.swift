import ForumStore
import Synchronization

/// The long exports that have been made, so that the next request, and one that resumes, finds them.
///
/// It holds the last of one snapshot, ``Limits/spooledExports`` at most; another snapshot's take their place. What is short is made anew, and kept by the server.
public final class ExportSpool: Sendable {
    private struct State {
        var snapshot = ""
        var files: [String: ExportFile] = [:]
        /// The addresses of the files, the one that was made last at the end.
        var order: [String] = []
        /// The description of all of them, once it has been asked for.
        var package: DataPackage?
    }

    /// The longest export that is held in memory, in bytes; longer ones are files without a name.
    public let memory: Int
    private let state = Mutex(State())

    /// Makes an empty spool.
    public init(memory: Int = 1 << 20) {
        self.memory = memory
    }

    /// The description of all exports, made if there is none: to tell the hashes, everything is read.
    func package(
        of snapshot: String, make: () throws(Problem) -> DataPackage
    ) throws(Problem) -> DataPackage {
        let ready: DataPackage? = state.withLock { state in state.snapshot == snapshot ? state.package : nil }
        if let ready { return ready }
        let package = try make()
        state.withLock { state in
            if state.snapshot != snapshot { state = State(snapshot: snapshot) }
            state.package = package
        }
        return package
    }

    /// An export compressed, made if there is none; the export itself where that is no shorter.
    ///
    /// - Parameter mustCompress: Whether it is compressed even so.
    func gzipped(
        _ plain: ExportFile, at address: String, of snapshot: String, mustCompress: Bool
    ) throws(Problem) -> ExportFile {
        guard mustCompress || plain.count >= Limits.compressedLength else { return plain }
        let file = try file(address + " gzip", of: snapshot) { memory in
            try ExportFile(gzipping: plain, memory: memory)
        }
        return mustCompress || file.count < plain.count ? file : plain
    }

    /// The export at an address, made if there is none.
    func file(
        _ address: String, of snapshot: String, make: (_ memory: Int) throws -> ExportFile
    ) throws(Problem) -> ExportFile {
        let ready: ExportFile? = state.withLock { state in state.snapshot == snapshot ? state.files[address] : nil }
        if let ready { return ready }
        do {
            let file = try make(memory)
            guard file.source != nil else { return file }
            state.withLock { state in
                if state.snapshot != snapshot { state = State(snapshot: snapshot) }
                if state.files.updateValue(file, forKey: address) == nil { state.order.append(address) }
                // Filters make any number of exports; those in use live on until they are sent.
                while state.order.count > Limits.spooledExports { state.files[state.order.removeFirst()] = nil }
            }
            return file
        } catch let error as StoreError {
            throw Problem(error)
        } catch {
            // The folder for temporary files is full or cannot be written.
            throw Problem(
                kind: .storeFailure, detail: "The export cannot be made at the moment.", fields: [.retryAfter: "1"])
        }
    }
}
