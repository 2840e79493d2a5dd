import Testing

@testable import ForumStore
