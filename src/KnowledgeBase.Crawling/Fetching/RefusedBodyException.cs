namespace KnowledgeBase.Crawling.Fetching;

/// <summary>A body was given up: too large, too slow, or packed in a way nobody needs.</summary>
sealed class RefusedBodyException(string reason) : Exception(reason);
