import ArgumentParser

/// `rostrum load`: reads the data folder into the store.
struct Load: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read the data folder into the store.",
        discussion: """
            The new store is built beside the old one, checked and put into its place in one step; whatever fails, the old \
            one stays.
            """)

    @OptionGroup var options: StoreOptions

    @Flag(help: "Load even where the store holds what the data folder holds.")
    var force = false

    func run() throws {
        let loading = try StoreLoading(options)
        let outcome = force ? .loaded(try loading.load()) : try loading.loadIfNeeded()
        switch outcome {
        case .fresh: Terminal.print("\(loading.store) is up to date with \(loading.data.path)")
        case .loaded(let counts): Terminal.print("loaded \(counts.summary) into \(loading.store)")
        }
    }
}
