/// The form of a turn's label: everything but its words.
struct TurnForm: Hashable {
    /// What stands before the label.
    enum Prefix: Hashable {
        case none
        /// A bullet of a list.
        case list
        /// `>` of a quotation, in Markdown.
        case quote
        /// `>>`, as captions of broadcasts mark a change of speaker.
        case arrows
        /// `○` and its like; round signs count as one. A blank after it makes another form.
        case sign(Unicode.Scalar, isTight: Bool)
    }

    /// What the label stands in.
    enum Wrapper: Hashable {
        case none, bold, underscore, square, angle, lenticular, round, heading, equals
    }

    /// What parts the label from what is said.
    enum End: Hashable {
        case colon, stop, dash, equals, wrapper, time, gap, space, line
        /// Nothing but a dash stands there: `— ¿Por qué?`.
        case opening
        /// What ended the label was lost in print (`MR. MUIA asked`, `DR. CHIBULE Mr. Speaker`).
        case lost
    }

    var prefix = Prefix.none
    var wrapper = Wrapper.none
    var end: End
    /// Whether the words stand on the lines below.
    var isAlone: Bool
    /// Whether the label is a nick in small letters.
    var isNick: Bool

    /// Whether a sign or wrapper sets the label off, so that it need not begin a paragraph.
    var isMarked: Bool { wrapper != .none || (prefix != .none && prefix != .list && prefix != .quote) }

    /// The form as a person would write it, with a word for the label.
    func pattern(_ label: String) -> String {
        let inner: String =
            switch wrapper {
            case .none: label
            case .bold: "**\(label)**"
            case .underscore: "__\(label)__"
            case .square: "[\(label)]"
            case .angle: "<\(label)>"
            case .lenticular: "【\(label)】"
            case .round: "(\(label))"
            case .heading: "# \(label)"
            case .equals: "=\(label)="
            }
        let before: String =
            switch prefix {
            case .none: ""
            case .list: "- "
            case .quote: "> "
            case .arrows: ">> "
            case .sign(let sign, let isTight): String(Character(sign)) + (isTight ? "" : " ")
            }
        let after: String =
            switch end {
            case .colon: ":"
            case .stop: "."
            case .dash: " -"
            case .equals: " ="
            case .time: " TIME"
            case .gap: "  "
            case .wrapper, .space, .line, .opening, .lost: ""
            }
        return before + inner + after + (isAlone ? " (words below)" : "")
    }
}
