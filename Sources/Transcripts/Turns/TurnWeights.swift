import Foundation

/// What speaks for and against a form of turns, and a label in it: two logistic sums, each with one weight for a feature.
///
/// A form is judged first, over all its lines; then each label in an accepted form. The weights were set on composed documents
/// and on public transcripts of many kinds; `rostrum check --explain` prints the features of a document.
enum TurnWeights {
    /// What is measured of a form.
    enum FormFeature: Int, CaseIterable {
        /// The share of its lines after which somebody speaks.
        case speech
        /// The share after which somebody asks.
        case question
        /// The share whose label has an office or title.
        case titled
        /// The share whose label has a note in brackets.
        case noted
        /// The share of blocks that begin so, times three, at most 1.
        case blocks
        /// The share of lines whose label comes more than once.
        case recurs
        /// ln(n) / 3.
        case count
        /// The share of labels that have no person's shape.
        case shapeless
        /// The share of labels that are common words of the text.
        case common
        /// The share of lines that were taken out before: keys, notes, verbs.
        case takenOut
        /// Whether the words stand below the label or behind a mere gap.
        case bare
        /// How far the lines are from being spread over the document.
        case clumped
        /// Whether a dash parts the label.
        case dashed
        /// The share of labels that name somebody known from a head or list.
        case known
        /// Whether a sign or wrapper sets it off.
        case marked
        /// The share of lines whose label has a full name's form and comes more than once.
        case recurringName
    }

    /// What is measured of a label in a form.
    enum LabelFeature: Int, CaseIterable {
        case formSpeech, speech, question, titled, sameShape, nameShape, recurs, shapeless, common, length, early, listed, verb
        case known, blockStart
    }

    static let form: [FormFeature: Double] = [
        .speech: 5.2, .question: 2.4, .titled: 2.7, .noted: 2.0, .blocks: 3.2, .recurs: 1.9, .count: 1.8, .shapeless: -5.6,
        .common: -4.4, .takenOut: -2.5, .bare: -1.7, .clumped: -1.0, .dashed: -2.0, .known: 5.0, .marked: 0.6,
        .recurringName: 3.5,
    ]
    static let formConstant = -5.3

    static let label: [LabelFeature: Double] = [
        .formSpeech: 3.9, .speech: 1.7, .question: 1.5, .titled: 1.4, .sameShape: 1.2, .nameShape: 0.8, .recurs: 0.7,
        .shapeless: -2.3, .common: -2.6, .length: -2.1, .early: -1.8, .listed: -1.5, .verb: -0.9, .known: 3.0,
        .blockStart: 0.3,
    ]
    static let labelConstant = -2.2

    /// From which probability a form is one of turns, and a form of offices and titles that recur.
    static let formThreshold = 0.5, titledFormThreshold = 0.12
    /// From which probability a label is a turn's, and one with a name's shape that is no common word.
    static let labelThreshold = 0.28, namedLabelThreshold = 0.1

    static func probability(_ features: [FormFeature: Double]) -> Double {
        logistic(features.reduce(formConstant) { $0 + (form[$1.key] ?? 0) * $1.value })
    }

    static func probability(_ features: [LabelFeature: Double]) -> Double {
        logistic(features.reduce(labelConstant) { $0 + (label[$1.key] ?? 0) * $1.value })
    }

    private static func logistic(_ sum: Double) -> Double { 1 / (1 + exp(-sum)) }
}
