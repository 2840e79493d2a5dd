import Foundation
import ShownExample
import Testing

@Suite("The example of KoreanText")
struct ExampleTests {
    private let example = ShownExample(of: "KoreanText")

    @Test("the program prints what the page shows, and the page shows the program")
    func page() throws {
        let (process, output) = example.program()
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let page = try example.page
        #expect(try page.contains("```swift\n\(example.source)```\n"))
        #expect(page.contains("```\n\(text)```\n"), "\(text)")
    }
}
