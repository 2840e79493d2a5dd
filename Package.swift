// swift-tools-version: 6.2
import PackageDescription

// The floors of the house, lowest first. A target imports only what it names here; `Scripts/check` enforces it.

/// Set by `Scripts/test` and `Scripts/check`, so that a newer compiler's new warnings never stop a user's build.
let strict: [SwiftSetting] =
    Context.environment["ROSTRUM_WARNINGS_AS_ERRORS"] == nil ? [] : [.treatAllWarnings(as: .error)]
let strictC: [CSetting] =
    Context.environment["ROSTRUM_WARNINGS_AS_ERRORS"] == nil ? [] : [.treatAllWarnings(as: .error)]

let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, resources: resources,
        swiftSettings: strict)
}

let package = Package(
    name: "rostrum",
    // Built and tested on Linux with glibc. macOS 26 is the first whose strings have spans (`String.UTF8View.span`).
    platforms: [.macOS(.v26)],
    products: [
        .executable(name: "rostrum", targets: ["rostrum"]),
        .library(name: "SocketServer", targets: ["SocketServer", "HTTPWire", "Sockets"]),
        .library(name: "KoreanText", targets: ["KoreanText"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    ],
    targets: [
        // Floor 0: each knows nothing of the others.
        module("Proceedings"),
        module("KoreanText"),
        module("Bytes"),
        .target(name: "CPlatform", cSettings: strictC),
        module("Sockets", ["CPlatform"]),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        // Checksums of pages, between SQLite and its files.
        .target(name: "CPages", dependencies: ["CSQLite"], cSettings: strictC),
        module("SQLite", ["CSQLite", "CPages"]),
        // Hashes by the system: CryptoKit on Apple's platforms, where nothing is to be installed, elsewhere libcrypto.
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        module("Digests", [.target(name: "CCrypto", condition: .when(platforms: [.linux]))]),

        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

        // Floor 1
        .target(
            name: "Transcripts", dependencies: ["Proceedings", "KoreanText"], exclude: ["Words/README.md"],
            resources: [
                "dates", "events", "fields", "hyphens", "offices", "organizations", "pages", "records", "roles",
                "sentences", "turns",
            ].map { .embedInCode("Words/\($0).tsv") }, swiftSettings: strict),
        module("Topics", ["Proceedings", "KoreanText"]),
        module("HTTPWire", ["Bytes", httpTypes]),
        module("ForumStore", ["Bytes", "Proceedings", "KoreanText", "SQLite", "Digests"]),

        // Floor 2
        module("SocketServer", ["Bytes", "HTTPWire", "Sockets", httpTypes, logging]),
        module("ForumData", ["Bytes", "Proceedings", "Transcripts", "Topics", "Digests", yams]),
        module("ForumAPI", ["Bytes", "Proceedings", "ForumStore", "HTTPWire", "CZlib", "Digests", httpTypes]),

        // Floor 3
        .executableTarget(
            name: "rostrum",
            dependencies: [
                "Bytes", "CPlatform", "Proceedings", "Transcripts", "ForumData", "ForumStore", "ForumAPI", "HTTPWire",
                "SocketServer", argumentParser, httpTypes, logging,
            ],
            swiftSettings: strict),

        tests("Proceedings"),
        tests("KoreanText", ["KoreanTextExample", "SeededNumbers", "ShownExample"]),
        // The examples of the library products; their pages show the same code.
        .executableTarget(
            name: "KoreanTextExample", dependencies: ["KoreanText"], path: "Tests/KoreanTextExample",
            swiftSettings: strict),
        .executableTarget(
            name: "SocketServerExample", dependencies: ["HTTPWire", "SocketServer", httpTypes, logging],
            path: "Tests/SocketServerExample", swiftSettings: strict),
        .target(name: "ShownExample", path: "Tests/ShownExample", swiftSettings: strict),
        tests("Bytes", ["SeededNumbers"]),
        tests("HTTPWire", ["Bytes", httpTypes, "HostileMessages", "SeededNumbers"]),
        // What the tests of the wire and of the server share: messages that no server may take.
        .target(
            name: "HostileMessages", path: "Tests/HostileMessages", resources: [.copy("messages.txt")],
            swiftSettings: strict),
        // What the tests that make things up share: numbers that a seed decides.
        .target(name: "SeededNumbers", path: "Tests/SeededNumbers", swiftSettings: strict),
        tests("Sockets"),
        tests("SQLite"),
        tests("Digests", ["SeededNumbers"]),
        tests(
            "Transcripts", ["Proceedings", "KoreanText", "SeededNumbers", "ComposedProceedings"],
            resources: [.copy("Fixtures")]),
        // Proceedings in layouts drawn by a seed, with their right reading: for the tests of the reader and its measuring.
        .target(
            name: "ComposedProceedings", dependencies: ["KoreanText", "Proceedings", "SeededNumbers", "Transcripts"],
            path: "Tests/ComposedProceedings", swiftSettings: strict),
        tests("Topics", ["Proceedings", "SeededNumbers", "ComposedTopics"]),
        tests(
            "SocketServer",
            [
                "HTTPWire", "Sockets", "HostileMessages", "SeededNumbers", "ShownExample", "SocketServerExample",
                httpTypes, logging,
            ]),
        tests("ForumStore", ["Proceedings", "KoreanText", "SQLite", "SeededNumbers"]),
        tests(
            "ForumData", ["Bytes", "Proceedings", "Topics", "Digests", "SeededNumbers"], resources: [.copy("Fixtures")]),
        tests(
            "ForumAPI",
            [
                "Bytes", "Proceedings", "ForumStore", "HTTPWire", "SQLite", "CZlib", "Digests", "SeededNumbers",
                httpTypes,
            ]),
        // What both benches read: talks as plain text.
        .target(
            name: "PlainTalks", dependencies: ["KoreanText"], path: "Tests/PlainTalks", swiftSettings: strict),
        // Measures the search: how well it finds what was judged beforehand, and how fast. `Scripts/bench` runs it.
        .executableTarget(
            name: "SearchBench",
            dependencies: ["Proceedings", "SQLite", "ForumStore", "ForumData", "PlainTalks", "SeededNumbers"],
            path: "Tests/SearchBench", resources: [.copy("Judgements")], swiftSettings: strict),
        // Measures how fast proceedings are read. `Scripts/bench` runs it.
        .executableTarget(
            name: "TranscriptBench", dependencies: ["Transcripts", "ComposedProceedings", "SeededNumbers"],
            path: "Tests/TranscriptBench", swiftSettings: strict),
        // Discussions in several languages with the topics that a reader would look up.
        .target(
            name: "ComposedTopics", dependencies: ["Proceedings"], path: "Tests/ComposedTopics",
            resources: [.copy("Texts")], swiftSettings: strict),
        // Measures derived topics against what a person says of them.
        .executableTarget(
            name: "TopicBench",
            dependencies: ["Proceedings", "Topics", "Transcripts", "ForumData", "PlainTalks", "ComposedTopics"],
            path: "Tests/TopicBench", resources: [.copy("Judgements")], swiftSettings: strict),
        .testTarget(
            name: "RostrumTests",
            dependencies: ["rostrum", "Proceedings", "Transcripts", "ForumData", "SocketServer", argumentParser],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
