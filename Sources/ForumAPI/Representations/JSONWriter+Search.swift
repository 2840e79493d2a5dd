import ForumStore

extension JSONWriter {
    /// Writes what a hit says beside its passage; offsets are UTF-16 units into `text`.
    mutating func hitMembers(_ hit: SearchHit) {
        member("score", hit.score)
        member("snippet", hit.snippet)
        member("highlights", hit.highlights)
        member("matches", hit.matches)
    }

    private mutating func member(_ name: StaticString, _ ranges: [Range<Int>]) {
        key(name)
        array { writer in
            for range in ranges {
                writer.object { writer in
                    writer.member("start", range.lowerBound)
                    writer.member("end", range.upperBound)
                }
            }
        }
    }

    /// Writes how a query was understood and how its hits spread, as members.
    ///
    /// - Parameter facets: The facets that are wanted; all where none is named.
    mutating func searchMembers(_ result: SearchResult, query: String, facets: [String]) {
        member("query", query)
        member("did_you_mean", result.didYouMean)
        array("terms") { writer in
            for term in result.terms {
                writer.object { writer in
                    writer.member("text", term.text)
                    writer.member("stem", term.stem)
                    writer.array("aliases", term.aliases)
                }
            }
        }
        object("facets") { writer in
            for facet in result.facets where facets.isEmpty || facets.contains(facet.kind.rawValue) {
                writer.key(verbatim: facet.kind.rawValue)
                writer.array { writer in
                    for value in facet.values { writer.facetValue(value, of: facet.kind) }
                }
            }
        }
    }

    /// Writes a suggestion: a reference with its type, or a word with none.
    mutating func suggestion(_ suggestion: SearchSuggestion) {
        object { writer in
            writer.member("text", suggestion.text)
            writer.member("type", suggestion.kind.rawValue)
            writer.member("id", suggestion.id)
            writer.member("url", suggestion.id.flatMap { id in suggestion.reference?.address(of: id) })
            writer.member("passages", suggestion.passages)
        }
    }

    /// Writes the members of a value that is counted.
    mutating func facetCount(_ value: String, _ reference: ReferenceKind?, name: String, count: Int) {
        member("value", value)
        member("name", name)
        member("url", reference?.address(of: value))
        member("count", count)
    }

    private mutating func facetValue(_ value: SearchFacet.Value, of kind: SearchFacet.Kind) {
        object { writer in
            writer.facetCount(value.id, kind.reference, name: value.name, count: value.count)
            writer.member("id", value.id)
        }
    }
}

extension SearchFacet.Kind {
    /// What the values are identifiers of; kinds have no address.
    fileprivate var reference: ReferenceKind? {
        switch self {
        case .event: .event
        case .panelist: .panelist
        case .topic: .topic
        case .kind: nil
        }
    }
}

extension SearchSuggestion {
    /// What the identifier is one of; words have no address.
    fileprivate var reference: ReferenceKind? {
        switch kind {
        case .topic: .topic
        case .panelist: .panelist
        case .term: nil
        }
    }
}
