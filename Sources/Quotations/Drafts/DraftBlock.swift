/// A paragraph of a draft, or a block quotation.
struct DraftBlock {
    /// The text, its lines parted by line feeds; signs of Markdown left out.
    var text = ""
    /// The number of its first line, from 1.
    var firstLine: Int
    /// Whether it is a block quotation.
    var isQuote = false
    /// The paragraph before a block quotation, and the one behind it.
    var leading: String?
    var following: String?

    /// The line that holds a place, from 1.
    func line(of index: String.Index) -> Int {
        firstLine + text[..<index].count { $0 == "\n" }
    }

    /// The blocks of a text, code left out.
    static func blocks(of text: String) -> [DraftBlock] {
        var blocks: [DraftBlock] = []
        var current: DraftBlock?
        var fence: Substring?
        var isComment = false
        func close() {
            if let block = current, !block.text.allSatisfy(\.isWhitespace) { blocks.append(block) }
            current = nil
        }
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let bare = line.drop { $0 == " " || $0 == "\t" }
            if let open = fence {
                if bare.hasPrefix(open) { fence = nil }
                continue
            }
            if let mark = ["```", "~~~"].first(where: bare.hasPrefix) {
                close()
                fence = bare.prefix(while: { $0 == mark.first })
                continue
            }
            if isComment || bare.hasPrefix("<!--") {
                isComment = !bare.contains("-->")
                close()
                continue
            }
            guard !bare.isEmpty else {
                close()
                continue
            }
            let isQuote = bare.hasPrefix(">")
            let isHeading = bare.hasPrefix("#")
            if current?.isQuote != isQuote || isHeading { close() }
            let content = isQuote ? bare.drop { $0 == ">" || $0 == " " } : line
            var block = current ?? DraftBlock(firstLine: index + 1, isQuote: isQuote)
            block.text += (current == nil ? "" : "\n") + withoutCode(content)
            current = block
            if isHeading { close() }
        }
        close()
        for index in blocks.indices where blocks[index].isQuote {
            if index > 0, !blocks[index - 1].isQuote { blocks[index].leading = blocks[index - 1].text }
            if index + 1 < blocks.count, !blocks[index + 1].isQuote { blocks[index].following = blocks[index + 1].text }
        }
        return blocks
    }

    /// A line with spaces in the place of inline code.
    private static func withoutCode(_ line: Substring) -> String {
        guard line.contains("`") else { return String(line) }
        let parts = line.split(separator: "`", omittingEmptySubsequences: false)
        return parts.enumerated().map { $0.offset % 2 == 0 || $0.offset == parts.count - 1 ? String($0.element) : " " }
            .joined()
    }
}
