/// The types of the answers for TypeScript, from the same schemas as the description of the interface.
struct TypeScriptDeclarations {
    /// The routes whose answers are declared.
    let routes: [Route]

    /// The declarations.
    var text: String {
        var lines = ["// The answers of Rostrum's HTTP interface, version 1. Further members may come: pass over them."]
        for component in Component.allCases {
            lines += ["", "/** \(Self.comment(component.summary)) */"]
            lines.append("export interface \(component.rawValue) \(Self.type(component.schema, indent: ""))")
        }
        lines += ["", "/** What each address answers with, as JSON. */", "export interface Answers {"]
        for route in routes {
            guard let schema = route.answer.schema else { continue }
            lines.append("  /** \(Self.comment(route.summary)) */")
            lines.append("  \"\(route.path)\": \(Self.type(schema, indent: "  "));")
        }
        lines.append("}")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func comment(_ text: String) -> String { text.replacing("*/", with: "* /") }

    private static func type(_ schema: Schema, indent: String) -> String {
        switch schema {
        case .text, .address: "string"
        case .word(let words): words.map { "\"\($0)\"" }.joined(separator: " | ")
        case .integer, .number: "number"
        case .flag: "boolean"
        case .optional(let schema): type(schema, indent: indent) + " | null"
        case .list(let schema): "Array<\(type(schema, indent: indent))>"
        case .map(let schema): "Record<string, \(type(schema, indent: indent))>"
        case .either(let schemas): schemas.map { type($0, indent: indent) }.joined(separator: " | ")
        case .foreign, .part: "Record<string, unknown>"
        case .named(let component): component.rawValue
        case .object, .extended:
            "{\n"
                + schema.members.map { member in
                    "\(indent)  /** \(Self.comment(member.summary)) */\n"
                        + "\(indent)  \(member.name)\(member.isRequired ? "" : "?"): \(type(member.schema, indent: indent + "  "));\n"
                }.joined() + indent + "}"
        }
    }
}
