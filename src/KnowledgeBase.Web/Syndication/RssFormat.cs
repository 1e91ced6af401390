using System.Globalization;
using System.Xml.Linq;

namespace KnowledgeBase.Web.Syndication;

/// <summary>RSS 2.0, as the RSS Advisory Board's specification and best practices profile have it.</summary>
sealed class RssFormat : IFeedFormat
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    public string Name => "RSS";

    public string Extension => "rss";

    public string MediaType => "application/rss+xml";

    public byte[] Write(Feed feed) => XmlText.Write(new XElement(
        "rss",
        new XAttribute("version", "2.0"),
        new XAttribute(XNamespace.Xmlns + "atom", Atom),
        new XAttribute(XNamespace.Xmlns + "dc", DublinCore),
        new XElement(
            "channel",
            new XElement("title", XmlText.Clean(feed.Title)),
            new XElement("link", feed.Page),
            new XElement("description", XmlText.Clean(feed.Description)),
            new XElement("language", feed.Language.Tag),
            new XElement("lastBuildDate", Moment(feed.UpdatedAt)),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("type", MediaType), new XAttribute("href", feed.Self)),
            feed.Entries.Select(EntryOf))));

    static XElement EntryOf(FeedEntry entry) => new(
        "item",
        new XElement("title", XmlText.Clean(entry.Title)),
        new XElement("link", entry.Address),
        new XElement("guid", new XAttribute("isPermaLink", "false"), entry.Id),
        entry.PublishedAt is { } at ? new XElement("pubDate", Moment(at)) : null,
        new XElement(DublinCore + "creator", XmlText.Clean(entry.Author)),
        new XElement(DublinCore + "language", entry.Language.Tag),
        entry.Summary.Length > 0 ? new XElement("description", XmlText.Clean(entry.Summary)) : null,
        entry.Categories.Select(category => new XElement("category", XmlText.Clean(category))));

    static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
