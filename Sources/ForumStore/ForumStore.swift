// ForumStore
