import Foundation

/// The example of a library product: a program built beside the tests, which the product's page shows in full.
public struct ShownExample {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The product's name.
    public let product: String

    /// Names the example of a product.
    public init(of product: String) {
        self.product = product
    }

    /// The program's source.
    public var source: String {
        get throws {
            try String(
                contentsOf: Self.root.appendingPathComponent("Tests/\(product)Example/main.swift"), encoding: .utf8)
        }
    }

    /// The product's page.
    public var page: String {
        get throws {
            try String(
                contentsOf: Self.root.appendingPathComponent("Sources/\(product)/\(product).docc/\(product).md"),
                encoding: .utf8)
        }
    }

    /// The program, not yet started, with a pipe for what it prints and what it logs.
    public func program(_ arguments: [String] = []) -> (process: Process, output: Pipe) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("\(product)Example")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        return (process, output)
    }
}
