extension PDFText {
    /// Why no text could be taken out.
    public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// `pdftotext` stands in no folder of `PATH`.
        case notInstalled
        /// The program could not be started, or refused the file: what it said.
        case failed(reason: String)
        /// The file opens with a password only.
        case encrypted
        /// The file is cut or damaged: what is wrong.
        case damaged(reason: String)
        /// The pages hold pictures and no text.
        case noTextLayer(pages: Int)
        /// It took longer than allowed, in seconds.
        case tookTooLong(limit: Int)
        /// What a program writes has more bytes than allowed.
        case tooLarge(limit: Int)

        /// One line for a person.
        public var description: String {
            switch self {
            case .notInstalled:
                "a PDF is read through pdftotext, which is not installed; install the package poppler-utils (Debian, "
                    + "Ubuntu) or poppler (Homebrew)"
            case .failed(let reason): "pdftotext could not read the PDF: \(reason)"
            case .encrypted:
                "the PDF opens with a password only; save it without one first, for example: qpdf --decrypt "
                    + "--password=… in.pdf out.pdf"
            case .damaged(let reason):
                "the PDF is cut or damaged (\(reason)); fetch it again, or repair it, for example: qpdf in.pdf out.pdf"
            case .noTextLayer(let pages):
                "the PDF has no text layer: its \(pages) \(pages == 1 ? "page holds a picture" : "pages hold pictures") "
                    + "and no text; have its characters recognised first, for example: ocrmypdf -l kor+eng in.pdf out.pdf"
            case .tookTooLong(let limit): "pdftotext was stopped: it took longer than \(limit) seconds"
            case .tooLarge(let limit): "pdftotext was stopped: what it wrote has more than \(limit) bytes"
            }
        }

        /// Reads what `pdftotext` said when it refused a file.
        init(complaint: String, status: Int32, _ pdf: [UInt8]) {
            let lines = complaint.split(whereSeparator: \.isNewline).map(String.init)
            let reason = lines.last ?? "it ended with status \(status)"
            let lower = complaint.lowercased()
            if lower.contains("incorrect password") {
                self = .encrypted
            } else if Self.signsOfDamage.contains(where: lower.contains) {
                self = .damaged(reason: lines.first ?? reason)
            } else {
                self = .failed(reason: reason)
            }
        }

        /// What Poppler says of a file that is cut or damaged.
        private static let signsOfDamage = [
            "trailer", "xref", "may not be a pdf", "catalog", "syntax error", "syntax warning", "couldn't read",
        ]
    }
}
