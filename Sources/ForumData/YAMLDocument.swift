import Foundation
import Yams

/// A YAML file that is read strictly: an unknown key, a wrong type or a missing value is an error with its place.
struct YAMLDocument {
    typealias Node = Yams.Node

    /// The most characters of a reason, in which a file's own text is quoted.
    private static let maxReasonLength = 400

    let path: String
    /// The root, or `nil` for a file with nothing but comments.
    let root: Node?

    init(_ file: InputFile) throws(ForumDataError) {
        path = file.path
        let bytes = try file.bytes()
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .invalidYAML(path: path, line: nil, column: nil, reason: "not UTF-8; YAML files here are UTF-8")
        }
        let source = YAMLSource(bytes)
        do {
            try source.check()
            // Without rules for what is a number or a date: everything here is a text, and to try the rules on each key takes
            // most of the time.
            root = try Yams.compose(yaml: text, .basic)
            if let root { try Self.checkScalars(of: root, in: source) }
        } catch let fault as YAMLSource.Fault {
            throw .invalidYAML(path: path, line: fault.line, column: fault.column, reason: fault.reason)
        } catch let error as YamlError {
            throw Self.malformed(error, path: path)
        } catch {
            throw .invalidYAML(path: path, line: nil, column: nil, reason: "malformed YAML")
        }
    }

    /// Refuses scalars that escape a control character: it would go into identifiers, addresses and terminals.
    private static func checkScalars(of root: Node, in source: YAMLSource) throws(YAMLSource.Fault) {
        var nodes = [root]
        while let node = nodes.popLast() {
            switch node {
            case .scalar(let scalar):
                guard YAMLSource.hasControl(scalar.string), let mark = scalar.mark else { continue }
                throw source.escapedControl(fromLine: mark.line, column: mark.column)
                    ?? YAMLSource.Fault(
                        line: mark.line, column: mark.column, reason: "the text has a control character")
            // From the last to the first, so that the first one of the file is found first.
            case .sequence(let sequence): nodes += sequence.reversed()
            case .mapping(let mapping): nodes += mapping.reversed().flatMap { [$0.value, $0.key] }
            case .alias: continue
            }
        }
    }

    /// The members of a mapping, in the file's order.
    func members(of node: Node, allowed: [String]) throws(ForumDataError) -> [String: Node] {
        guard let mapping = node.mapping else {
            throw failure(at: node, "expected a mapping with the keys \(allowed.joined(separator: ", "))")
        }
        var members: [String: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.string, allowed.contains(name) else {
                throw failure(
                    at: key, "unknown key '\(key.string ?? "?")'; allowed are \(allowed.joined(separator: ", "))")
            }
            members[name] = value
        }
        return members
    }

    /// The text of a scalar; `nil` for null.
    func text(_ node: Node?, key: String) throws(ForumDataError) -> String? {
        guard let node, node.null == nil || node.scalar == nil else { return nil }
        guard let scalar = node.scalar else { throw failure(at: node, "'\(key)' is a text, or null") }
        let text = scalar.string.precomposedStringWithCanonicalMapping
        return text.isEmpty ? nil : text
    }

    /// The texts of a sequence; none for null.
    func texts(_ node: Node?, key: String) throws(ForumDataError) -> [String] {
        guard let node, node.null == nil || node.scalar == nil else { return [] }
        guard let sequence = node.sequence else { throw failure(at: node, "'\(key)' is a list of texts") }
        var texts: [String] = []
        for element in sequence {
            guard let text = try text(element, key: key) else {
                throw failure(at: element, "'\(key)' has an empty entry")
            }
            texts.append(text)
        }
        return texts
    }

    /// An error at a node's place.
    func failure(at node: Node, _ reason: String) -> ForumDataError {
        let isLong = reason.count > Self.maxReasonLength
        return .invalidYAML(
            path: path, line: node.mark?.line, column: node.mark?.column,
            reason: isLong ? reason.prefix(Self.maxReasonLength) + "…" : reason)
    }

    private static func malformed(_ error: YamlError, path: String) -> ForumDataError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            .invalidYAML(path: path, line: mark.line, column: mark.column, reason: "malformed YAML: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            .invalidYAML(
                path: path, line: context.mark.line, column: context.mark.column,
                reason: "the key \(duplicates.map { "'\($0)'" }.joined(separator: ", ")) stands twice")
        default:
            .invalidYAML(path: path, line: nil, column: nil, reason: "malformed YAML")
        }
    }
}
