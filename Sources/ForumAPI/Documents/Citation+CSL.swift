extension Citation {
    /// Writes the passage as CSL-JSON, an array of one item.
    func write(to writer: inout JSONWriter) {
        writer.array { writer in
            writer.object { writer in
                writer.member("id", id)
                writer.member("type", "paper-conference")
                writer.member("title", title)
                writer.array("author") { writer in
                    for author in authors { writer.object { writer in writer.member("literal", author) } }
                }
                writer.member("container-title", event)
                writer.member("event-title", event)
                if !organizers.isEmpty { writer.member("publisher", organizers.joined(separator: ", ")) }
                if !dateParts.isEmpty {
                    writer.object("issued") { writer in
                        writer.array("date-parts") { writer in
                            writer.array { writer in
                                for part in dateParts { writer.value(part) }
                            }
                        }
                    }
                }
                if !pages.isEmpty { writer.member("page", pages.joined(separator: "-")) }
                if let language { writer.member("language", language) }
                if let address { writer.member("URL", address) }
                writer.member("note", note)
            }
        }
    }
}
