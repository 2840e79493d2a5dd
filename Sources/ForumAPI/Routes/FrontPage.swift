import ForumStore

extension Route {
    /// The index for people: a page for browsers, plain text for terminals.
    static var frontPage: Route {
        Route(
            "front-page", "/", "What this is, in short, as HTML or plain text.", offers: [.plain, .html],
            namesHost: true
        ) { call, store, form throws(Problem) in
            let page = FrontPage(counts: store.counts, authority: call.authority ?? "127.0.0.1")
            return form == .html ? page.html : page.text
        }
    }
}

/// The short index for people; it needs neither scripts nor anything from elsewhere.
struct FrontPage {
    /// How much there is.
    let counts: StoreCounts
    /// Where the reader reached the server, for lines to copy.
    let authority: String

    private static let purpose =
        "Rostrum serves the printed proceedings of forums as JSON: who spoke, of what, and every passage with the page "
        + "and lines it is printed on."

    private var samples: [String] {
        ["/v1/talks?pretty=1", "/v1/panelists?pretty=1", "/v1/passages?kind=heading&pretty=1"]
            .map { "curl -s 'http://\(authority)\($0)'" }
    }

    private var lists: [(path: String, text: String)] {
        [
            ("/v1/events", "events: \(counts.events)"), ("/v1/talks", "talks: \(counts.talks)"),
            ("/v1/panelists", "panelists: \(counts.panelists)"), ("/v1/topics", "topics: \(counts.topics)"),
            ("/v1/passages", "passages: \(counts.passages)"), ("/v1/sources", "sources: \(counts.sources)"),
            ("/v1", "every address with its parameters"), ("/docs", "the same for reading"),
        ]
    }

    /// The page for terminals.
    var text: String {
        let width = lists.map(\.path.count).reduce(0, max) + 2
        return """
            Rostrum

            \(Self.purpose)

            \(lists.map { $0.path + String(repeating: " ", count: width - $0.path.count) + $0.text }
                .joined(separator: "\n"))

            Try:
            \(samples.map { "  " + $0 }.joined(separator: "\n"))

            """
    }

    /// The page for browsers.
    var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Rostrum</title>
        </head>
        <body>
        <main>
        <h1>Rostrum</h1>
        <p>\(Self.purpose)</p>
        <ul>
        \(lists.map { "<li><a href=\"\($0.path == "/docs" ? $0.path : $0.path + "?pretty=1")\">\($0.path)</a>: \($0.text)</li>" }.joined(separator: "\n"))
        </ul>
        <p>From a terminal:</p>
        <pre>\(samples.map(\.htmlEscaped).joined(separator: "\n"))</pre>
        </main>
        </body>
        </html>

        """
    }
}
