import Foundation

/// A text as the search sees it: the same characters for every spelling that means the same.
///
/// Text and query pass through it alike: NFC, compatibility forms replaced character by character (compatibility jamo
/// stay, for they are how initials are typed), zero-width characters and commas inside numbers gone, letters folded.
public struct SearchText: Hashable, Sendable {
    /// What a character is for the search.
    public enum Kind: Hashable, Sendable {
        /// A syllable of Hangul, a Han character or Kana: indexed in pairs.
        case syllable
        /// A letter of any other script, a jamo of its own, or a sign that is part of a name (`C++`, `C#`).
        case letter
        /// A digit.
        case digit
        /// A `%` after a number, which is sought with it.
        case sign
        /// Everything that separates.
        case gap
    }

    /// One character with its place in the text.
    public struct Unit: Hashable, Sendable {
        /// The folded character.
        public var scalar: Unicode.Scalar
        /// What it is.
        public var kind: Kind
        /// Where it begins in the text, in UTF-16 units.
        public var start: Int
        /// Where it ends, exclusive, in UTF-16 units.
        public var end: Int
    }

    /// Consecutive characters of one kind, none of them a gap.
    public struct Run: Hashable, Sendable {
        /// What the characters are.
        public var kind: Kind
        /// The characters.
        public var scalars: [Unicode.Scalar]

        /// Makes a run.
        public init(kind: Kind, scalars: [Unicode.Scalar]) {
            self.kind = kind
            self.scalars = scalars
        }

        /// The run as text.
        public var text: String { SearchText.string(scalars) }
    }

    /// The characters in order, gaps included.
    public private(set) var units: [Unit] = []

    /// Normalises a text.
    ///
    /// Places are those of the text's NFC form, which is the text itself for everything that a store holds.
    public init(_ text: String) {
        units.reserveCapacity(text.utf8.count / 3 + 8)
        var place = 0
        for scalar in TextForm.composed(text).unicodeScalars {
            let end = place + (scalar.value > 0xFFFF ? 2 : 1)
            append(scalar, from: place, to: end)
            place = end
        }
        joinSigns()
        dropThousandsSeparators()
    }

    /// The runs in order.
    public var runs: [Run] {
        var runs: [Run] = []
        var previous = Kind.gap
        for unit in units {
            if unit.kind != .gap {
                if unit.kind == previous {
                    runs[runs.count - 1].scalars.append(unit.scalar)
                } else {
                    runs.append(Run(kind: unit.kind, scalars: [unit.scalar]))
                }
            }
            previous = unit.kind
        }
        return runs
    }

    /// The characters without gaps: two spellings that differ in spacing or marks alone have the same.
    public var squeezed: String { Self.string(units.filter { $0.kind != .gap }.map(\.scalar)) }

    /// Scalars as text.
    public static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private mutating func append(_ scalar: Unicode.Scalar, from start: Int, to end: Int) {
        switch scalar.value {
        case 0x41...0x5A:
            units.append(Unit(scalar: Unicode.Scalar(UInt8(scalar.value + 32)), kind: .letter, start: start, end: end))
        case 0x61...0x7A: units.append(Unit(scalar: scalar, kind: .letter, start: start, end: end))
        case 0x30...0x39: units.append(Unit(scalar: scalar, kind: .digit, start: start, end: end))
        case 0...0x7F: units.append(Unit(scalar: scalar, kind: .gap, start: start, end: end))
        case 0xAC00...0xD7A3, 0x4E00...0x9FFF:
            units.append(Unit(scalar: scalar, kind: .syllable, start: start, end: end))
        case 0x3131...0x318E: units.append(Unit(scalar: scalar, kind: .letter, start: start, end: end))
        default:
            guard !TextForm.isZeroWidth(scalar) else { return }
            appendMapped(scalar, from: start, to: end)
        }
    }

    private mutating func appendMapped(_ scalar: Unicode.Scalar, from start: Int, to end: Int) {
        let mapped = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
        for part in Hangul.composed(mapped) where part.properties.generalCategory != .nonspacingMark {
            for folded in part.properties.lowercaseMapping.unicodeScalars {
                let unit = Unit(scalar: folded, kind: Self.kind(folded), start: start, end: end)
                // Half-width jamo stand one by one and join into syllables here.
                if let last = units.last, Hangul.isConjoiningJamo(folded),
                    let joined = Hangul.composed([last.scalar, folded]).first, joined != last.scalar
                {
                    units[units.count - 1] = Unit(scalar: joined, kind: .syllable, start: last.start, end: end)
                } else {
                    units.append(unit)
                }
            }
        }
    }

    /// Whether a character is one of those that are indexed in pairs: a syllable of Hangul, a Han character or Kana.
    public static func isSyllable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3041...0x30FA, 0x30FC...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        if isSyllable(scalar) { return .syllable }
        if scalar.properties.numericType == .decimal { return .digit }
        return scalar.properties.isAlphabetic ? .letter : .gap
    }

    /// Keeps `++` and `#` with the letter before them, and `%` beside the digit before it.
    private mutating func joinSigns() {
        guard units.count > 1 else { return }
        for index in 1..<units.count {
            let previous = units[index - 1].kind
            switch units[index].scalar {
            case "%" where previous == .digit: units[index].kind = .sign
            case "#" where previous == .letter: units[index].kind = .letter
            case "+" where previous == .letter && index + 1 < units.count && units[index + 1].scalar == "+":
                units[index].kind = .letter
                units[index + 1].kind = .letter
            default: break
            }
        }
    }

    /// Takes the commas out of `2,000` and `1,234,567`, and leaves those of `1,2`.
    private mutating func dropThousandsSeparators() {
        let units = units
        let isDigit = { (index: Int) in units.indices.contains(index) && units[index].kind == .digit }
        let dropped = units.indices.filter { index in
            units[index].scalar == "," && isDigit(index - 1) && isDigit(index + 1) && isDigit(index + 2)
                && isDigit(index + 3) && !isDigit(index + 4)
        }
        for index in dropped.reversed() { self.units.remove(at: index) }
    }
}
