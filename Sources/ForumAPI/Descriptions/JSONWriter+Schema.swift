extension JSONWriter {
    /// Writes a schema as JSON Schema 2020-12.
    mutating func schema(_ schema: Schema, summary: String = "") {
        object { writer in
            if !summary.isEmpty { writer.member("description", summary) }
            writer.keywords(of: schema)
        }
    }

    /// Writes a parameter of the query.
    mutating func parameter(_ parameter: Parameter, example: String?) {
        object { writer in
            writer.member("name", parameter.name)
            writer.member("in", "query")
            if parameter.isRequired { writer.member("required", true) }
            writer.member("description", parameter.summary)
            if case .words = parameter.domain {
                // Separated by commas; repeating the parameter means the same.
                writer.member("style", "form")
                writer.member("explode", false)
            }
            if let example {
                writer.key("example")
                if parameter.isRepeatable { writer.array([example]) } else { writer.value(example) }
            }
            writer.object("schema") { writer in
                guard parameter.isRepeatable else { return writer.keywords(of: parameter) }
                writer.member("type", "array")
                if case .words = parameter.domain { writer.member("minItems", 1) }
                writer.object("items") { writer in writer.keywords(of: parameter) }
            }
        }
    }

    private mutating func keywords(of schema: Schema) {
        switch schema {
        case .text: member("type", "string")
        case .address:
            member("type", "string")
            member("format", "uri-reference")
        case .word(let words):
            member("type", "string")
            array("enum", words)
        case .integer: member("type", "integer")
        case .number: member("type", "number")
        case .flag: member("type", "boolean")
        case .optional(let schema):
            array("anyOf") { writer in
                writer.schema(schema)
                writer.object { writer in writer.member("type", "null") }
            }
        case .list(let schema):
            member("type", "array")
            key("items")
            self.schema(schema)
        case .map(let schema):
            member("type", "object")
            key("additionalProperties")
            self.schema(schema)
        case .either(let schemas):
            array("anyOf") { writer in
                for schema in schemas { writer.schema(schema) }
            }
        case .part:
            member("type", "object")
            member("description", "Only the members that fields names, each as in the whole.")
        case .foreign: member("type", "object")
        case .named(let component): member("$ref", "#/components/schemas/\(component.rawValue)")
        case .object, .extended:
            let members = schema.members
            member("type", "object")
            array("required", members.filter(\.isRequired).map(\.name))
            object("properties") { writer in
                for member in members {
                    writer.key(verbatim: member.name)
                    writer.schema(member.schema, summary: member.summary)
                }
            }
        }
    }

    private mutating func keywords(of parameter: Parameter) {
        switch parameter.domain {
        case .integer(let range):
            member("type", "integer")
            member("minimum", range.lowerBound)
            member("maximum", range.upperBound)
            if let initial = parameter.initial.flatMap({ Int($0) }) { member("default", initial) }
        case .word(let words):
            member("type", "string")
            array("enum", words)
            if let initial = parameter.initial { member("default", initial) }
        case .words(let words):
            member("type", "string")
            array("enum", words)
        case .flag:
            member("type", "string")
            array("enum", Parameter.flagWords)
            if let initial = parameter.initial { member("default", initial) }
        case .language:
            member("type", "string")
            member("pattern", Self.languageTag)
            member("maxLength", Limits.languageTagLength)
        case .reference, .text, .cursor:
            member("type", "string")
            member("minLength", 1)
            member("pattern", Self.printable)
        }
    }

    /// The form of a language tag (RFC 5646 §2.1).
    static let languageTag = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"

    /// What an address may hold: anything but controls (``Target/Malformation/controlCharacter``).
    static let printable = "^[^\\u0000-\\u001F\\u007F-\\u009F]*$"
}
