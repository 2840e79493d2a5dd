// ForumData
