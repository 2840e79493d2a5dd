import ForumStore

extension JSONWriter {
    /// Writes a section; its children stand beside it, not in it.
    mutating func section(_ row: borrowing SectionRow) {
        object { writer in
            writer.identity(.section, row.reference.id)
            writer.member("level", row.level)
            writer.member("number_label", row.reference.numberLabel)
            writer.member("title", row.reference.title)
            writer.member("parent", row.parentID)
            writer.member("lines", row.lines)
            writer.object("counts") { writer in writer.member("passages", row.passageCount) }
        }
    }
}
