using KnowledgeBase.Crawling.Markup;

namespace KnowledgeBase.Crawling.Feeds;

/// <summary>RSS from 0.9 to 2.0, with and without RDF, and the modules news sites use.</summary>
sealed class RssFormat : IFeedFormat
{
    public Feed? Find(FeedText text)
    {
        if (text.Root is not { } root || !(root.Is("rss") || root.Is("RDF") || root.Is("channel")))
            return null;
        XmlElement channel = root.Is("channel") ? root : RssWords.Own(root, "channel").FirstOrDefault() ?? root;
        // RDF has the items beside the channel, RSS inside; some have both.
        IEnumerable<XmlElement> items = RssWords.Own(channel, "item").Concat(channel == root ? [] : RssWords.Own(root, "item"));
        return new()
        {
            Version = VersionOf(root),
            Title = RssWords.Value(channel, "title", "dc:title"),
            Link = RssWords.LinkOf(channel, text.Address),
            Self = SelfOf(channel, text.Address),
            Description = RssWords.Value(channel, "description", "tagline", "subtitle", "dc:description", "itunes:subtitle", "browserFriendly"),
            Language = RssWords.Value(channel, "language", "dc:language") ?? channel.FindInherited("xml", "lang"),
            Author = RssWords.AuthorOf(channel),
            Id = RssWords.Value(channel, "id"),
            PublishedAt = RssWords.DateOf(channel, "pubDate", "published", "dcterms:issued"),
            UpdatedAt = RssWords.DateOf(channel, "lastBuildDate", "updated", "dcterms:modified", "dc:date"),
            Hubs = [.. RssWords.Links(channel, "hub").Select(link => link.Find("href")).OfType<string>()],
            Entries = [.. items.Select(item => RssEntry.Read(item, text.Address))],
        };
    }

    static string VersionOf(XmlElement root)
    {
        if (root.Is("RDF"))
            return root.Marks.Any(mark => mark.Value.Contains("rdf/simple/0.9", StringComparison.Ordinal)) ? "rss090" : "rss10";
        return root.Find("version")?.Trim() switch
        {
            "0.91" => "rss091u",
            "0.92" => "rss092",
            "0.93" => "rss093",
            "0.94" => "rss094",
            ['2', ..] => "rss20",
            _ => "rss",
        };
    }

    static string? SelfOf(XmlElement channel, Uri address) =>
        RssWords.Links(channel, "self").Select(link => FeedAddress.Find(link.Find("href"), address)).FirstOrDefault();
}
