/// What the weights of turns are fitted on: the features of every form and label, for a program that knows which of them are turns'.
package enum TurnFitting {
    /// A form or a label in one, as it was measured.
    package struct Row: Sendable {
        /// The rows of the lines that have it, from 0.
        package var rows: [Int]
        /// How many lines it is measured over, where keys and notes are taken out.
        package var kept: Int
        /// The form as a person would write it, and for a label its words.
        package var name: String
        package var isForm: Bool
        /// What is against it by a hard rule; empty where nothing is.
        package var reason: String
        package var isRead: Bool
        package var features: [(name: String, value: Double)]
    }

    /// Who is given the rows of every document that is read; nobody but a program that fits.
    @TaskLocal package static var observer: (@Sendable ([Row]) -> Void)?

    /// Gives what a learner measured of a document.
    static func observe(_ learner: TurnLearner, _ lines: TurnText) {
        guard let observer else { return }
        var rows: [Row] = []
        for (form, measure) in learner.forms.sorted(by: { $0.value.members[0] < $1.value.members[0] }) {
            let pattern = form.pattern("NAME")
            let kept = measure.kept.isEmpty ? measure.members : measure.kept
            rows.append(
                Row(
                    rows: kept.map { lines.rows[learner.candidates[$0].line] }, kept: kept.count, name: pattern,
                    isForm: true,
                    reason: measure.reason, isRead: measure.isAccepted,
                    features: TurnWeights.FormFeature.allCases.map { ("\($0)", measure.features[$0]) }))
            for index in measure.members {
                let candidate = learner.candidates[index]
                let features = learner.features(index, measure)
                rows.append(
                    Row(
                        rows: [lines.rows[candidate.line]], kept: 1, name: "\(pattern)\t\(candidate.reading.label)",
                        isForm: false,
                        reason: measure.reason, isRead: learner.verdicts[index] == .turn,
                        features: TurnWeights.LabelFeature.allCases.map { ("\($0)", features[$0]) }))
            }
        }
        observer(rows)
    }
}
