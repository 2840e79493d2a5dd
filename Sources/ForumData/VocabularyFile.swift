import Proceedings

/// A `topics.yaml`: the vocabulary of curated topics.
struct VocabularyFile {
    /// The most characters (Unicode scalars) of an identifier, as of an event's name.
    static let maxIdentifierLength = 64
    private static let keys = ["id", "labels", "aliases", "general", "broader"]

    private let document: YAMLDocument

    init(_ file: InputFile) throws(ForumDataError) {
        document = try YAMLDocument(file)
    }

    /// The topics in the file's order, every identifier unique and every broader topic among them.
    func topics() throws(ForumDataError) -> [Topic] {
        guard let root = document.root else { return [] }
        guard let list = try document.members(of: root, allowed: ["topics"])["topics"] else { return [] }
        if list.scalar != nil, list.null != nil { return [] }
        guard let sequence = list.sequence else { throw document.failure(at: list, "'topics' is a list") }
        var topics: [Topic] = []
        var places: [Topic.ID: YAMLDocument.Node] = [:]
        for node in sequence {
            let topic = try topic(node)
            guard places.updateValue(node, forKey: topic.id) == nil else {
                throw document.failure(at: node, "the topic '\(topic.id)' stands twice")
            }
            topics.append(topic)
        }
        try checkBroader(topics, places: places)
        return topics
    }

    private func topic(_ node: YAMLDocument.Node) throws(ForumDataError) -> Topic {
        let members = try document.members(of: node, allowed: Self.keys)
        guard let id = try document.text(members["id"], key: "id"), Self.isSlug(id) else {
            throw document.failure(
                at: members["id"] ?? node,
                "a topic needs an 'id' of lower-case letters, digits and hyphens, at most \(Self.maxIdentifierLength)")
        }
        guard !Topic.ID.reserved.contains(Topic.ID(id)) else {
            throw document.failure(at: members["id"] ?? node, "the id '\(id)' is taken by an address of the API")
        }
        let labels = try labels(members["labels"], of: id, at: node)
        let aliases = try document.texts(members["aliases"], key: "aliases")
        guard Set(aliases.map { $0.lowercased() }).count == aliases.count else {
            throw document.failure(
                at: members["aliases"] ?? node, "an alias of '\(id)' stands twice, letter case aside")
        }
        guard aliases.allSatisfy({ alias in alias.contains { !$0.isWhitespace } }) else {
            throw document.failure(at: members["aliases"] ?? node, "an alias of '\(id)' has nothing in it to be found")
        }
        guard members["general"] == nil || members["general"]?.bool != nil else {
            throw document.failure(at: members["general"] ?? node, "'general' is true or false")
        }
        return Topic(
            id: Topic.ID(id), labels: labels, aliases: aliases,
            broader: try document.text(members["broader"], key: "broader").map { Topic.ID($0) },
            isGeneral: members["general"]?.bool ?? false, origin: .curated)
    }

    private func labels(
        _ node: YAMLDocument.Node?, of id: String, at place: YAMLDocument.Node
    ) throws(ForumDataError) -> [String: String] {
        var labels: [String: String] = [:]
        for (key, value) in node?.mapping ?? [:] {
            guard let language = key.string, LanguageTag.isWellFormed(language),
                let label = try document.text(value, key: "labels")
            else {
                throw document.failure(at: key, "a label is a text under a language tag, as in 'ko: 반도체'")
            }
            labels[language] = label
        }
        guard !labels.isEmpty else {
            throw document.failure(at: node ?? place, "the topic '\(id)' needs 'labels', as in '{ ko: 반도체 }'")
        }
        return labels
    }

    private func checkBroader(
        _ topics: [Topic], places: [Topic.ID: YAMLDocument.Node]
    ) throws(ForumDataError) {
        let broader = Dictionary(uniqueKeysWithValues: topics.map { ($0.id, $0.broader) })
        // Those above which there is nothing wrong, so that a long chain is walked once.
        var settled: Set<Topic.ID> = []
        for topic in topics {
            var seen: Set<Topic.ID> = []
            var id = topic.id
            while !settled.contains(id) {
                seen.insert(id)
                guard let next = broader[id] ?? nil else { break }
                guard let place = places[id] else { preconditionFailure("the topic '\(id)' has no place") }
                guard broader[next] != nil else {
                    throw document.failure(at: place, "'broader' of '\(id)' names no topic: '\(next)'")
                }
                guard !seen.contains(next) else {
                    throw document.failure(at: place, "'\(id)' is broader than itself, by way of '\(next)'")
                }
                id = next
            }
            settled.formUnion(seen)
        }
    }

    /// Lower-case letters, Hangul too, digits and hyphens.
    private static func isSlug(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.count <= maxIdentifierLength
            && text.unicodeScalars.allSatisfy { scalar in
                scalar == "-" || (0x30...0x39).contains(scalar.value)
                    || scalar.properties.isAlphabetic && !scalar.properties.isUppercase
            }
    }
}
