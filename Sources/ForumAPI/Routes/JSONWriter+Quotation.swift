import ForumStore
import Proceedings
import Quotations

extension JSONWriter {
    /// Writes what is said of a quotation.
    mutating func quotation(
        _ found: Quotation, of text: String, at address: String, publicURL: String?, _ store: StoreReader
    ) throws(StoreError) {
        try object { writer throws(StoreError) in
            writer.member("id", text)
            writer.member("type", "quotation")
            writer.member("url", address)
            writer.member("text", text)
            writer.member("result", found.result.rawValue)
            writer.member("elided", found.isElided)
            writer.member("inner", found.places.first.map { $0.allSatisfy(\.isInner) } ?? false)
            writer.member("severity", found.differences.map(\.severity).max()?.rawValue)
            writer.array("differences") { writer in
                for difference in found.differences { writer.difference(difference, of: text) }
            }
            try writer.correction(of: found, publicURL, store)
            writer.member("total", found.total)
            try writer.array("matches") { writer throws(StoreError) in
                for place in found.places {
                    guard let first = place.first else { continue }
                    try writer.quoted(first, store) { writer throws(StoreError) in
                        try writer.array("continued") { writer throws(StoreError) in
                            for part in place.dropFirst() { try writer.quoted(part, store) }
                        }
                    }
                }
            }
            try writer.array("titles") { writer throws(StoreError) in
                for title in found.titles { try writer.title(title, store) }
            }
            writer.key("nearest")
            guard let (part, similarity) = found.nearest else { return writer.null() }
            try writer.quoted(part, store) { writer throws(StoreError) in
                writer.member("similarity", (similarity * 1000).rounded() / 1000)
            }
        }
    }

    /// Writes one thing in which a text is not what is printed.
    private mutating func difference(_ difference: Quotation.Deviation, of text: String) {
        object { writer in
            writer.member("kind", difference.kind.rawValue)
            writer.member("severity", difference.severity.rawValue)
            writer.member("given", text.text(at: difference.given))
            writer.member("given_start", difference.given.lowerBound)
            writer.member("given_end", difference.given.upperBound)
            writer.member("printed", difference.printed?.text)
            writer.member("passage", difference.printed?.passage.rawValue)
            writer.member("printed_start", difference.printed?.range.lowerBound)
            writer.member("printed_end", difference.printed?.range.upperBound)
            writer.array("drops") { writer in for weight in difference.drops { writer.value(weight.rawValue) } }
        }
    }

    /// Writes the words as they are printed, with where they are to be found, in the manner of their language.
    private mutating func correction(
        of found: Quotation, _ publicURL: String?, _ store: StoreReader
    ) throws(StoreError) {
        key("correct")
        guard let first = found.places.first?.first,
            let citation = try Citation(first.passage, from: store, publicURL: publicURL)
        else { return null() }
        let isKorean = citation.text.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
        object { writer in
            writer.member("text", found.printedWords)
            writer.member("citation", CitationLine(citation: citation).text(isKorean ? .ko : .en))
        }
    }

    /// Writes a talk with what is quoted of its title.
    private mutating func title(_ title: Quotation.Title, _ store: StoreReader) throws(StoreError) {
        try object { writer throws(StoreError) in
            try store.talk(title.talk) { row throws(StoreError) in writer.referenceMembers(row.reference) }
            writer.member("start", title.range.lowerBound)
            writer.member("end", title.range.upperBound)
            writer.member("quoted", title.text)
        }
    }

    /// Writes a passage with what is quoted of it.
    private mutating func quoted(
        _ part: Quotation.Part, _ store: StoreReader,
        details: (inout Self) throws(StoreError) -> Void = { _ in }
    ) throws(StoreError) {
        try store.passage(part.passage) { row throws(StoreError) in
            var first: (page: Int, printed: String?)?
            try row.forEachSpan { span throws(StoreError) in
                first = first ?? (span.page, span.printedPage.optionalString)
            }
            try passage(row) { writer throws(StoreError) in
                writer.member("page", first?.page)
                writer.member("printed_page", first?.printed)
                writer.member("start", part.range.lowerBound)
                writer.member("end", part.range.upperBound)
                writer.member("quoted", part.text)
                writer.member("inner", part.isInner)
                try writer.array("quoted_spans") { writer throws(StoreError) in
                    try row.forEachSpan(of: part.range) { span throws(StoreError) in try writer.span(span) }
                }
                try details(&writer)
            }
        }
    }
}

extension String {
    /// The characters of a range of UTF-16 units.
    fileprivate func text(at range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<utf16.count)
        let start = utf16.index(startIndex, offsetBy: range.lowerBound)
        return String(self[start..<utf16.index(start, offsetBy: range.count)])
    }
}
