import Testing

@testable import rostrum

@Suite("What the command prints")
struct TerminalTests {
    @Test(
        "a control character that a name brought along is shown, and not obeyed",
        arguments: [
            ("a: b\n\tc", "a: b\n\tc"), ("규제 😀", "규제 😀"), ("a\u{1B}[31m", "a\\u{1B}[31m"),
            ("\u{9B}1A\r\u{7}", "\\u{9B}1A\\u{D}\\u{7}"),
        ])
    func controls(line: String, shown: String) {
        #expect(Terminal.shown(line) == shown)
    }
}
