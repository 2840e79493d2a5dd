import Foundation

/// A folder of its own for one test, gone with it.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/rostrum-command-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// A data folder of one event with this transcript.
    func data(_ transcript: [UInt8]) throws -> String {
        let event = path + "/data/events/forum"
        try FileManager.default.createDirectory(atPath: event, withIntermediateDirectories: true)
        try Data(transcript).write(to: URL(fileURLWithPath: event + "/transcript.txt"))
        return path + "/data"
    }

    var store: String { path + "/store.sqlite" }
}
