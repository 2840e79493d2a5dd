import KoreanText
import Proceedings

/// Which forms stand for one another, by their text without gaps.
struct AliasTable {
    /// The share of a topic's name that an alias must have in common with it to stand for it.
    private static let commonShare = 0.5

    /// The pairs that an alias must have in common with a name.
    private static let fewestPairs = 3

    private var groups: [String: Set<String>] = [:]

    /// The forms with what stands for each, both in a fixed order.
    var forms: [(form: String, alternatives: [String])] {
        groups.map { ($0.key, $0.value.sorted()) }.sorted { $0.form < $1.form }
    }

    /// Takes forms that mean the same.
    mutating func add(_ forms: [String]) {
        for form in forms {
            let key = SearchText(form).squeezed
            guard !key.isEmpty else { continue }
            for other in forms where SearchText(other).squeezed != key { groups[key, default: []].insert(other) }
        }
    }

    /// Takes a topic's names.
    ///
    /// A vocabulary's aliases are what a topic is recognised by, not all of them names of it: the labels stand for one
    /// another, and so does an alias that shares half of a label's pairs, or is made of its initials.
    mutating func add(_ topic: Topic) {
        let labels = topic.labels.values.map { String($0.prefix { $0 != "(" }) }
        let names =
            labels
            + topic.aliases.filter { alias in
                labels.contains { Self.resembles(alias, $0) || Self.initials($0) == SearchText(alias).squeezed }
            }
        add(Array(Set(names.map { $0.split(separator: " ").joined(separator: " ") })).sorted())
    }

    /// The first letters of a label's words, folded.
    private static func initials(_ label: String) -> String {
        SearchText(label.split(separator: " ").compactMap(\.first).map(String.init).joined()).squeezed
    }

    private static func resembles(_ alias: String, _ name: String) -> Bool {
        let (left, right) = (pairs(alias), pairs(name))
        guard left != right else { return !left.isEmpty }
        let common = left.intersection(right).count
        return common >= fewestPairs && Double(common) >= commonShare * Double(max(left.count, right.count))
            && !isNarrower(alias, than: name)
    }

    /// Whether a form is a name with something before it, which narrows it (`범용인공지능` is not `인공지능`).
    private static func isNarrower(_ form: String, than name: String) -> Bool {
        let (form, name) = (SearchText(form).squeezed, SearchText(name).squeezed)
        return form != name && form.hasSuffix(name)
    }

    private static func pairs(_ text: String) -> Set<[Unicode.Scalar]> {
        let scalars = Array(SearchText(text).squeezed.unicodeScalars)
        return Set(zip(scalars, scalars.dropFirst()).map { [$0, $1] })
    }
}
