import ForumStore
import Proceedings

extension Route {
    /// The check of quotations.
    static var quotes: Route {
        let text = Parameter.text(
            .text,
            "The words to be checked, at most \(Limits.quotationLength) characters; line breaks and tabs are spaces.")
        // Whose words they are is asked of a quotation; where they stand, the answer tells.
        let others = Set(PassageField.allCases).subtracting([.voice, .voiceKind])
        return Route(
            "quotes", "/v1/quotes",
            "Whether a text is a true quotation, and where it stands: exact, normalised (but for spacing, hyphenation "
                + "and the kinds of marks; or with words left out where … or (중략) says so) or not_found, with what comes "
                + "nearest.",
            answers: .one(.named(.quotation)),
            parameters: [text] + Parameter.filters(PassageField.self, without: others)
        ) { call, store, writer throws(Problem) in
            let words = call.arguments[.text].split(whereSeparator: \.isWhitespace)
            let text = words.joined(separator: " ")
            guard text.unicodeScalars.count <= Limits.quotationLength else {
                throw Problem(parameter: "text", "text is longer than \(Limits.quotationLength) characters.")
            }
            let found = try Problem.reading { () throws(StoreError) in
                try store.quotation(
                    text, limit: Limits.quotationPlaces,
                    where: call.arguments.filter(PassageField.self, without: others))
            }
            guard let found else { throw Problem(parameter: "text", "text holds nothing but spaces and marks.") }
            try Problem.reading { () throws(StoreError) in
                try writer.quotation(found, of: text, at: call.address, store)
            }
        }
    }
}

extension JSONWriter {
    /// Writes what is said of a quotation.
    fileprivate mutating func quotation(
        _ found: Quotation, of text: String, at address: String, _ store: StoreReader
    ) throws(StoreError) {
        try object { writer throws(StoreError) in
            writer.member("id", text)
            writer.member("type", "quotation")
            writer.member("url", address)
            writer.member("text", text)
            writer.member("result", found.result.rawValue)
            writer.member("elided", found.isElided)
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
            writer.key("nearest")
            guard let (part, similarity) = found.nearest else { return writer.null() }
            try writer.quoted(part, store) { writer throws(StoreError) in
                writer.member("similarity", (similarity * 1000).rounded() / 1000)
            }
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
                try writer.array("quoted_spans") { writer throws(StoreError) in
                    try row.forEachSpan(of: part.range) { span throws(StoreError) in try writer.span(span) }
                }
                try details(&writer)
            }
        }
    }
}
