import SeededNumbers
import Testing

@testable import SocketServer

@Suite("What the access log shows of a request")
struct LogTextTests {
    @Test(
        "what a terminal or an editor would act on is escaped, and text is not",
        arguments: [
            ("/v1/talks?q=a%20b", "/v1/talks?q=a%20b"), ("/v1/search?q=규제", "/v1/search?q=규제"), ("", ""),
            ("/\u{9B}31m", "/%C2%9B31m"), ("/\u{85}", "/%C2%85"), ("/\u{202E}a", "/%E2%80%AEa"),
            ("/\u{2066}\u{2069}", "/%E2%81%A6%E2%81%A9"), ("/\u{200F}", "/%E2%80%8F"), ("/\u{61C}", "/%D8%9C"),
            ("/\u{2028}", "/%E2%80%A8"), ("/\u{FEFF}", "/%EF%BB%BF"), ("/\u{E0041}", "/%F3%A0%81%81"),
            ("/\u{1}\u{1B}[0m\n\r\u{7F}", "/%01%1B[0m%0A%0D%7F"), ("/😀é\u{301}", "/😀é\u{301}"),
        ])
    func escaped(text: String, shown: String) {
        let logText = text.utf8.span.logText
        #expect(logText == shown)
    }

    @Test(
        "bytes that are no UTF-8 are escaped one by one, and every log text is one line of plain text", arguments: 0..<8
    )
    func seeded(run: UInt64) {
        let broken: [UInt8] = [0x2F, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0xC0, 0xAF, 0xF0, 0x9F]
        let shown = broken.span.logText
        #expect(shown == "/%FF%C3(%ED%A0%80%C0%AF%F0%9F")
        var seeded = Seeded(run)
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 0...40, using: &seeded)).map { _ in
                UInt8.random(in: 0...255, using: &seeded)
            }
            let text = bytes.span.logText
            let isPlain = text.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator: false
                default: scalar != "\u{FFFD}"
                }
            }
            #expect(isPlain, "seed \(run): \(bytes)")
        }
    }
}
