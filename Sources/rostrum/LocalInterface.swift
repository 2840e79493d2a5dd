import Bytes
import ForumAPI
import ForumStore
import Foundation
import HTTPTypes
import HTTPWire

/// The HTTP interface without a server: what its addresses return, read from a store.
struct LocalInterface {
    private let api = ForumAPI(configuration: .init(version: Rostrum.version))
    private let reader: StoreReader

    init(_ reader: StoreReader) {
        self.reader = reader
    }

    /// The body of a successful response, without the newline at its end.
    ///
    /// - Parameters:
    ///   - segments: The path's segments, decoded.
    ///   - query: The items of the query, decoded.
    /// - Throws: What the problem's `detail` says, as a fault of the command's words.
    func body(_ segments: [String], _ query: [(name: String, value: String)] = []) throws(CommandFailure) -> String {
        var body = String(decoding: try response(segments, query).body, as: UTF8.self)
        if body.hasSuffix("\n") { body.removeLast() }
        return body
    }

    /// All items of a list as one JSON array, an item a line, as in an export.
    func list(_ name: String, _ filters: [(name: String, value: String)] = []) throws(CommandFailure) -> String {
        var items: [Substring] = []
        var cursor: String?
        repeat {
            let paging = [("format", "ndjson"), ("limit", String(Self.page))] + (cursor.map { [("cursor", $0)] } ?? [])
            let response = try response(["v1", name], filters + paging.map { (name: $0.0, value: $0.1) })
            items += String(decoding: response.body, as: UTF8.self).split(separator: "\n")
            cursor = Self.cursor(in: HTTPField.Name("Link").flatMap { response.fields[$0] })
        } while cursor != nil
        return "[" + items.map { "\n" + $0 }.joined(separator: ",") + "\n]"
    }

    /// How many items are read at once.
    private static let page = 100

    private func response(
        _ segments: [String], _ query: [(name: String, value: String)]
    ) throws(CommandFailure) -> Response {
        let path = "/" + segments.map(PercentEncoding.encode).joined(separator: "/")
        let items = query.map { PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value) }
        let request = Request(
            method: .get, path: path, query: items.isEmpty ? nil : items.joined(separator: "&"))
        let response = api.respond(to: request, reading: reader)
        guard response.status == .ok else {
            throw CommandFailure(status: .usage, message: Self.detail(of: response.body))
        }
        return response
    }

    /// The cursor of the next page, which a list in lines names in `Link`.
    private static func cursor(in link: String?) -> String? {
        guard let address = link?.split(separator: ">").first, let mark = address.range(of: "cursor=") else {
            return nil
        }
        return String(address[mark.upperBound...].prefix { $0 != "&" })
    }

    /// What a problem's document says was wrong.
    private static func detail(of problem: [UInt8]) -> String {
        struct Problem: Decodable {
            var detail: String
        }
        return (try? JSONDecoder().decode(Problem.self, from: Data(problem)))?.detail
            ?? String(decoding: problem, as: UTF8.self)
    }
}
