import KoreanText

/// A line of a cue without its markup: what is said, and by whom.
///
/// Only tags that caption formats have are markup; other text in angle brackets (`<에이블 뉴스>`) is kept.
struct CueText {
    /// What is said.
    private(set) var text = ""
    /// The parts that one voice says each; one where no voice is named.
    private(set) var segments: [Segment] = []

    /// What one voice says of a line.
    struct Segment {
        /// The name in the `<v Name>` before it.
        var voice: String?
        /// Whether a `</v>` before it ended the voice.
        var isClosed = false
        var text = ""
    }

    /// The name in the first `<v Name>`.
    var voice: String? { segments.lazy.compactMap(\.voice).first }

    private static let tags: Set<String> = ["i", "b", "u", "s", "c", "v", "font", "ruby", "rt", "lang"]
    /// How far, in characters, a tag may reach.
    private static let reach = 200
    private static let entities: [(name: String, text: String)] = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", ""),
    ]

    /// Reads a clean line.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - hasEntities: Whether `&amp;` and its like stand for characters, as in WebVTT.
    init(_ line: String, hasEntities: Bool) {
        let isPlain = !line.utf8.contains { $0 == 0x3C || $0 == 0x7B || ($0 == 0x26 && hasEntities) }
        guard !isPlain else {
            text = line
            segments = [Segment(text: line)]
            return
        }
        var parts = [Segment()]
        var rest = line[...]
        while let character = rest.first {
            let plain = rest.utf8.prefix { $0 != 0x3C && $0 != 0x7B && $0 != 0x26 }
            if !plain.isEmpty {
                parts[parts.count - 1].text += Substring(plain)
                rest = rest[plain.endIndex...]
            } else if character == "<", let tag = Self.tag(rest) {
                if tag.name == "v" {
                    parts.append(Segment(voice: tag.value.isEmpty ? nil : tag.value, isClosed: tag.value.isEmpty))
                }
                rest = rest[tag.end...]
            } else if character == "{", rest.hasPrefix("{\\"), let close = rest.prefix(Self.reach).firstIndex(of: "}") {
                rest = rest[rest.index(after: close)...]
            } else if character == "&", hasEntities,
                let entity = Self.entities.first(where: { rest.hasPrefix($0.name) })
            {
                parts[parts.count - 1].text += entity.text
                rest = rest.dropFirst(entity.name.count)
            } else {
                parts[parts.count - 1].text.append(character)
                rest = rest.dropFirst()
            }
        }
        for index in parts.indices {
            parts[index].text = TextForm.composed(parts[index].text.words.joined(separator: " "))
        }
        text = parts.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
        segments = parts.filter { !$0.text.isEmpty || $0.voice != nil }
        if segments.isEmpty { segments = [Segment()] }
    }

    /// Takes what is said as it is, without markup: white space made single spaces, what prints nothing left out.
    init(spoken: String) {
        let words = spoken.unicodeScalars.split { TextForm.isWhiteSpace($0) || $0.value < 0x20 || $0.value == 0x7F }
        let kept = words.map(TextForm.printed)
        text = TextForm.composed(kept.filter { !$0.isEmpty }.joined(separator: " "))
        segments = [Segment(text: text)]
    }

    private static func tag(_ text: Substring) -> (name: String, value: String, end: String.Index)? {
        guard let close = text.prefix(reach).firstIndex(of: ">") else { return nil }
        var inside = text[text.index(after: text.startIndex)..<close]
        let end = text.index(after: close)
        if inside.first?.isNumber == true {
            return inside.allSatisfy { $0.isNumber || $0 == ":" || $0 == "." } && inside.contains(":")
                ? ("", "", end) : nil
        }
        if inside.first == "/" { inside = inside.dropFirst() }
        let name = inside.prefix { $0.isLetter }.lowercased()
        let after = inside.dropFirst(name.count)
        guard tags.contains(name), after.isEmpty || after.first == "." || after.first == " " else { return nil }
        let value = after.drop { $0 != " " }.drop { $0 == " " }
        return (name, String(value), end)
    }
}
