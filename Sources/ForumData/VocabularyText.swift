import Proceedings

/// Topics as the text of a `topics.yaml`, for people to edit further.
public struct VocabularyText: Sendable {
    /// The text: the head of the list, then an entry for each topic that was added.
    public private(set) var text = "topics:\n"

    /// Makes a list without topics.
    public init() {}

    /// Adds a topic.
    ///
    /// - Parameters:
    ///   - topic: The topic.
    ///   - note: A line of comment above it.
    public mutating func add(_ topic: Topic, note: String? = nil) {
        if let note { text += "  # \(note.split(whereSeparator: \.isNewline).joined(separator: " "))\n" }
        let labels = topic.labels.sorted { $0.key < $1.key }.map { "\($0.key): \(Self.scalar($0.value))" }
        text += "  - id: \(Self.scalar(topic.id.rawValue))\n"
        text += "    labels: { \(labels.joined(separator: ", ")) }\n"
        if topic.isGeneral { text += "    general: true\n" }
        if let broader = topic.broader { text += "    broader: \(Self.scalar(broader.rawValue))\n" }
        text += "    aliases: [\(topic.aliases.map(Self.scalar).joined(separator: ", "))]\n"
    }

    /// A text as it stands where YAML 1.2 expects a value: plain where nothing in it could be taken for anything else.
    private static func scalar(_ text: String) -> String {
        let isPlain =
            text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == " " || $0 == "-" }
            && text.first?.isLetter == true && text.last?.isLetter == true
            && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
        guard !isPlain else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                quoted += "\\x" + String(scalar.value + 0x100, radix: 16).suffix(2)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
