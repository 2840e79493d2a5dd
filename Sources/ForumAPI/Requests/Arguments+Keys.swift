extension Arguments {
    /// Whether a parameter is given.
    func gives<Value>(_ key: ParameterKey<Value>) -> Bool { !values(of: key.name).isEmpty }

    /// The number that a parameter holds, or its initial one.
    subscript(key: ParameterKey<Int>) -> Int { Self.number(self[ParameterKey<String>(name: key.name)]) }

    /// The number that a parameter holds.
    subscript(key: ParameterKey<Int?>) -> Int? { values(of: key.name).first.map(Self.number) }

    /// Whether a flag is set.
    subscript(key: ParameterKey<Bool>) -> Bool { values(of: key.name).first == "1" }

    /// The text that a parameter holds, or its initial one.
    subscript(key: ParameterKey<String>) -> String {
        guard let text = values(of: key.name).first ?? table.initial(of: key.name) else {
            preconditionFailure("the route has no \(key.name) that is always there")
        }
        return text
    }

    /// The text that a parameter holds.
    subscript(key: ParameterKey<String?>) -> String? { values(of: key.name).first }

    /// The word that a parameter holds, or its initial one.
    subscript<Word: RawRepresentable<String>>(key: ParameterKey<Word>) -> Word {
        let text = self[ParameterKey<String>(name: key.name)]
        guard let word = Word(rawValue: text) else { preconditionFailure("\(text) was let through for \(key.name)") }
        return word
    }

    /// The words that a parameter holds, separated by commas or given one by one.
    subscript(key: ParameterKey<[String]>) -> [String] {
        values(of: key.name).flatMap { $0.split(separator: ",").map(String.init) }
    }

    /// The values that a parameter holds, one each time that it is given.
    subscript(key: ParameterKey<Set<String>>) -> Set<String> { Set(values(of: key.name)) }

    static func number(_ text: String) -> Int {
        guard let number = Int(text) else { preconditionFailure("\(text) was let through for a number") }
        return number
    }
}
