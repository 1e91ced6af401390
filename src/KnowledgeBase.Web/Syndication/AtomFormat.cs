using System.Xml.Linq;

namespace KnowledgeBase.Web.Syndication;

/// <summary>Atom, RFC 4287.</summary>
sealed class AtomFormat : IFeedFormat
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public string Name => "Atom";

    public string Extension => "atom";

    public string MediaType => "application/atom+xml";

    public byte[] Write(Feed feed) => XmlText.Write(new XElement(
        Atom + "feed",
        new XAttribute(XNamespace.Xml + "lang", feed.Language.Tag),
        new XElement(Atom + "id", feed.Self),
        new XElement(Atom + "title", XmlText.Clean(feed.Title)),
        new XElement(Atom + "subtitle", XmlText.Clean(feed.Description)),
        new XElement(Atom + "updated", XmlText.Moment(feed.UpdatedAt)),
        LinkTo("self", feed.Self, MediaType),
        LinkTo("alternate", feed.Page, "text/html"),
        feed.Entries.Select(entry => EntryOf(entry, feed.UpdatedAt))));

    static XElement EntryOf(FeedEntry entry, DateTimeOffset otherwise) => new(
        Atom + "entry",
        new XAttribute(XNamespace.Xml + "lang", entry.Language.Tag),
        new XElement(Atom + "id", entry.Id),
        new XElement(Atom + "title", XmlText.Clean(entry.Title)),
        // An entry must say when it was updated, also one whose date nobody knows.
        new XElement(Atom + "updated", XmlText.Moment(entry.PublishedAt ?? otherwise)),
        entry.PublishedAt is { } at ? new XElement(Atom + "published", XmlText.Moment(at)) : null,
        new XElement(Atom + "author", new XElement(Atom + "name", XmlText.Clean(entry.Author))),
        LinkTo("alternate", entry.Address, "text/html"),
        entry.Summary.Length > 0 ? new XElement(Atom + "summary", XmlText.Clean(entry.Summary)) : null,
        entry.Categories.Select(category => new XElement(Atom + "category", new XAttribute("term", XmlText.Clean(category)))));

    static XElement LinkTo(string relation, string address, string mediaType) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("type", mediaType), new XAttribute("href", address));
}
