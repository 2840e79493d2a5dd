import Bytes

/// Which part of a representation a request asks for (RFC 9110 §14).
///
/// One range of bytes is answered. A request for several gets the whole, as RFC 9110 §14.2 lets a server do: nobody who
/// resumes or streams needs them, and many small ones are an old way to exhaust servers (§17.15).
public enum RangeSelection: Sendable, Hashable {
    /// The whole: nothing else is asked for, or nothing that is understood.
    case whole
    /// These bytes, at least one.
    case part(Range<Int>)
    /// None of the bytes asked for exist: 416.
    case unsatisfiable

    /// The ranges of one request that are answered; a request for more gets the whole.
    public static let mostRanges = 1

    /// Decides from a request whose preconditions hold (RFC 9110 §13.2.2, step 5).
    ///
    /// - Parameters:
    ///   - head: The request.
    ///   - bytes: The bytes that it stands in.
    ///   - entityTag: The representation's strong tag, quotes included.
    ///   - count: The representation's length in bytes.
    public init(_ head: RequestHead, bytes: Span<UInt8>, entityTag: Span<UInt8>?, count: Int) {
        self = .whole
        // RFC 9110 §14.2: the field is defined for GET alone.
        guard head.method == .get else { return }
        var range: Span<UInt8>?
        for line in head.fields {
            let value = bytes.extracting(line.value.offsets)
            switch line.field {
            case .range:
                guard range == nil else { return }
                range = value
            case .ifRange:
                // §13.1.5: the comparison is strong, and there is no Last-Modified that a date could name.
                guard let entityTag, value.isSame(as: entityTag) else { return }
            default: break
            }
        }
        guard let range else { return }
        self = Self.read(range, count: count)
    }

    /// Reads the field's value.
    static func read(_ value: Span<UInt8>, count: Int) -> Self {
        let unit: StaticString = "bytes="
        let unitLength = unit.utf8CodeUnitCount
        guard value.count > unitLength, value.extracting(0..<unitLength).equalsIgnoringCase(unit) else { return .whole }
        let list = value.extracting(unitLength..<value.count)
        var found = 0
        var selection = Self.whole
        list.forEachListElement { element in
            // RFC 9110 §5.6.1: empty elements are passed over.
            guard !element.isEmpty else { return true }
            found += 1
            selection = found > mostRanges ? .whole : one(list.extracting(element), count: count)
            return found <= mostRanges
        }
        return selection
    }

    /// Reads one range: `first-last`, `first-` or `-length`.
    private static func one(_ spec: Span<UInt8>, count: Int) -> Self {
        guard let dash = spec.indices.first(where: { spec[$0] == UInt8(ascii: "-") }) else { return .whole }
        let (before, after) = (spec.extracting(0..<dash), spec.extracting(dash + 1..<spec.count))
        if before.isEmpty {
            guard let length = number(after) else { return .whole }
            guard length > 0 else { return .unsatisfiable }
            return count == 0 ? .whole : .part(max(0, count - length)..<count)
        }
        guard let first = number(before) else { return .whole }
        guard !after.isEmpty else { return first < count ? .part(first..<count) : .unsatisfiable }
        guard let last = number(after), first <= last else { return .whole }
        return first < count ? .part(first..<min(count, last &+ 1)) : .unsatisfiable
    }

    /// A number in decimal digits; one too large for any representation is the largest that can be counted from.
    private static func number(_ digits: Span<UInt8>) -> Int? {
        guard !digits.isEmpty else { return nil }
        var value = 0
        for index in digits.indices {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digits[index] else { return nil }
            let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            value = isTooLarge ? .max - 9 : min(product, .max - 10) + Int(digits[index] - UInt8(ascii: "0"))
        }
        return value
    }
}
