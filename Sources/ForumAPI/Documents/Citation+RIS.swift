extension Citation {
    /// The passage as a record in the form that reference managers exchange (RIS), its lines ended by CR LF.
    var ris: String {
        var tags = [("TY", "CPAPER"), ("ID", id)]
        tags += authors.map { ("AU", $0) }
        tags += [("TI", title), ("T2", event)]
        if let year = dateParts.first {
            tags.append(("PY", String(year)))
            // Year, month, day and a remark, each after a slash but the first.
            let rest = dateParts.dropFirst().map { $0 < 10 ? "0\($0)" : "\($0)" }
            tags.append(("DA", ([String(year)] + rest).joined(separator: "/")))
        }
        if let first = pages.first, let last = pages.last { tags += [("SP", first), ("EP", last)] }
        if !organizers.isEmpty { tags.append(("PB", organizers.joined(separator: ", "))) }
        if let language { tags.append(("LA", language)) }
        if let address { tags.append(("UR", address)) }
        tags += [("N1", note), ("ER", "")]
        return tags.map { "\($0.0)  - \(Self.line($0.1))\r\n" }.joined()
    }

    /// A value in one line.
    private static func line(_ value: String) -> String {
        value.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
