import Foundation
import KoreanText

/// Cuts a text into the words that are compared, with the marks between them.
///
/// Hangul, other letters and digits are words of their own even where they stand together (`AI는`, `41만`), so that a particle
/// or a unit is compared by itself; so is the Korean word for a power of ten behind digits.
struct WordReader {
    /// The words in their order.
    private(set) var words: [QuotedWord] = []
    /// The marks behind the last word.
    private(set) var trailing = ""

    private let scalars: [Unicode.Scalar]
    private let offsets: [Int]
    private var index = 0
    private var marks = ""

    /// Reads a text, in NFC.
    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var offset = 0
        offsets =
            scalars.map { scalar in
                defer { offset += scalar.value > 0xFFFF ? 2 : 1 }
                return offset
            } + [text.utf16.count]
        while index < scalars.count { step() }
        trailing = marks
    }

    private mutating func step() {
        let scalar = Self.narrow(scalars[index])
        if TextForm.isWhiteSpace(scalars[index]) {
            if marks.last != " " { marks.append(" ") }
            index += 1
        } else if TextForm.isZeroWidth(scalars[index]) {
            index += 1
        } else if Self.isDigit(scalar) {
            takeDigits()
        } else if Self.isSign(scalar) {
            take(.sign, to: index + 1)
        } else if Hangul.isSyllable(scalar) {
            takeHangul()
        } else if scalar.properties.isAlphabetic {
            takeLetters()
        } else {
            marks.unicodeScalars.append(scalars[index])
            index += 1
        }
    }

    /// Digits with the marks inside a number, and a minus that belongs to no word before it.
    private mutating func takeDigits() {
        var end = index
        while end < scalars.count {
            let scalar = Self.narrow(scalars[end])
            let isInside = (scalar == "." || scalar == ",") && end > index && digit(at: end + 1)
            guard Self.isDigit(scalar) || isInside else { break }
            end += 1
        }
        if let sign = marks.unicodeScalars.last, Self.minuses.contains(sign),
            marks.unicodeScalars.count == 1 && words.isEmpty || marks.unicodeScalars.dropLast().last == " "
        {
            marks.unicodeScalars.removeLast()
            take(.digits, to: end, from: index - 1)
        } else {
            take(.digits, to: end)
        }
    }

    private mutating func takeHangul() {
        var end = index
        while end < scalars.count, Hangul.isSyllable(scalars[end]) || TextForm.isZeroWidth(scalars[end]) { end += 1 }
        if marks.isEmpty, words.last?.script == .digits {
            var scale = index
            while scale < end, Self.scales.contains(scalars[scale]) { scale += 1 }
            if scale > index { take(.digits, to: scale) }
            if scale == end { return }
        }
        take(.hangul, to: end)
    }

    private mutating func takeLetters() {
        var end = index
        while end < scalars.count {
            let scalar = Self.narrow(scalars[end])
            let isApostrophe =
                Self.apostrophes.contains(scalar) && end > index && end + 1 < scalars.count
                && Self.isLetter(Self.narrow(scalars[end + 1]))
            guard Self.isLetter(scalar) || isApostrophe || TextForm.isZeroWidth(scalars[end]) else { break }
            end += 1
        }
        take(.letters, to: end)
    }

    private mutating func take(_ script: QuotedWord.Script, to end: Int, from start: Int? = nil) {
        let start = start ?? index
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<end])
        var key: [UInt32] = []
        for scalar in scalars[start..<end] where !TextForm.isZeroWidth(scalar) {
            let narrow = Self.narrow(scalar)
            if Self.apostrophes.contains(narrow) {
                key.append(0x27)
            } else if Self.minuses.contains(narrow) {
                key.append(0x2D)
            } else if script == .digits, narrow == ",", end - start > 4 {
                continue
            } else {
                key += String(narrow).precomposedFolding
            }
        }
        let previous = marks.unicodeScalars.filter { $0 != " " }
        words.append(
            QuotedWord(
                range: offsets[start]..<offsets[end], text: String(text), key: key, script: script, marks: marks,
                beginsSentence: words.isEmpty
                    || previous.contains { Self.stops.contains($0) }
                        && !(marks.hasPrefix(".") && words.last.map { Self.abbreviations.contains($0.folded) } ?? false)
            ))
        marks = ""
        index = end
    }

    private func digit(at place: Int) -> Bool { place < scalars.count && Self.isDigit(Self.narrow(scalars[place])) }

    /// The ASCII form of a full-width one.
    static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        !Hangul.isSyllable(scalar)
            && (scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark)
    }
    private static func isSign(_ scalar: Unicode.Scalar) -> Bool { signs.contains(scalar) }

    private static let signs = Set("%‰℃°$€£¥₩&+=×".unicodeScalars)
    private static let apostrophes = Set("'’ʼ".unicodeScalars)
    private static let minuses = Set("-−–".unicodeScalars)
    private static let scales = Set("십백천만억조".unicodeScalars)
    private static let abbreviations: Set<String> = ["mr", "mrs", "ms", "dr", "prof", "st", "hon", "rep", "sen", "gov"]
    static let stops = Set(".?!。！？:“\"「".unicodeScalars)
}

extension String {
    /// Small letters in NFC, compatibility forms replaced.
    fileprivate var precomposedFolding: [UInt32] {
        if let first = unicodeScalars.first, first.isASCII || Hangul.isSyllable(first) {
            return [first.properties.lowercaseMapping.unicodeScalars.first?.value ?? first.value]
        }
        return precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.map(\.value)
    }
}
