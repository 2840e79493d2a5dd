extension Component {
    static let citationSchema = Schema.object(
        identity("citation", id: "The passage's identifier.") + [
            .member("passage_url", .text, "The passage's address; whole where the server knows its public one."),
            .member("text", .text, "The words that are cited, as printed."),
            .object(
                "lines", "A citation in one line.", .member("ko", .text, "In the manner of Korean."),
                .member("en", .text, "In the manner of English.")),
            .member("bibtex_url", .address, "The passage as BibTeX."),
            .member("csl_url", .address, "The passage as CSL-JSON."),
            .member("ris_url", .address, "The passage as RIS."),
            .member("document_url", .text, "The talk as plain text, which the selectors and the fragment are of."),
            .member(
                "selector",
                .list(
                    .object([
                        .member(
                            "type", .word(["TextQuoteSelector", "TextPositionSelector"]),
                            "The kind (Web Annotation Data Model, W3C)."),
                        .extra("exact", .text, "The words; of a TextQuoteSelector, as the next two."),
                        .extra("prefix", .text, "What stands before them, \(TextSelector.context) characters at most."),
                        .extra("suffix", .text, "What stands behind them."),
                        .extra(
                            "start", .integer, "Where they begin, in Unicode scalar values; of a TextPositionSelector."),
                        .extra("end", .integer, "Where they end, exclusive."),
                    ])), "Find the words in the document again, also after it was edited."),
            .member("fragment_url", .text, "The document with the words shown, in browsers that know text fragments."),
            .objects(
                "sources", "The files that the passage is printed in.",
                .member("id", .text, "The source's identifier."),
                .member("sha256", .text, "Of the file as received.")),
            snapshot,
        ])
}
