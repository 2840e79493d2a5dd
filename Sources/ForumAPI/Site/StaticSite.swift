import Bytes
import ForumStore
import Foundation
import HTTPTypes
import HTTPWire

/// The whole interface as files that any web server gives, every link among them leading to a file.
///
/// It asks the interface as a client does and follows every link, so that whatever the interface answers is in it. What
/// cannot be a file, a search for words that nobody knows beforehand, is named in the site's own description.
public struct StaticSite {
    /// The name of the description, which is written last: a site without it is not whole.
    public static let descriptionName = "site.json"

    /// One file of the site.
    public struct File {
        /// The path below the site's folder.
        public let path: String
        /// The content.
        public let content: ExportFile
    }

    /// A response that the site needs cannot be had.
    public struct Failure: Error {
        /// The address that was asked for.
        public let address: String
        /// Why, in a sentence.
        public let detail: String
    }

    private let api: ForumAPI
    private let store: StoreReader
    private let router = Router(routes: Route.all)
    /// What is to be asked for yet, with its address and the place of the response.
    private var waiting: [(request: Request, address: String, place: StaticAddress, isOptional: Bool)] = []
    /// The place of each address that was met, or that it has none.
    private var places: [String: StaticAddress?] = [:]
    /// The paths that are given away, letter case aside.
    private var paths: [String: StaticAddress] = [:]
    private var count = 0

    /// Begins a site.
    public init(api: ForumAPI, store: StoreReader) {
        self.api = api
        self.store = store
        for route in Route.all where route.isStatic && route.path.captures.isEmpty {
            for address in Self.addresses(route) { _ = place(of: address) }
        }
        for kind in ProblemKind.allCases { _ = place(of: kind.address) }
    }

    /// The next file, or `nil` after the last.
    public mutating func next() throws(Failure) -> File? {
        while let (request, address, place, isOptional) = waiting.popLast() {
            let response = api.respond(to: request, reading: store)
            // A thing may lack what a form of it needs, such as a date.
            if isOptional, response.status == .notFound { continue }
            guard response.status == .ok else {
                let problem = try? JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any]
                throw Failure(address: address, detail: problem?["detail"] as? String ?? "\(response.status)")
            }
            count += 1
            return File(path: place.path, content: content(of: response, at: address))
        }
        return nil
    }

    /// An answer's content as it stands in the site: its links turned to files, but for what is exported with its hash.
    private mutating func content(of response: Response, at target: String) -> ExportFile {
        let form = MediaType.allCases.first { $0.contentType == response.fields[.contentType] }
        switch form {
        case .json, .jsonLD, .linkset:
            guard !target.hasPrefix("/v1/exports/"), response.source == nil else { break }
            var writer = JSONWriter()
            writer.tree(linked(JSONTree(response.body)))
            return ExportFile(writer.finish(), nil)
        case .html: return ExportFile(Array(linked(page: String(decoding: response.body, as: UTF8.self)).utf8), nil)
        default: break
        }
        return ExportFile(response.body, response.source as? SpoolFile)
    }

    /// The description: what the site holds, and what only a server can answer.
    public var description: [UInt8] {
        var writer = JSONWriter(layout: .indented)
        writer.object { writer in
            writer.member("name", "rostrum")
            writer.member("snapshot", store.snapshot)
            writer.member("files", count)
            writer.array("not_static") { writer in
                for route in Route.all where !route.isStatic {
                    writer.object { writer in
                        writer.member("name", route.name)
                        writer.member("path", route.path.description)
                        writer.member("summary", route.summary)
                    }
                }
            }
        }
        return writer.finish()
    }

    // MARK: Following links

    /// The addresses of a route without an identifier: a table in all its forms.
    private static func addresses(_ route: Route) -> [String] {
        guard case .rows = route.answer else { return [route.path.description] }
        return MediaType.tabular.map { "\(route.path).\($0.word)" }
    }

    /// The place of an address, which is asked for then; `nil` where the response is no file.
    ///
    /// - Parameter isOptional: Whether the address may turn out to have nothing.
    private mutating func place(of address: String, isOptional: Bool = false) -> StaticAddress? {
        if let place = places[address] { return place }
        let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
        guard let path = parts.first, path.hasPrefix("/") else { return nil }
        let request = Request(
            method: .get, path: path, query: parts.count > 1 ? parts[1] : nil, fields: [.accept: "*/*"])
        var place = place(of: request)
        if let present = place {
            let other = paths.updateValue(present, forKey: present.path.lowercased())
            if let other, other != present { place = present.beside() }
        }
        places[address] = .some(place)
        if let place { waiting.append((request, address, place, isOptional)) }
        return place
    }

    private func place(of request: Request) -> StaticAddress? {
        guard let decoded = try? Target(path: request.path, query: request.query),
            let route = try? router.find(decoded.segments).entry.route, route.isStatic
        else { return nil }
        if case .rows = route.answer { return StaticAddress(decoded, isFolder: false, ending: nil) }
        if case .list = route.answer { return StaticAddress(decoded, isFolder: true, ending: "json") }
        if route.offers == [.html] { return StaticAddress(decoded, isFolder: true, ending: "html") }
        let isNamed = decoded.segments.last?.hasSuffix(".json") == true || !route.offers.contains(.json)
        return StaticAddress(decoded, isFolder: false, ending: isNamed ? nil : "json")
    }

    /// The document with its links turned to files, which are then written too; a link to what is no file stays.
    private mutating func linked(_ tree: JSONTree, under name: String = "") -> JSONTree {
        switch tree {
        case .array(let elements): return .array(elements.map { linked($0, under: name) })
        case .object(let members):
            // What has another address, as an entry of a schedule has, is not the thing itself.
            if let kind = tree["type"]?.text, let id = tree["id"]?.text,
                tree["url"]?.text?.hasSuffix("/" + PercentEncoding.encode(id)) == true
            {
                addParts(of: kind, id)
            }
            return .object(members.map { ($0.name, linked($0.value, under: $0.name)) })
        case .scalar:
            // A link set has its links under another name (RFC 9264 §4.2).
            guard name == "url" || name.hasSuffix("_url") || name == "href", let target = tree.text else { return tree }
            // What a fragment names stands in the same file.
            let mark = target.firstIndex(of: "#") ?? target.endIndex
            guard let place = place(of: String(target[..<mark])) else { return tree }
            return JSONTree(text: place.address + target[mark...])
        }
    }

    /// The page with its links turned to files.
    private mutating func linked(page: String) -> String {
        let mark = "href=\""
        var parts = page.components(separatedBy: mark)
        for index in parts.indices.dropFirst() {
            let target = String(parts[index].prefix { $0 != "\"" })
            guard let place = place(of: target) else { continue }
            parts[index] = place.address + parts[index].dropFirst(target.count)
        }
        return parts.joined(separator: mark)
    }

    /// Everything that has an address below a thing, or is a form of it.
    private mutating func addParts(of kind: String, _ id: String) {
        for route in Route.all where route.isStatic && route.path.captures == [kind] {
            let address = route.path.description.replacing("{\(kind)}", with: PercentEncoding.encode(id))
            _ = place(of: address, isOptional: true)
        }
    }
}

extension Route {
    /// Whether the answer depends on the address alone, and so can be a file; a page that names its host cannot.
    fileprivate var isStatic: Bool {
        guard case .snapshot = lifetime, !namesHost || !offers.contains(.html) else { return false }
        return !parameters.contains { $0.isRequired }
    }
}
