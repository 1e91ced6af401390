using KnowledgeBase.Crawling.Markup;

namespace KnowledgeBase.Crawling.Feeds;

/// <summary>The text of a feed before its format is known.</summary>
/// <param name="Text">The text.</param>
/// <param name="Root">Its root when it is XML; null otherwise.</param>
/// <param name="Address">What relative addresses in it are relative to.</param>
sealed record FeedText(string Text, XmlElement? Root, Uri Address);

/// <summary>One way of writing feeds.</summary>
interface IFeedFormat
{
    /// <summary>The feed, or null when the text is in another format.</summary>
    Feed? Find(FeedText text);
}
