import ForumStore

extension JSONWriter {
    /// Writes a source.
    mutating func source(_ row: borrowing SourceRow) throws(StoreError) {
        try object { writer throws(StoreError) in
            writer.identity(.source, row.id)
            writer.member("name", row.name)
            writer.key("event")
            writer.reference(row.event)
            writer.member("format", row.format)
            writer.member("encoding", row.encoding)
            writer.member("sha256", row.sha256)
            writer.member("bytes", row.byteCount)
            writer.member("lines", row.lineCount)
            writer.member("pages", row.pageCount)
            try writer.array("classes") { writer throws(StoreError) in
                try row.forEachLineClass { lineClass throws(StoreError) in
                    writer.object { writer in
                        writer.member("class", lineClass.lineClass)
                        writer.member("lines", lineClass.lines)
                        writer.member("characters", lineClass.characters)
                    }
                }
            }
            writer.member("lines_url", address: .source, row.id, "/lines")
        }
    }

    /// Writes a line of a source and what became of it.
    mutating func line(_ row: borrowing SourceLineRow) {
        object { writer in
            writer.member("number", row.number)
            writer.member("text", row.text)
            writer.member("class", row.lineClass)
            writer.key("talk")
            if row.talk.id.isNull {
                writer.null()
            } else {
                writer.reference(row.talk)
            }
            writer.key("passage")
            writer.reference(.passage, row.passageID)
            writer.member("join", row.join)
            writer.member("page", row.page)
            writer.member("printed_page", row.printedPage)
            writer.member("reason", row.reason)
        }
    }
}
