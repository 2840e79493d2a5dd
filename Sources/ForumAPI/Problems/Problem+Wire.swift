import HTTPTypes
import HTTPWire

extension Problem {
    /// The problem that a refusal of the message itself is.
    init(_ error: WireError) {
        self.init(kind: ProblemKind(error.kind), detail: error.detail, fields: error.fields)
    }
}

extension ProblemKind {
    /// The kind of problem that a fault of the message is.
    init(_ kind: WireError.Kind) {
        self =
            switch kind {
            case .badRequest: .malformedMessage
            case .forbidden: .foreignPage
            case .requestTimeout: .requestTimeout
            case .preconditionFailed: .preconditionFailed
            case .contentTooLarge: .contentTooLarge
            case .uriTooLong: .addressTooLong
            case .rangeNotSatisfiable: .rangeNotSatisfiable
            case .expectationFailed: .expectationFailed
            case .misdirectedRequest: .misdirectedRequest
            case .requestHeaderFieldsTooLarge: .fieldsTooLarge
            case .notImplemented: .notImplemented
            case .serviceUnavailable: .overloaded
            case .httpVersionNotSupported: .versionNotSupported
            }
    }
}
