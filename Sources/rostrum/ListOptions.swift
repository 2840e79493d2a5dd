import ArgumentParser

/// What the commands that print a list share: where it is read from, and in which form it is printed.
struct ListOptions: ParsableArguments {
    @OptionGroup var store: StoreOptions

    @Flag(help: "Print a JSON array of the items of the API's list, an item a line.")
    var json = false
}
