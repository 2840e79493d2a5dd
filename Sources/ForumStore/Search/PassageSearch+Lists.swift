import KoreanText

extension PassageSearch {
    /// The keys of the rows of a list in which a query is found; unlike a search, seeking in a list corrects nothing.
    func keys(of query: String, among list: ListTable.Searched) throws(StoreError) -> [Int64] {
        guard Self.refusal(of: query) == nil else { return [] }
        let words = SearchWords(query)
        return try reader.withDeadline { () throws(StoreError) in
            switch list {
            case .passages: try found(words, nil).hits.all.map(\.key).sorted()
            case .talks: try joined(words, .talk)
            case .panelists: try joined(words, .panelist)
            case .topics: try joined(words, .topic)
            }
        }
    }

    /// The things of one kind in which every word is found and no excluded one.
    private func joined(
        _ words: SearchWords, _ item: SearchItem
    ) throws(StoreError) -> [Int64] {
        var result: Set<Int64> = []
        // `이 상 근` is one name, and `AI 법` two words: what is found either way is found.
        for joinsSyllables in [true, false] {
            let query = SearchQuery(words, knowledge, joinsSyllables: joinsSyllables)
            var found: Set<Int64>?
            for term in query.terms {
                let own = try keys(of: term, item)
                found = found?.intersection(own) ?? own
            }
            for term in query.excluded { found?.subtract(try keys(of: term, item)) }
            result.formUnion(found ?? [])
        }
        return result.sorted()
    }

    private func keys(
        of term: SearchQuery.Term, _ item: SearchItem
    ) throws(StoreError) -> Set<Int64> {
        var found: [SearchItem: Set<Int64>] = [:]
        try reader.forEachRow(of: "SELECT rowid FROM search_items WHERE search_items MATCH ?", [.text(term.clause())]) {
            row throws(StoreError) in
            if let (item, key) = SearchItem.at(row.int64(at: 0)) { found[item, default: []].insert(key) }
        }
        found[.panelist, default: []].formUnion(knowledge.people(withInitials: term.interpretation.text))
        guard item == .talk else { return found[item] ?? [] }
        var talks = found[.talk] ?? []
        for (item, sql) in [
            (SearchItem.panelist, "SELECT DISTINCT talk FROM participations WHERE panelist = ?"),
            (.topic, "SELECT talk FROM talk_topics WHERE topic = ?"),
        ] {
            for key in found[item] ?? [] {
                try reader.forEachRow(of: sql, [.integer(key)]) { row throws(StoreError) in
                    talks.insert(row.int64(at: 0))
                }
            }
        }
        try reader.forEachRow(of: "SELECT rowid FROM search_index WHERE search_index MATCH ?", [.text(term.clause())]) {
            row throws(StoreError) in
            talks.insert(Int64(knowledge.catalogue.talk(of: row.int(at: 0))))
        }
        return talks
    }
}

extension SearchKnowledge {
    /// The people whose names begin with these initials; none where a word is no initials.
    fileprivate func people(withInitials word: String) -> Set<Int64> {
        let typed = Jamo.keystrokes(word.unicodeScalars)
        guard Jamo.areInitials(typed) else { return [] }
        return people.reduce(into: []) { found, person in
            guard Jamo.initials(of: person.key.unicodeScalars).starts(with: typed) else { return }
            found.formUnion(person.value.map(Int64.init))
        }
    }
}
