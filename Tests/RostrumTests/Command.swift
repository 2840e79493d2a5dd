import Foundation
import Synchronization

/// The built `rostrum`, run as a person runs it.
struct Command {
    /// The executable beside the test bundle.
    private static let executable = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("rostrum")

    /// How a run ended.
    struct Outcome {
        var status: Int32
        var output: String
        var error: String
    }

    /// The repository's Data folder.
    static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Data").path

    /// Runs to the end.
    static func run(
        _ arguments: [String], environment: [String: String] = [:], limit: String? = nil
    ) throws -> Outcome {
        let (process, output, error) = try start(arguments, environment: environment, limit: limit)
        // Both pipes are read at once, so that neither fills up and stops the command.
        let reader = DispatchQueue(label: "standard error")
        let errorText = LockedText()
        reader.async {
            errorText.set(String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self))
        }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        reader.sync {}
        return Outcome(status: process.terminationStatus, output: text, error: errorText.get())
    }

    /// Starts without waiting; with standard error somewhere else where that is given, and under a limit of `ulimit`.
    static func start(
        _ arguments: [String], environment: [String: String] = [:], errorFile: FileHandle? = nil,
        limit: String? = nil
    ) throws -> (process: Process, output: Pipe, error: Pipe) {
        let process = Process()
        let (output, error) = (Pipe(), Pipe())
        process.executableURL = executable
        process.arguments = arguments
        if let limit {
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments =
                ["-c", "ulimit \(limit) && exec \"$0\" \"$@\"", executable.path] + arguments
        }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errorFile ?? error
        try process.run()
        return (process, output, error)
    }
}

/// A text that one thread writes and another reads.
final class LockedText: Sendable {
    private let text = Mutex("")

    func set(_ value: String) {
        text.withLock { $0 = value }
    }

    func get() -> String {
        text.withLock { $0 }
    }
}
