/// The media ranges of an `Accept` field with their weights (RFC 9110 §12.5.1).
///
/// A range that cannot be read is passed over; a field without any that can accepts everything, as an absent one does.
struct AcceptField: Equatable, Sendable {
    private struct Range: Equatable {
        /// `type/subtype`, `type/*` or `*/*`, in lower case.
        var name: Substring
        /// The weight in thousandths.
        var weight: Int
    }

    private var ranges: [Range] = []

    /// Reads the field's value; `nil` for an absent field.
    init(_ value: String?) {
        for element in (value ?? "").lowercased().split(separator: ",") {
            let parts = element.split(separator: ";", omittingEmptySubsequences: false).map(Self.trimmed)
            guard let name = parts.first, name.split(separator: "/").count == 2 else { continue }
            var weight = 1000
            for part in parts.dropFirst() where part.hasPrefix("q=") {
                weight = Self.weight(part.dropFirst(2)) ?? 0
            }
            ranges.append(Range(name: name, weight: weight))
        }
    }

    /// The best of the offered forms, the earlier one of equals, or `nil` where none is acceptable.
    func preferred(of offers: [MediaType]) -> MediaType? {
        guard !ranges.isEmpty else { return offers.first }
        var best: (offer: MediaType, weight: Int)?
        for offer in offers {
            let weight = weight(of: offer)
            if weight > (best?.weight ?? 0) { best = (offer, weight) }
        }
        return best?.offer
    }

    /// The weight of the most specific range that covers the form; parameters of ranges are not told apart.
    private func weight(of offer: MediaType) -> Int {
        let name = offer.rawValue
        let type = name.prefix { $0 != "/" }
        for pattern in [name, type + "/*", "*/*"] {
            if let range = ranges.first(where: { $0.name == pattern }) { return range.weight }
        }
        return 0
    }

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
