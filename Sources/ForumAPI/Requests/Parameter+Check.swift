extension Parameter {
    /// The canonical form of a value, as far as it can be told without the store.
    func check(_ value: String) throws(Problem.ParameterError) -> String {
        switch domain {
        case .integer(let range):
            let isNumber =
                !value.isEmpty && value.utf8.allSatisfy { UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") }
            guard isNumber, let number = Int(value), range.contains(number) else {
                throw .init(
                    parameter: name,
                    detail: "\(name) is a whole number from \(range.lowerBound) to \(range.upperBound), "
                        + (value.isEmpty ? "but is empty." : "not \(Problem.echo(value))."),
                    allowed: ["\(range.lowerBound) to \(range.upperBound)"])
            }
            return String(number)
        case .word(let words):
            guard words.contains(value) else {
                throw .init(
                    parameter: name,
                    detail: noSuchValue(value) + " Allowed are \(words.joined(separator: ", ")).",
                    word: value, allowed: words)
            }
            return value
        case .words(let words):
            let parts = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            if let wrong = parts.first(where: { !words.contains($0) }) {
                throw .init(
                    parameter: name, detail: noSuchValue(wrong) + " errors[] lists what is allowed.",
                    word: wrong, allowed: words)
            }
            return value
        case .flag:
            switch value {
            case "", "1", "true": return "1"
            case "0", "false": return "0"
            default:
                throw .init(
                    parameter: name, detail: "\(name) is 1 or 0, not \(Problem.echo(value)).", word: value,
                    allowed: Parameter.flagWords)
            }
        case .language:
            guard Self.isLanguageTag(value) else {
                throw .init(
                    parameter: name,
                    detail: "\(name) is a BCP 47 tag of at most \(Limits.languageTagLength) characters, such as ko or "
                        + "en-US, " + (value.isEmpty ? "but is empty." : "not \(Problem.echo(value))."))
            }
            return value
        case .reference, .text, .cursor:
            guard !value.isEmpty else {
                throw .init(parameter: name, detail: "\(name) is empty; leave it out or give it a value.")
            }
            return value
        }
    }

    private func noSuchValue(_ value: String) -> String {
        value.isEmpty ? "\(name) is empty, or has an empty value." : "\(name) has no value \(Problem.echo(value))."
    }

    /// Whether a value has the form of ``JSONWriter/languageTag``, within ``Limits/languageTagLength``.
    private static func isLanguageTag(_ value: String) -> Bool {
        guard value.utf8.count <= Limits.languageTagLength else { return false }
        let subtags = value.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return subtags.enumerated().allSatisfy { place, subtag in
            (place == 0 ? 2...8 : 1...8).contains(subtag.count)
                && subtag.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                    case UInt8(ascii: "0")...UInt8(ascii: "9"): place > 0
                    default: false
                    }
                }
        }
    }
}
