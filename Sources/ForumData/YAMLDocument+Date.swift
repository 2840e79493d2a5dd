import Foundation

extension YAMLDocument {
    /// An ISO 8601 calendar date or a part of one: `2025`, `2025-02`, `2025-02-13`.
    func date(_ node: Node?, key: String) throws(ForumDataError) -> String? {
        guard let node, let date = try text(node, key: key) else { return nil }
        let parts = date.split(separator: "-", omittingEmptySubsequences: false)
        let isDate =
            (1...3).contains(parts.count) && parts[0].utf8.count == 4
            && parts.dropFirst().allSatisfy { $0.utf8.count == 2 }
            && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
            && isDay(parts.compactMap { Int($0) })
        guard isDate else {
            throw failure(
                at: node, "'\(key)' is '\(date)'; allowed is a date of the calendar: 2025, 2025-02 or 2025-02-13")
        }
        return date
    }

    private func isDay(_ parts: [Int]) -> Bool {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return DateComponents(
            calendar: calendar, year: parts[0], month: parts.count > 1 ? parts[1] : 1,
            day: parts.count > 2 ? parts[2] : 1
        ).isValidDate
    }
}
