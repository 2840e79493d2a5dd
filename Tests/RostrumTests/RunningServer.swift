import Foundation
import Synchronization

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A `rostrum serve` on a free port, ended with its owner.
final class RunningServer: Sendable {
    let process: Process
    /// What it says beside the greeting; only ``waitForLog(_:)`` reads it.
    let error: Pipe
    /// What of that was read and not yet looked at.
    private let unread = Mutex("")
    /// What it printed until it listened.
    let greeting: String
    let url: URL

    /// Starts it and reads its greeting, up to the line with the address and the three lines to try.
    init(
        data: String = Command.data, store: String, arguments: [String] = [], errorFile: FileHandle? = nil,
        descriptorLimit: Int? = nil
    ) throws {
        let (process, output, error) = try Command.start(
            ["serve", "--data", data, "--store", store, "--port", "0"] + arguments, errorFile: errorFile,
            limit: descriptorLimit.map { "-n \($0)" })
        self.process = process
        self.error = error
        var text = ""
        while text.components(separatedBy: "curl ").count <= 3 || !text.hasSuffix("\n") {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { throw Ended(greeting: text) }
            text += String(decoding: piece, as: UTF8.self)
        }
        greeting = text
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let word = words.first(where: { $0.hasPrefix("http://") }), let url = URL(string: String(word)) else {
            throw Ended(greeting: text)
        }
        self.url = url
    }

    deinit {
        if process.isRunning { process.terminate() }
    }

    /// The server ended, or said something else, before it listened.
    struct Ended: Error {
        var greeting: String
    }

    /// Reads its log up to the first line that is as wanted; the lines before it are passed over.
    func waitForLog(_ isWanted: (String) -> Bool) throws {
        try unread.withLock { text in
            while true {
                while let end = text.firstIndex(of: "\n") {
                    let line = String(text[..<end])
                    text.removeSubrange(...end)
                    if isWanted(line) { return }
                }
                let piece = error.fileHandleForReading.availableData
                guard !piece.isEmpty else { throw Ended(greeting: text) }
                text += String(decoding: piece, as: UTF8.self)
            }
        }
    }

    /// Asks for a path, which may hold Hangul.
    func get(_ path: String) async throws -> (status: Int, body: Data) {
        let encoded = path.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? path
        guard let target = URL(string: encoded, relativeTo: url) else { throw Ended(greeting: path) }
        let (body, response) = try await URLSession.shared.data(from: target)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, body)
    }

    /// Asks for a path and reads the JSON object.
    func object(_ path: String) async throws -> [String: Any] {
        let (_, body) = try await get(path)
        return try JSONSerialization.jsonObject(with: body) as? [String: Any] ?? [:]
    }
}
