import Foundation

@testable import ForumStore

/// A folder of its own for one test, removed with it.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of the test's store.
    var store: String { path + "/forum.sqlite" }

    /// The names of the files in the folder, in order.
    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }

    /// The bytes of a file in the folder.
    func bytes(_ name: String = "forum.sqlite") throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
    }

    /// A reader of the sample corpus, loaded into the folder.
    func sampleReader() throws -> StoreReader {
        try StoreBuilder(path: store).build(from: SampleCorpus.corpus)
        return try StoreReader(path: store)
    }
}
