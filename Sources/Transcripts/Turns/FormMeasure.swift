import Foundation

/// What is measured of one form over all lines that have it.
struct FormMeasure {
    /// The indices of its candidates, in order.
    var members: [Int] = []
    /// Those of them that were not taken out as keys, notes or common words.
    var kept: [Int] = []
    var features: FeatureVector<TurnWeights.FormFeature> = [:]
    /// What its labels mostly look like.
    var shape = LabelReading.Shape.other
    /// The share of its lines at which a paragraph may begin.
    var startShare = 0.0
    /// The share of its lines at which nothing but the end of a sentence shows that one may begin.
    var weakShare = 0.0
    /// The share of its labels that have the form of a full name.
    var fullNameShare = 0.0
    /// The share of its labels that are set in capitals.
    var capitalShare = 0.0
    /// Whether it is a form of turns.
    var isAccepted = false
    /// Why, for those who ask.
    var reason = ""

    var probability: Double { TurnWeights.probability(features) }
}
