/// The elements of a field that states preferences, with their weights (RFC 9110 §12.4.2, §12.5).
struct WeightedList: Equatable, Sendable {
    /// Something that is wanted or refused.
    struct Element: Equatable, Sendable {
        /// What it is, in lower case, without its parameters.
        var name: Substring
        /// The weight in thousandths; 0 refuses it.
        var weight: Int
    }

    /// The elements in the order sent.
    private(set) var elements: [Element] = []

    /// Reads the field's value.
    ///
    /// A weight that cannot be read is 0; an element whose name cannot be one is passed over.
    init(_ value: String, where isName: (Substring) -> Bool = { !$0.isEmpty }) {
        // Most requests state no preference.
        guard !value.isEmpty else { return }
        for element in value.lowercased().split(separator: ",") {
            let parts = element.split(separator: ";", omittingEmptySubsequences: false).map(Self.trimmed)
            guard let name = parts.first, isName(name) else { continue }
            var weight = 1000
            for part in parts.dropFirst() where part.hasPrefix("q=") {
                weight = Self.weight(part.dropFirst(2)) ?? 0
            }
            elements.append(Element(name: name, weight: weight))
        }
    }

    /// The weight that is stated for a name, the first one where there are several.
    func weight(of name: some StringProtocol) -> Int? { elements.first { $0.name == name }?.weight }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }

    /// A weight of RFC 9110 §12.4.2, in thousandths.
    private static func weight(_ text: Substring) -> Int? {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, first == UInt8(ascii: "0") || first == UInt8(ascii: "1"), bytes.count <= 5 else {
            return nil
        }
        guard bytes.count == 1 || bytes[1] == UInt8(ascii: ".") else { return nil }
        var thousandths = 0
        for position in 2..<5 {
            var digit: UInt8 = 0
            if position < bytes.count {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) else { return nil }
                digit = bytes[position] - UInt8(ascii: "0")
            }
            thousandths = thousandths * 10 + Int(digit)
        }
        guard first == UInt8(ascii: "1") else { return thousandths }
        return thousandths == 0 ? 1000 : nil
    }
}
