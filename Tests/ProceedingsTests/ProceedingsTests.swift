import Testing

@testable import Proceedings
