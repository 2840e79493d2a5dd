import ArgumentParser

/// By which address the interface is known on the web: what citations and schedules lead to.
struct PublicURLOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The address by which the interface is known on the web, for citations; without it they name none.",
            valueName: "url"))
    var publicURL: String?

    func validate() throws {
        guard let publicURL else { return }
        guard publicURL.wholeMatch(of: /https?:\/\/[^\/\s?#"<>\\]+(\/[^\s?#"<>\\]*)?/) != nil else {
            throw ValidationError(
                "--public-url is '\(publicURL)'; allowed is an http or https address without a query or fragment, such as "
                    + "https://forum.example.org")
        }
    }

    /// The address without a slash at its end.
    var root: String? {
        publicURL.map { String($0.reversed().drop { $0 == "/" }.reversed()) }
    }
}
