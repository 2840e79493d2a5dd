import ForumStore
import Proceedings

/// All that helps to cite a passage, or words of it.
struct CitationSheet {
    let citation: Citation
    /// Finds the words in the talk's plain text.
    let selector: TextSelector
    /// The address of that text.
    let document: String

    /// Reads the talk that a passage stands in.
    ///
    /// - Parameters:
    ///   - words: The words that are cited; `nil` cites the passage.
    ///   - publicURL: The address of the server's root on the web, without a slash at its end.
    /// - Throws: The problem of words that the passage does not hold.
    init(
        _ citation: Citation, of words: String?, from store: StoreReader, publicURL: String?
    ) throws(Problem) {
        self.citation = citation
        let talk = citation.talk
        document = (publicURL ?? "") + ReferenceKind.talk.address(of: talk.rawValue) + ".txt"
        let whole = try Problem.reading { () throws(StoreError) in
            try TalkDocument(talk, from: store)?.plainText(with: citation.id)
        }
        guard let (text, passage) = whole else { preconditionFailure("\(citation.id) is no passage of its talk") }
        var part = passage
        if let words {
            guard let found = text[passage].range(of: words) else {
                throw Problem(
                    parameter: "text",
                    "The passage \(Problem.echo(citation.id)) does not hold these words as they stand; /v1/quotes says how they differ."
                )
            }
            part = found
        }
        selector = TextSelector(part, of: text)
    }
}

extension JSONWriter {
    /// Writes how a passage is cited.
    mutating func citation(_ sheet: CitationSheet, at address: String) {
        let citation = sheet.citation
        let passage = ReferenceKind.passage.address(of: citation.id)
        object { writer in
            writer.member("id", citation.id)
            writer.member("type", "citation")
            writer.member("url", address)
            writer.member("passage_url", (citation.address ?? passage))
            writer.member("text", sheet.selector.exact)
            writer.object("lines") { writer in
                for style in CitationLine.Style.allCases {
                    writer.key(verbatim: style.rawValue)
                    writer.value(CitationLine(citation: citation).text(style))
                }
            }
            writer.member("bibtex_url", passage + ".bib")
            writer.member("csl_url", passage + ".csl.json")
            writer.member("ris_url", passage + ".ris")
            writer.member("document_url", sheet.document)
            writer.key("selector")
            sheet.selector.write(to: &writer)
            writer.member("fragment_url", sheet.document + sheet.selector.fragment)
            writer.array("sources") { writer in
                for source in citation.sources {
                    writer.object { writer in
                        writer.member("id", source.id)
                        writer.member("sha256", source.sha256)
                    }
                }
            }
            writer.member("snapshot", citation.snapshot)
        }
    }
}
