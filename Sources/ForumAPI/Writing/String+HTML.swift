extension String {
    /// The text as it stands between tags or in a quoted attribute of HTML.
    var htmlEscaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
