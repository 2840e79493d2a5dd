import ForumAPI
import ForumStore
import Foundation

/// The folder of a static site: written beside its place, and put there in one step when it is whole.
struct SiteFolder {
    private let place: URL
    private let building: URL
    private let replaced: URL
    private let publicURL: String?
    private let files = FileManager.default

    /// - Parameters:
    ///   - path: The folder.
    ///   - publicURL: The address by which the site is known on the web, without a slash at its end.
    init(path: String, publicURL: String? = nil) {
        self.publicURL = publicURL
        place = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
        let name = place.lastPathComponent
        let parent = place.deletingLastPathComponent()
        let process = ProcessInfo.processInfo.processIdentifier
        building = parent.appendingPathComponent(".\(name).building-\(process)", isDirectory: true)
        replaced = parent.appendingPathComponent(".\(name).replaced-\(process)", isDirectory: true)
    }

    /// Writes the site of a store; a site that is there already is replaced, and anything else is left alone.
    func write(_ reader: StoreReader) throws(CommandFailure) {
        try refuseStrangers()
        defer { try? files.removeItem(at: building) }
        let api = ForumAPI(configuration: .init(version: Rostrum.version, publicURL: publicURL))
        var site = StaticSite(api: api, store: reader)
        var count = 0
        while let file = try next(of: &site) {
            let target = building.appendingPathComponent(file.path)
            try Self.writing(target) {
                try files.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data().write(to: target)
                let handle = try FileHandle(forWritingTo: target)
                defer { try? handle.close() }
                try file.content.forEachPiece { try handle.write(contentsOf: $0) }
            }
            count += 1
            Terminal.progress("\(count) files, \(file.path)")
        }
        Terminal.endProgress()
        try Self.writing(place) {
            try Data(site.description).write(to: building.appendingPathComponent(StaticSite.descriptionName))
            try install()
        }
        Terminal.print("\(count + 1) files in \(place.path)")
    }

    private func refuseStrangers() throws(CommandFailure) {
        guard let names = try? files.contentsOfDirectory(atPath: place.path) else { return }
        guard names.isEmpty || names.contains(StaticSite.descriptionName) else {
            throw CommandFailure(
                status: .cannotCreate,
                message: "\(place.path): holds files that are no static site; name an empty or a new folder")
        }
    }

    private func install() throws {
        if files.fileExists(atPath: place.path) { try files.moveItem(at: place, to: replaced) }
        try files.moveItem(at: building, to: place)
        try? files.removeItem(at: replaced)
    }

    private func next(of site: inout StaticSite) throws(CommandFailure) -> StaticSite.File? {
        do {
            return try site.next()
        } catch {
            throw CommandFailure(
                status: .cannotCreate, message: "\(error.address) cannot be made: \(error.detail)")
        }
    }

    private static func writing(_ place: URL, _ body: () throws -> Void) throws(CommandFailure) {
        do {
            try body()
        } catch {
            throw CommandFailure(writing: place.path, error)
        }
    }
}
