import ArgumentParser
import ForumData
import ForumStore
import Proceedings

/// `rostrum topics`: what is spoken of, without a server.
struct Topics: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the topics, without a server.",
        discussion: """
            Curated topics come from topics.yaml, derived ones from the texts alone. To make derived topics your own, print \
            them with --yaml into a new file, edit that, and put it into the data folder as topics.yaml.
            """)

    @OptionGroup var options: ListOptions

    @Option(help: "List only topics of this origin: curated or derived.")
    var origin: TopicOrigin?

    @Flag(help: "Print a topics.yaml in place of a table.")
    var yaml = false

    func run() throws {
        let listing = try Listing(options.store)
        if options.json {
            let filters = origin.map { [(name: "origin", value: $0.rawValue)] } ?? []
            return Terminal.print(try LocalInterface(listing.reader).list("topics", filters))
        }
        if yaml { return try listing.printVocabulary(filter) }
        try listing.print(["ID", "NAME", "ORIGIN", "MENTIONS", "PASSAGES", "TALKS"]) {
            reader, limit, start, add throws(StoreError) in
            try reader.topics(TopicList(filter: filter, limit: limit, start: start)) { topic throws(StoreError) in
                add([
                    topic.reference.id.string, topic.reference.name.string, topic.origin.string,
                    String(topic.mentionCount), String(topic.passageCount), String(topic.talkCount),
                ])
            }
        }
    }

    func validate() throws {
        guard !(yaml && options.json) else {
            throw ValidationError("--yaml and --json are two forms; give one of them")
        }
    }

    private var filter: Filter<TopicField> {
        guard let origin else { return Filter() }
        return Filter([.init(.origin, .equal, [.text(origin.rawValue)])])
    }
}

/// Where topics may come from, as an option says it.
enum TopicOrigin: String, ExpressibleByArgument, CaseIterable {
    case curated, derived
}

extension Listing {
    /// Prints the filtered topics as a `topics.yaml`.
    fileprivate func printVocabulary(_ filter: Filter<TopicField>) throws(CommandFailure) {
        var vocabulary = VocabularyText()
        try forEachPage { reader, limit, start throws(StoreError) in
            try reader.topics(TopicList(filter: filter, limit: limit, start: start)) { row throws(StoreError) in
                let topic = try row.topic()
                let isDerived = topic.origin == .derived
                vocabulary.add(
                    topic,
                    note: isDerived ? "derived: \(row.mentionCount) mentions in \(row.talkCount) talks" : nil)
            }
        }
        vocabulary.text.split(separator: "\n").forEach { Terminal.print(String($0)) }
    }
}

extension TopicRow {
    /// The topic with all that the vocabulary says of it.
    fileprivate func topic() throws(StoreError) -> Topic {
        var labels: [String: String] = [:]
        try forEachLabel { language, label throws(StoreError) in labels[language.string] = label.string }
        var aliases: [String] = []
        try forEachAlias { alias throws(StoreError) in aliases.append(alias.string) }
        return Topic(
            id: Topic.ID(reference.id.string), labels: labels, aliases: aliases,
            broader: broader.id.optionalString.map { Topic.ID($0) }, isGeneral: isGeneral,
            origin: Topic.Origin(rawValue: origin.string) ?? .curated)
    }
}
