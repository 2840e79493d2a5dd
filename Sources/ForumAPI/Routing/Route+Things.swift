import ForumStore

extension Route {
    /// Makes a route of a list of things, paged, filtered and sorted.
    ///
    /// - Parameter term: What the path's identifier narrows the list to, and what it names.
    static func list<Field: ListedField>(
        _ name: String, _ path: PathTemplate, _ summary: String, of component: Component, _ list: List<Field>,
        within term: (field: Field, kind: ReferenceKind)? = nil
    ) -> Route {
        Route(
            name, path, summary, answers: .list(of: .named(component)), parameters: list.parameters
        ) { call, store, writer throws(Problem) in
            var terms: [Filter<Field>.Term] = []
            if let (field, kind) = term {
                try References(store: store).require(kind, call.captured)
                terms = [.init(field, .equal, [.text(call.captured)])]
            }
            try list.write(call, store, to: &writer, narrowedTo: terms) { request, writer throws(StoreError) in
                try Field.write(request, of: store, to: &writer, asLines: false)
            }
        }
    }

    /// Makes a route of one thing, found by the identifier that the path holds.
    static func item(
        _ kind: ReferenceKind, _ path: PathTemplate, _ summary: String, _ component: Component,
        linkedData: DocumentHandler? = nil
    ) -> Route {
        Route(
            kind.rawValue, path, summary, answers: .one(.named(component)), linkedData: linkedData
        ) { call, store, writer throws(Problem) in
            try References(store: store).item(kind, call.captured) { () throws(StoreError) in
                try component.write(call.captured, store, to: &writer)
            }
        }
    }
}
