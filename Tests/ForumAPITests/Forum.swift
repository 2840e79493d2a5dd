import ForumStore
import Foundation
import HTTPTypes
import HTTPWire
import Proceedings
import Testing

@testable import ForumAPI

/// The test corpus, loaded into a file of its own and served without a socket.
final class Forum {
    let store: StoreReader
    private let folder: URL
    let api: ForumAPI

    convenience init(
        snapshot: String = "첫째 판", configuration: ForumAPI.Configuration = .init(version: "1.2.3")
    ) throws {
        try self.init(TestCorpus.make(snapshot: snapshot), configuration: configuration)
    }

    init(_ corpus: Corpus, configuration: ForumAPI.Configuration = .init(version: "1.2.3")) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("forum-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("forum.sqlite").path
        _ = try StoreBuilder(path: path).build(from: corpus)
        store = try StoreReader(path: path)
        api = ForumAPI(configuration: configuration)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Answers a request to a raw target.
    func send(_ target: String, method: HTTPRequest.Method = .get, fields: HTTPFields = [:]) -> Response {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        return api.respond(
            to: Request(
                method: method, path: String(parts[0]), query: parts.count > 1 ? String(parts[1]) : nil, fields: fields),
            reading: store)
    }

    /// The JSON object that a target answers with, once it has answered with the status.
    func object(
        _ target: String, status: Int = 200, location: SourceLocation = #_sourceLocation
    ) throws -> [String: Any] {
        let response = send(target)
        let text = String(decoding: response.body, as: UTF8.self)
        #expect(response.status.code == status, "\(target): \(text)", sourceLocation: location)
        return try #require(
            try JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any], sourceLocation: location)
    }

    /// The items of a list.
    func data(_ target: String, location: SourceLocation = #_sourceLocation) throws -> [[String: Any]] {
        try #require(try object(target, location: location)["data"] as? [[String: Any]], sourceLocation: location)
    }

    /// The identifiers of a list's items.
    func identifiers(_ target: String, location: SourceLocation = #_sourceLocation) throws -> [String] {
        try data(target, location: location).compactMap { $0["id"] as? String }
    }
}
