/// Why a request is not answered where others wait meanwhile: it takes longer than to hand it over.
public struct TakesLonger: Error, Hashable {
    /// Makes the error.
    public init() {}
}
