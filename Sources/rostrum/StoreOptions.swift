import ArgumentParser
import ForumData
import Foundation

/// Which data folder is meant, and which store holds what was loaded from it.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder with the proceedings.", valueName: "dir"), completion: .directory)
    var data = "Data"

    @Option(
        help: ArgumentHelp(
            "The store's file.",
            discussion: "Without it, a file of the user's cache folder, a different one for each data folder.",
            valueName: "file"),
        completion: .file())
    var store: String?

    @Flag(help: "Refuse to load where a transcript gives any warning.")
    var strict = false

    @Flag(help: "Say every note on a transcript when it is loaded, too; rostrum check and /v1/report always do.")
    var verbose = false

    @Flag(help: "Show how far a load is, how fast, and the time left, also where standard error is no terminal.")
    var progress = false

    /// The store's file: the one that was named, or the data folder's own in `$XDG_CACHE_HOME/rostrum`.
    ///
    /// The default is no part of the data folder, so that this may be read-only and stays as it was received.
    func storePath() throws(CommandFailure) -> String {
        if let store { return store }
        let folder = Self.cacheFolder + "/rostrum"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(
                status: .cannotCreate, message: "\(folder): cannot be made; name another place with --store FILE")
        }
        let folderOfData = DataFolder(path: data)
        return "\(folder)/\(folderOfData.name)-\(folderOfData.placeDigest).sqlite"
    }

    /// The cache folder of the XDG base directory specification.
    private static var cacheFolder: String {
        let environment = ProcessInfo.processInfo.environment
        if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") { return folder }
        if let home = environment["HOME"], home.hasPrefix("/") { return home + "/.cache" }
        return FileManager.default.temporaryDirectory.path
    }
}
