/// A number for each feature of a kind, 0 where none is given.
struct FeatureVector<Feature: CaseIterable & RawRepresentable>: ExpressibleByDictionaryLiteral
where Feature.RawValue == Int {
    private var values: [Double]

    init(dictionaryLiteral elements: (Feature, Double)...) {
        values = [Double](repeating: 0, count: Feature.allCases.count)
        for (feature, value) in elements { self[feature] = value }
    }

    subscript(feature: Feature) -> Double {
        get { values[feature.rawValue] }
        set { values[feature.rawValue] = newValue }
    }

    /// The sum of all numbers, each times its weight.
    func sum(weightedBy weights: FeatureVector) -> Double {
        zip(values, weights.values).reduce(0) { $0 + $1.0 * $1.1 }
    }
}

extension FeatureVector: Sendable where Feature: Sendable {}
