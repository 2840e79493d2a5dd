import Foundation

/// The command's output: results to standard output, everything else to standard error.
enum Terminal {
    /// Whether standard error is a terminal, so that progress may be drawn over itself.
    static let isInteractive = isatty(STDERR_FILENO) == 1

    /// Whether the result may be coloured: standard output is a terminal that can, and `NO_COLOR` is not set.
    static var drawsColour: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// Writes a line of the result.
    static func print(_ line: String) {
        write(line + "\n", to: STDOUT_FILENO)
    }

    /// Writes a line about the work.
    static func error(_ line: String) {
        write(shown(line) + "\n", to: STDERR_FILENO)
    }

    /// A line in which a control character that a file's name or text brought along is shown and not obeyed.
    static func shown(_ line: String) -> String {
        guard line.unicodeScalars.contains(where: isObeyed) else { return line }
        return line.unicodeScalars.reduce(into: "") { text, scalar in
            if isObeyed(scalar) {
                text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }

    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    }

    /// Draws a line over the one before it; nothing where standard error is no terminal.
    static func progress(_ line: String) {
        guard isInteractive else { return }
        write("\r\u{1B}[K" + line, to: STDERR_FILENO)
    }

    /// Takes the progress line away.
    static func endProgress() {
        progress("")
    }

    /// Writes all of it, or gives up where the other end is gone: there is nobody left to tell.
    private static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }
}
