import Testing

@testable import ForumAPI
