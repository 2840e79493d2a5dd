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
