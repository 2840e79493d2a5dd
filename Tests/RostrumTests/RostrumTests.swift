import Testing

@testable import rostrum
