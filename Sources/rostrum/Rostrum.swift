import ArgumentParser

/// The command's root.
struct Rostrum: ParsableCommand {
    /// The version that `--version` prints and the API names.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "rostrum",
        abstract: "Printed proceedings as a local HTTP JSON API: talks, panelists, topics, every passage traceable.",
        discussion: """
            Without a subcommand, rostrum serves: it loads ./Data into a store when the store is missing or stale, and \
            answers at http://127.0.0.1:8080/.

            Exit status: \(CommandStatus.summary)
            """,
        version: version,
        subcommands: [
            Serve.self, Load.self, Check.self, Talks.self, ShowTalk.self, Panelists.self, ShowPanelist.self,
            Topics.self, ShowTopic.self, ShowPassage.self, Search.self, Exporting.self,
        ],
        defaultSubcommand: Serve.self)
}
