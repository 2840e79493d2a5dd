import Foundation
import KoreanText

/// Finds the quotations of a draft, plain text or Markdown, with who is said to have said them.
///
/// A quotation stands in quotation marks of Korean, English, German or French, or in a block quotation of Markdown. Marks around a
/// word or two name a thing and quote nobody; they are counted, not checked.
public struct DraftReader: Sendable {
    /// The minimum number of words, and of letters (a syllable counts two), of words in marks that are taken for a quotation.
    static let minWords = 2
    static let minWeight = 10

    /// The quotations in their order.
    public private(set) var quotations: [DraftQuotation] = []
    /// How many words in marks are too short to be quotations.
    public private(set) var termCount = 0

    private let names: SpeakerNames

    /// Reads a draft.
    ///
    /// - Parameters:
    ///   - text: The draft.
    ///   - names: The names of those who may be quoted, as they are printed.
    public init(_ text: String, names: [String] = []) {
        self.names = SpeakerNames(names)
        for block in DraftBlock.blocks(of: TextForm.composed(text)) { read(block) }
    }

    private mutating func read(_ block: DraftBlock) {
        if block.isQuote { return readQuote(block) }
        let marks = Self.marked(block.text)
        for (index, mark) in marks.enumerated() {
            let words = Self.spaced(block.text[mark.inside])
            let content = WordReader(words).words
            guard content.count >= Self.minWords, content.reduce(0, { $0 + $1.weight }) >= Self.minWeight else {
                termCount += 1
                continue
            }
            let before = index > 0 ? marks[index - 1].outside.upperBound : block.text.startIndex
            let after = index + 1 < marks.count ? marks[index + 1].outside.lowerBound : block.text.endIndex
            let speaker =
                names.speaker(
                    before: block.text[before..<mark.outside.lowerBound],
                    after: block.text[mark.outside.upperBound..<after])
                // One sentence may go on with a second quotation of the same person.
                ?? (index > 0 && !Self.endsSentence(block.text[before..<mark.outside.lowerBound])
                    ? quotations.last?.speaker : nil)
            quotations.append(
                DraftQuotation(text: words, line: block.line(of: mark.outside.lowerBound), speaker: speaker))
        }
        names.remember(block.text)
    }

    /// A block quotation, with the line that says whose it is.
    private mutating func readQuote(_ block: DraftBlock) {
        var lines = block.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var speaker: String?
        if let last = lines.last(where: { !$0.allSatisfy(\.isWhitespace) }), let name = Self.signature(last) {
            speaker = names.known(in: name) ?? name
            lines.removeLast(lines.count - (lines.lastIndex(of: last) ?? lines.count))
        } else if let next = block.following.flatMap(Self.signature) {
            speaker = names.known(in: next) ?? next
        } else if let lead = block.leading {
            speaker = names.speaker(before: lead[...], after: "")
        }
        let text = Self.spaced(lines.joined(separator: "\n")[...]).trimmingCharacters(
            in: CharacterSet(charactersIn: "“”„\"«»「」"))
        guard !WordReader(text).words.isEmpty else { return }
        quotations.append(DraftQuotation(text: text, line: block.firstLine, speaker: speaker))
    }

    /// Who signs a line that begins with a dash.
    static func signature(_ line: String) -> String? {
        let text = line.drop(while: \.isWhitespace)
        guard let first = text.first, "—–―-".contains(first) else { return nil }
        let name = text.drop { "—–―- ".contains($0) }
        // A list item is no signature.
        guard !name.isEmpty, name.count <= 60,
            first != "-" || text.hasPrefix("--") || !name.contains(where: { ".!?".contains($0) })
        else { return nil }
        return String(name.prefix { $0 != "," && $0 != "(" && $0 != "，" }).trimmingCharacters(in: .whitespaces)
    }

    private static func endsSentence(_ text: Substring) -> Bool { text.contains { ".?!。".contains($0) } }

    private static func spaced(_ text: Substring) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: Marks

    /// Words in marks: with the marks and without.
    private struct Marked {
        var outside: Range<String.Index>
        var inside: Range<String.Index>
    }

    /// The words in the outermost quotation marks of a paragraph.
    private static func marked(_ text: String) -> [Marked] {
        var found: [Marked] = []
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if let closes = closing[text[index]], let close = close(of: closes, in: text, from: next) {
                found.append(Marked(outside: index..<text.index(after: close), inside: next..<close))
                index = text.index(after: close)
            } else {
                index = next
            }
        }
        return found
    }

    /// Where the marks close that were opened; marks of the same kind inside are passed over.
    private static func close(of closes: Set<Character>, in text: String, from start: String.Index) -> String.Index? {
        text[start...].firstIndex(where: closes.contains)
    }

    private static let closing: [Character: Set<Character>] = [
        "“": ["”"], "„": ["“", "”"], "«": ["»"], "»": ["«"], "「": ["」"], "\"": ["\""], "＂": ["＂"], "‹": ["›"],
        "〝": ["〞"],
    ]
}
