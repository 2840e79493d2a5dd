import Foundation
import Testing

/// A message of the corpus, and what is to become of it.
public struct HostileMessage: Sendable, CustomTestStringConvertible {
    /// The status, or `nil` where more bytes are waited for.
    public var status: Int?
    /// What is wrong with it.
    public var name: String
    /// The message.
    public var bytes: [UInt8]

    /// Its name, for test reports.
    public var testDescription: String { name }

    /// All messages of the corpus.
    public static let all: [HostileMessage] = {
        guard let file = Bundle.module.url(forResource: "messages", withExtension: "txt"),
            let text = try? String(contentsOf: file, encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let parts = line.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
            return HostileMessage(
                status: Int(parts[0]), name: String(parts[1]), bytes: unescape(Array(parts[2].utf8)))
        }
    }()

    private static func unescape(_ text: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "\\"), index + 1 < text.count else {
                bytes.append(text[index])
                index += 1
                continue
            }
            index += 2
            switch text[index - 1] {
            case UInt8(ascii: "r"): bytes.append(0x0d)
            case UInt8(ascii: "n"): bytes.append(0x0a)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "0"): bytes.append(0)
            case UInt8(ascii: "x"):
                bytes.append(UInt8(String(decoding: text[index..<index + 2], as: UTF8.self), radix: 16) ?? 0)
                index += 2
            default: bytes.append(text[index - 1])
            }
        }
        return bytes
    }
}
