import ForumStore
import Foundation
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
            "Whether a text is a true quotation, where it stands, and what differs: exact, normalised (but for what nobody "
                + "minds, as spacing, and what an editor does and shows, as … or (중략)), altered, misattributed (true words, "
                + "but not of whom or what the filters ask for) or not_found.",
            answers: .one(.named(.quotation)),
            parameters: [text] + Parameter.filters(PassageField.self, without: others)
        ) { call, store, writer throws(Problem) in
            let text = Quotation.spaced(call.arguments[.text])
            let filter = call.arguments.filter(PassageField.self, without: others)
            let found = try Quotation.checked(text, where: filter, named: "text", in: store)
            try Problem.reading { () throws(StoreError) in
                try writer.quotation(found, of: text, at: call.address, publicURL: call.configuration.publicURL, store)
            }
        }.posting(
            Posting(
                summary: "What /v1/quotes says of up to \(Limits.quotations) texts, in their order.",
                content: .named(.quotationBatch), answer: .named(.quotationVerdicts)
            ) { call, content, store, writer throws(Problem) in
                var items = try QuotationBatch(content).items
                for (index, item) in items.enumerated() {
                    for (place, filter) in item.filters.enumerated() {
                        guard case .reference(let kind) = filter.field.valueType else { continue }
                        items[index].filters[place].value = try References(store: store).identifier(
                            kind, filter.value, at: "quotations[\(index)].\(filter.field.rawValue)")
                    }
                }
                // Every text is looked at before any is sought.
                var verdicts: [(text: String, item: QuotationBatch.Item, found: Quotation)] = []
                for (index, item) in items.enumerated() {
                    let text = Quotation.spaced(item.text)
                    let found = try Quotation.checked(
                        text, where: item.filter, named: "quotations[\(index)].text", in: store)
                    verdicts.append((text, item, found))
                }
                try Problem.reading { () throws(StoreError) in
                    try writer.object { writer throws(StoreError) in
                        writer.member("type", "quotations")
                        writer.member("snapshot", store.snapshot)
                        try writer.array("data") { writer throws(StoreError) in
                            for verdict in verdicts {
                                let items =
                                    [Target.QueryItem(name: "text", value: verdict.text)]
                                    + verdict.item.filters.map { .init(name: $0.field.rawValue, value: $0.value) }
                                try writer.quotation(
                                    verdict.found, of: verdict.text, at: call.path + "?" + items.encoded,
                                    publicURL: call.configuration.publicURL, store)
                            }
                        }
                    }
                }
            })
    }
}

extension Quotation {
    /// A text with one space for every run of white space.
    fileprivate static func spaced(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// What the store says of a text, or why it is refused.
    fileprivate static func checked(
        _ text: String, where filter: Filter<PassageField>, named name: String, in store: StoreReader
    ) throws(Problem) -> Quotation {
        guard text.unicodeScalars.count <= Limits.quotationLength else {
            throw Problem(parameter: name, "\(name) is longer than \(Limits.quotationLength) characters.")
        }
        let found = try Problem.reading { () throws(StoreError) in
            try store.quotation(text, limit: Limits.quotationPlaces, where: filter)
        }
        guard let found else { throw Problem(parameter: name, "\(name) holds nothing but spaces and marks.") }
        return found
    }
}
