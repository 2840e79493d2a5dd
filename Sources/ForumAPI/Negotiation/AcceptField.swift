/// The media ranges of an `Accept` field with their weights (RFC 9110 §12.5.1).
///
/// A range that cannot be read is passed over; a field without any that can accepts everything, as an absent one does.
struct AcceptField: Equatable, Sendable {
    private var ranges: WeightedList

    /// Reads the field's value; `nil` for an absent field.
    init(_ value: String?) {
        // Most clients say no more than that.
        ranges = WeightedList(value == "*/*" ? "" : value ?? "") { $0.split(separator: "/").count == 2 }
    }

    /// The best of the offered forms, the earlier one of equals, or `nil` where none is acceptable.
    func preferred(of offers: [MediaType]) -> MediaType? {
        guard !ranges.elements.isEmpty else { return offers.first }
        var best: (offer: MediaType, weight: Int)?
        for offer in offers {
            let weight = weight(of: offer)
            if weight > (best?.weight ?? 0) { best = (offer, weight) }
        }
        return best?.offer
    }

    /// The weight of the most specific range that covers the form; parameters of ranges are not told apart.
    private func weight(of offer: MediaType) -> Int {
        let type = offer.rawValue.prefix { $0 != "/" }
        return offer.names.compactMap(ranges.weight).max() ?? ranges.weight(of: type + "/*") ?? ranges.weight(of: "*/*")
            ?? 0
    }
}
