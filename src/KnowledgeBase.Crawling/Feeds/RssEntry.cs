using KnowledgeBase.Crawling.Markup;

namespace KnowledgeBase.Crawling.Feeds;

/// <summary>Reads one item of RSS.</summary>
static class RssEntry
{
    public static FeedEntry Read(XmlElement item, Uri address)
    {
        (string? summary, string? content) = TextsOf(item);
        XmlElement? guid = RssWords.Own(item, "guid").FirstOrDefault() ?? RssWords.Own(item, "id").FirstOrDefault();
        string? id = FeedMarkup.Of(guid);
        return new()
        {
            Id = id,
            Title = RssWords.Value(item, "title", "dc:title", "media:title"),
            Link = RssWords.LinkOf(item, address) ?? (IsPermanent(guid, id) ? FeedAddress.Find(id, address) : null),
            Summary = summary,
            Content = content,
            Author = RssWords.AuthorOf(item),
            PublishedAt = RssWords.DateOf(item, "pubDate", "published", "issued", "dcterms:issued", "dcterms:created"),
            UpdatedAt = RssWords.DateOf(item, "updated", "modified", "dcterms:modified", "dc:date"),
            Categories = [.. RssWords.All(item, "category", "dc:subject", "itunes:category").Select(word => FeedMarkup.Of(word) ?? word.Find("text")).OfType<string>()],
            Enclosures = [.. RssWords.All(item, "enclosure").Select(file => file.Find("url")).Concat(RssWords.Links(item, "enclosure").Select(link => link.Find("href")))
                .Select(url => FeedAddress.Find(url, address)).OfType<string>()],
        };
    }

    // "description" is a summary, until a second text stands beside it: then the first is the summary and the second the content.
    static (string? Summary, string? Content) TextsOf(XmlElement item)
    {
        string?[] texts = [.. RssWords.All(item, "description", "summary", "abstract").Select(FeedMarkup.Of).Where(text => text is not null)];
        string? content = RssWords.Value(item, "content:encoded", "xhtml:body", "body", "fullitem", "content");
        return (texts.FirstOrDefault() ?? RssWords.Value(item, "dc:description", "itunes:summary", "media:description"), content ?? texts.Skip(1).FirstOrDefault());
    }

    // Many feeds leave the word out that says no; only a web address can be one.
    static bool IsPermanent(XmlElement? guid, string? id) =>
        guid?.Find("isPermaLink") is not ("false" or "False") && id?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true;
}
