/// A number for each feature, in place of a dictionary: it is made for every label of a document.
///
/// There are sixteen features at the most.
struct FeatureVector<Feature: CaseIterable & RawRepresentable>: ExpressibleByDictionaryLiteral
where Feature.RawValue == Int {
    private var values = SIMD16<Double>(repeating: 0)

    init() {}

    init(dictionaryLiteral elements: (Feature, Double)...) {
        for (feature, value) in elements { self[feature] = value }
    }

    subscript(feature: Feature) -> Double {
        get { values[feature.rawValue] }
        set { values[feature.rawValue] = newValue }
    }

    /// The sum of all numbers, each times its weight, in the order of the features.
    func sum(weightedBy weights: FeatureVector) -> Double {
        let products = values * weights.values
        return products.indices.reduce(0) { $0 + products[$1] }
    }
}

extension FeatureVector: Sendable where Feature: Sendable {}
