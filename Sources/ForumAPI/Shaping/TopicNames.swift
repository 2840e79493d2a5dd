import ForumStore
import Proceedings

/// Names the topics of an answer in another language; those without a label in it keep their names.
struct TopicNames {
    private let language: String
    private let store: StoreReader
    private var known: [String: String?] = [:]

    /// Makes names from a store's labels.
    init(language: String, store: StoreReader) {
        self.language = language
        self.store = store
    }

    /// The document with every topic, and every reference to one, named so.
    mutating func naming(_ tree: JSONTree, axis: String? = nil) throws(StoreError) -> JSONTree {
        switch tree {
        case .scalar: return tree
        case .array(let elements):
            var all: [JSONTree] = []
            for element in elements { all.append(try naming(element, axis: axis)) }
            return .array(all)
        case .object(let members):
            // The values of a matrix's axis link to passages, not to what they are.
            let below = tree["axis"]?.text
            var label: JSONTree?
            if let id = topic(tree, axis) { label = try self.label(of: id) }
            var all: [(name: String, value: JSONTree)] = []
            for (name, value) in members {
                all.append((name, name == "name" ? label ?? value : try naming(value, axis: below)))
            }
            return .object(all)
        }
    }

    /// The identifier of the topic that an object is, refers to or counts.
    private func topic(_ tree: JSONTree, _ axis: String?) -> String? {
        guard let url = tree["url"]?.text, let id = (tree["id"] ?? tree["value"])?.text else { return nil }
        return axis == ReferenceKind.topic.rawValue || url == ReferenceKind.topic.address(of: id) ? id : nil
    }

    private mutating func label(of id: String) throws(StoreError) -> JSONTree? {
        let label: String?
        if let ready = known[id] {
            label = ready
        } else {
            label = try store.label(of: Topic.ID(id), in: language)
            known[id] = label
        }
        return label.map(JSONTree.init(text:))
    }
}
