import Foundation

/// What speaks for and against a form of turns, and a label in it: two logistic sums, each with one weight for a feature.
///
/// A form is judged first, over all its lines; then each label in an accepted form. `rostrum check --explain` prints the features of a
/// document.
///
/// The weights of forms were fitted on the features that `TranscriptBench --features` prints: of 1,200 composed documents, half of
/// them without turns, of 59 public transcripts and of 112 short cases, 1,033 forms in all that no hard rule decides. A form counts
/// as one of turns where three in ten of its lines begin turns, and weighs 1 + ln(lines), four times that where the document was not
/// composed. The loss is the logistic one; a quadratic penalty (10) pulls each weight towards the one set by hand before, and none
/// may change its sign. Fitted on four fifths of the documents and measured on the last, the mean loss fell from 0.31 to 0.06 on
/// composed documents and from 0.28 to 0.21 on the others, and false forms from 134 to 32.
///
/// Two numbers were then set by hand. The constant was raised from -8.2 to -6.6: a missed form costs more than a false one, whose
/// labels are judged again. And `recurringName` was 1.3 as fitted: the few turns of a discussion after long lectures, in which
/// nobody says I or we, are in no document that was fitted on, and are lost below 4. The weights of labels, fitted the same way,
/// lost more turns than they saved, and stayed as they were set by hand.
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
        case formSpeech, speech, question, titled, sameShape, nameShape, recurs, shapeless, common, length, early,
            listed
        case known, blockStart
    }

    static let form: FeatureVector<FormFeature> = [
        .speech: 4.9, .question: 2.8, .titled: 2.7, .noted: 2.6, .blocks: 3.7, .recurs: 1.8, .count: 1.8,
        .shapeless: -5.1,
        .common: -4.4, .takenOut: -3.2, .bare: -1.6, .clumped: -0.5, .dashed: -2.0, .known: 5.0, .marked: 0.6,
        .recurringName: 4.0,
    ]
    static let formConstant = -6.0

    static let label: FeatureVector<LabelFeature> = [
        .formSpeech: 3.9, .speech: 1.7, .question: 1.5, .titled: 1.4, .sameShape: 1.2, .nameShape: 0.8, .recurs: 0.7,
        .shapeless: -2.3, .common: -2.6, .length: -2.1, .early: -1.8, .listed: -1.5, .known: 3.0,
        .blockStart: 0.3,
    ]
    static let labelConstant = -2.2

    /// From which probability a form is one of turns, and a form of offices and titles that recur.
    static let formThreshold = 0.5, titledFormThreshold = 0.29
    /// From which probability a label is a turn's, and one with a name's shape that is no common word.
    static let labelThreshold = 0.28, namedLabelThreshold = 0.1

    static func probability(_ features: FeatureVector<FormFeature>) -> Double {
        logistic(formConstant + features.sum(weightedBy: form))
    }

    static func probability(_ features: FeatureVector<LabelFeature>) -> Double {
        logistic(labelConstant + features.sum(weightedBy: label))
    }

    private static func logistic(_ sum: Double) -> Double { 1 / (1 + exp(-sum)) }
}
