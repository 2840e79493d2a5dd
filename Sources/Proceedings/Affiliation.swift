/// Where a speaker is from, as printed, with its parts told apart.
public struct Affiliation: Hashable, Sendable {
    /// The organization (`고려대학교`).
    public var organization: String
    /// The part of the organization (`정보보호대학원`), or `nil` where none is printed.
    public var department: String?
    /// The affiliation as printed, without the role (`고려대학교 정보보호대학원`).
    public var text: String
    /// The whole printed line, role included (`고려대학교 정보보호대학원 교수`).
    public var printed: String

    /// Makes an affiliation.
    public init(organization: String, department: String? = nil, text: String, printed: String) {
        self.organization = organization
        self.department = department
        self.text = text
        self.printed = printed
    }
}
