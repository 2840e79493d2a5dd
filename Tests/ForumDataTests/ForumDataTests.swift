import Testing

@testable import ForumData
