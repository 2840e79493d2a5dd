import ForumStore
import Foundation
import Proceedings

/// The quotations of a POST: `{"quotations": [{"text": …, "panelist": …}]}`.
struct QuotationBatch {
    /// One of them.
    struct Item: Equatable {
        /// The text as sent.
        var text: String
        /// Whom or what it is asked of.
        var filters: [(field: PassageField, value: String)]

        static func == (left: Self, right: Self) -> Bool {
            left.text == right.text && left.filters.elementsEqual(right.filters) { $0 == $1 }
        }

        /// The filter that they make.
        var filter: Filter<PassageField> { Filter(filters.map { Filter.Term($0.field, .equal, [.text($0.value)]) }) }
    }

    /// The fields by which a quotation may ask for a speaker or a place.
    static let fields: [PassageField] = [.panelist, .talk, .event]

    /// The quotations in their order.
    let items: [Item]

    /// Reads the content of a request.
    init(_ content: [UInt8]) throws(Problem) {
        let value: Any
        do {
            value = try JSONSerialization.jsonObject(with: Data(content))
        } catch {
            throw Self.malformed("The content is no JSON document in UTF-8. " + Self.form)
        }
        guard let object = value as? [String: Any], let list = object["quotations"] as? [Any] else {
            throw Self.malformed("The content is no object with an array quotations. " + Self.form)
        }
        if let other = object.keys.sorted().first(where: { $0 != "quotations" }) {
            throw Self.malformed("The content has a member \(Problem.echo(other)), which is not known. " + Self.form)
        }
        guard !list.isEmpty, list.count <= Limits.quotations else {
            throw Self.malformed("quotations holds \(list.count) items; 1 to \(Limits.quotations) are allowed.")
        }
        var items: [Item] = []
        for (index, value) in list.enumerated() { items.append(try Self.item(value, "quotations[\(index)]")) }
        self.items = items
    }

    private static func item(_ value: Any, _ place: String) throws(Problem) -> Item {
        guard let object = value as? [String: Any] else { throw malformed("\(place) is no object. " + form, place) }
        var item = Item(text: "", filters: [])
        for (name, value) in object.sorted(by: { $0.key < $1.key }) {
            let field = fields.first { $0.rawValue == name }
            guard name == "text" || field != nil else {
                throw malformed("\(place) has a member \(Problem.echo(name)), which is not known. " + form, place)
            }
            if value is NSNull, field != nil { continue }
            guard let text = value as? String else {
                throw malformed("\(place).\(name) is no string.", "\(place).\(name)")
            }
            if let field { item.filters.append((field, text)) } else { item.text = text }
        }
        guard object["text"] != nil else { throw malformed("\(place) has no text. " + form, place) }
        return item
    }

    private static func malformed(_ detail: String, _ place: String? = nil) -> Problem {
        Problem(
            kind: .malformedContent, detail: detail,
            errors: place.map { [.init(parameter: $0, detail: detail)] } ?? [])
    }

    /// What is allowed, in a sentence.
    private static let form =
        "Allowed is {\"quotations\": [{\"text\": \"…\"}]}, where each may have "
        + fields.map(\.rawValue).joined(separator: ", ") + " beside its text."
}
