// ForumAPI
