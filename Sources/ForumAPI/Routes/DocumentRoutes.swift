import ForumStore

extension Route {
    /// The routes of talks as documents and of passages as citations.
    ///
    /// They stand before the things themselves, whose identifiers would take the ending for their own.
    static var documents: [Route] {
        [
            talkDocument("md", .markdown, "A whole talk as Markdown.", .markdown),
            talkDocument("txt", .plain, "A whole talk as plain text.", .plain),
            Route(
                "passage-csl", "/v1/passages/{passage}.csl.json",
                "A passage's citation as CSL-JSON.", answers: .one(.list(.foreign))
            ) { call, store, writer throws(Problem) in
                try citation(call, store).write(to: &writer)
            },
            Route(
                "passage-bibtex", "/v1/passages/{passage}.bib",
                "A passage's citation as BibTeX.", offers: [.bibTeX]
            ) { call, store, _ throws(Problem) in
                try citation(call, store).bibTeX
            },
            Route(
                "passage-ris", "/v1/passages/{passage}.ris",
                "A passage's citation as RIS, which reference managers read.", offers: [.ris]
            ) { call, store, _ throws(Problem) in
                try citation(call, store).ris
            },
            Route(
                "passage-citation", "/v1/passages/{passage}/citation",
                "How to cite a passage, or words of it: ready lines, the forms of reference managers, and selectors that "
                    + "find it again.",
                answers: .one(.named(.citation)), parameters: [.quotedPart]
            ) { call, store, writer throws(Problem) in
                let sheet = try CitationSheet(
                    citation(call, store), of: call.arguments[.quotedPart], from: store,
                    publicURL: call.configuration.publicURL)
                writer.citation(sheet, at: call.address)
            },
        ]
    }

    private static func talkDocument(
        _ ending: String, _ form: MediaType, _ summary: String, _ markup: TalkDocument.Markup
    ) -> Route {
        Route(
            "talk-\(ending)", "/v1/talks/{talk}.\(ending)", summary,
            offers: [form]
        ) { call, store, _ throws(Problem) in
            try talkText(markup, call, store)
        }
    }

    /// The text of the talk that a path names.
    static func talkText(
        _ markup: TalkDocument.Markup, _ call: Call, _ store: StoreReader
    ) throws(Problem) -> String {
        let document = try Problem.reading { () throws(StoreError) in
            try TalkDocument(.init(call.captured), from: store)
        }
        guard let document else { throw References(store: store).notFound(.talk, call.captured) }
        return document.text(markup)
    }

    private static func citation(_ call: Call, _ store: StoreReader) throws(Problem) -> Citation {
        let citation = try Problem.reading { () throws(StoreError) in
            try Citation(.init(call.captured), from: store, publicURL: call.configuration.publicURL)
        }
        guard let citation else { throw References(store: store).notFound(.passage, call.captured) }
        return citation
    }
}
