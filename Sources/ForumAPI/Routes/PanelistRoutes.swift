import ForumStore

extension Route {
    /// The routes of panelists.
    static var panelists: [Route] {
        let list = List<PanelistField, PanelistSort>(
            sought: "the name (also its initials, ㅇㅅㄱ), the affiliation or the office")
        return [
            Route(
                "panelists", PathTemplate(.literal("v1"), .literal("panelists")),
                "Everyone on a programme, in the order of first appearance.", answers: .list(of: .named(.panelist)),
                parameters: list.parameters
            ) { call, store, writer throws(Problem) in
                try list.write(call, store, to: &writer) { request, writer throws(StoreError) in
                    try store.panelists(request) { row throws(StoreError) in try writer.panelist(row) }
                }
            },
            Route(
                "panelist", PathTemplate(.literal("v1"), .literal("panelists"), .identifier(.panelist)),
                "A panelist with every part the person had.", answers: .one(.named(.panelist)),
                linkedData: linkedPanelist
            ) { call, store, writer throws(Problem) in
                try References(store: store).item(.panelist, call.captured) { () throws(StoreError) in
                    try store.panelist(.init(call.captured)) { row throws(StoreError) in try writer.panelist(row) }
                }
            },
        ]
    }
}
