import ForumStore

/// The name of a parameter with the type of what it holds.
///
/// `nil` stands for a parameter that is not given; one of another type is always given, required, or has an initial value.
struct ParameterKey<Value>: Sendable {
    /// The name in the query.
    let name: String
}

extension ParameterKey where Value == Int {
    /// How many items there are at most.
    static var limit: Self { Self(name: "limit") }
}

extension ParameterKey where Value == Int? {
    /// How many items come before the page.
    static var offset: Self { Self(name: "offset") }
    /// How many passages before and after one come with it.
    static var context: Self { Self(name: "context") }
    /// The first line.
    static var from: Self { Self(name: "from") }
    /// The last line.
    static var to: Self { Self(name: "to") }
}

extension ParameterKey where Value == Bool {
    /// Whether the document is indented.
    static var pretty: Self { Self(name: "pretty") }
    /// Whether CSV begins with a byte order mark.
    static var bom: Self { Self(name: "bom") }
    /// Whether formulas in CSV are disarmed.
    static var csvSafe: Self { Self(name: "csv_safe") }
    /// Whether topics too broad to rank by count.
    static var general: Self { Self(name: "general") }
}

extension ParameterKey where Value == String {
    /// The words of a quotation.
    static var text: Self { Self(name: "text") }
    /// The order of a list.
    static var sort: Self { Self(name: "sort") }
}

extension ParameterKey where Value == String? {
    /// The query of a search.
    static var query: Self { Self(name: "q") }
    /// The words of a passage that are meant.
    static var quotedPart: Self { Self(name: "text") }
    /// Where a page begins.
    static var cursor: Self { Self(name: "cursor") }
    /// The language of topics' names.
    static var lang: Self { Self(name: "lang") }
    /// The word that asks for a form.
    static var format: Self { Self(name: "format") }
}

extension ParameterKey where Value == [String] {
    /// The members that an item has.
    static var fields: Self { Self(name: "fields") }
    /// What is added to an item.
    static var include: Self { Self(name: "include") }
    /// The fields whose values are counted.
    static var facet: Self { Self(name: "facet") }
}

extension ParameterKey where Value == Set<String> {
    /// The topics that pairs are kept with.
    static var topic: Self { Self(name: "topic") }
    /// What lines were taken for.
    static var lineClass: Self { Self(name: "class") }

    /// The filter that leaves out what this one keeps.
    var excluding: Self { Self(name: "\(name)__\(Comparison.notEqual.rawValue)") }
}

/// How a list is given.
enum ListShape: String, CaseIterable {
    /// With what an envelope says of the page.
    case envelope
    /// As the items alone.
    case array
}

extension ParameterKey where Value == ListShape {
    /// How a list is given.
    static var shape: Self { Self(name: "shape") }
}

extension ParameterKey where Value == CellForm {
    /// How several values stand in one cell of CSV.
    static var cells: Self { Self(name: "cells") }
}

extension ParameterKey where Value == MatrixAxis {
    /// What the rows of a matrix are.
    static var rows: Self { Self(name: "rows") }
    /// What its columns are.
    static var columns: Self { Self(name: "cols") }
}

extension ParameterKey where Value == CooccurrenceWindow {
    /// Within what two topics are spoken of together.
    static var window: Self { Self(name: "window") }
}
