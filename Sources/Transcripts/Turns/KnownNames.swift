/// The names of those whom the heads of a text name, to know them by in the marks of turns whatever they look like.
struct KnownNames {
    private var names: Set<String> = []
    /// The first three bytes of each, so that most words are passed over without a closer look.
    private var beginnings: Set<UInt32> = []

    init() {}

    init(_ names: some Sequence<String>) {
        self.names = Set(names)
        beginnings = Set(self.names.compactMap { Self.beginning(Array($0.utf8)[...]) })
    }

    var isEmpty: Bool { names.isEmpty }

    func contains(_ name: String) -> Bool { names.contains(name) }

    /// Whether a clean text may begin with one of them.
    func mayBegin(_ text: ArraySlice<UInt8>) -> Bool {
        guard !names.isEmpty, let beginning = Self.beginning(text), beginnings.contains(beginning) else { return false }
        let words = String(decoding: text.prefix(SpeakerLabel.reach * 3), as: UTF8.self).words
        return words.first.map { names.contains(String($0)) } == true
            || names.contains(words.prefix(2).joined(separator: " "))
    }

    private static func beginning(_ text: ArraySlice<UInt8>) -> UInt32? {
        text.count < 3 ? nil : text.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
    }
}
