import Foundation
import Proceedings

@testable import Transcripts

/// The files that the tests read, found from this source file.
enum Fixture {
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let synthetic = package.appending(path: "../shared/transcripts/synthetic").standardizedFileURL

    static func bytes(_ name: String) throws -> [UInt8] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
        return [UInt8](try Data(contentsOf: url))
    }

    static func transcript(_ event: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: package.appending(path: "Data/events/\(event)/transcript.txt")))
    }

    static func parse(_ text: String) throws -> ParsedTranscript {
        try TranscriptParser().parse([UInt8](text.utf8), event: "e")
    }
}

/// A seeded generator (SplitMix64), so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
