import ForumStore

/// The description of the interface for programs that read prose: the Markdown of `/llms.txt`, made from the table that serves.
struct AgentGuide {
    /// The routes that are named.
    let routes: [Route]
    /// How much there is.
    let counts: StoreCounts

    /// The text.
    var markdown: String {
        """
        # Rostrum

        > Printed proceedings as JSON: who spoke, of what, and every passage with the page and the lines that it is printed on. \
        Read-only. Here are \(counts.events) events, \(counts.talks) talks, \(counts.panelists) panelists, \(counts.topics) topics \
        and \(counts.passages) passages.

        ## Before you quote

        \(Self.rules.map { "- " + $0 }.joined(separator: "\n"))

        ## How to find something

        \(Self.steps.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n"))

        ## Addresses

        \(routes.map { "- [\($0.path)](\($0.path)): \($0.summary)" }.joined(separator: "\n"))

        """
    }

    private static let rules = [
        "Quote only what a passage's `text` holds, and check it: `/v1/quotes?text=…` says whether it is a true quotation.",
        "A passage is somebody's words only where `panelist` or `voice` says so. Where both are null, name nobody.",
        "`/v1/passages/{passage}/citation` has a ready line. Say \"p.\" only for a `printed_page`; `page` is counted.",
        "What is null is not known. Do not fill it in: not a date, not an hour, not an affiliation.",
    ]

    private static let steps = [
        "`/v1/search?q=…` ranks passages; quote marks keep words together, `-word` leaves out. `did_you_mean` says what was "
            + "searched instead.",
        "Filters narrow every list and search: `event`, `talk`, `panelist`, `topic` take identifiers or names.",
        "`/v1/talks/{talk}.md` is a whole talk to read; so is `/v1/talks/{talk}` with `Accept: text/markdown`.",
        "`fields=id,text` keeps responses short; `page.next_url` goes on until it is null.",
        "An error says in `detail` and `errors[]` what is allowed instead.",
    ]
}
