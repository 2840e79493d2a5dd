import ArgumentParser

/// What the commands that show one thing share: which it is, where it is read from, and in which form it is printed.
struct ThingOptions: ParsableArguments {
    @OptionGroup var store: StoreOptions

    @Flag(help: "Print the API's item, as JSON.")
    var json = false

    @Argument(help: "The identifier, as the lists show it.")
    var id: String
}
