using System.Collections.Immutable;
using KnowledgeBase.Crawling.Markup;

namespace KnowledgeBase.Crawling.Feeds;

/// <summary>Atom 1.0 (RFC 4287) and its forerunner 0.3.</summary>
sealed class AtomFormat : IFeedFormat
{
    public Feed? Find(FeedText text)
    {
        if (text.Root is not { } root || !root.Is("feed"))
            return null;
        return new()
        {
            Version = root.Namespace == Namespaces.Atom ? "atom10" : root.Find("version") == "0.3" || root.Namespace == Namespaces.Atom03 ? "atom03" : "atom",
            Title = Value(root, "title"),
            Link = LinkOf(root, text.Address, "alternate"),
            Self = LinkOf(root, text.Address, "self"),
            Description = Value(root, "subtitle", "tagline") ?? Value(root, "info", "browserFriendly"),
            Language = root.FindInherited("xml", "lang"),
            Author = AuthorOf(root),
            Id = Value(root, "id"),
            PublishedAt = DateOf(root, "published", "issued", "created"),
            UpdatedAt = DateOf(root, "updated", "modified"),
            Hubs = [.. Links(root, "hub").Select(link => FeedAddress.Find(link.Find("href"), FeedAddress.AroundOf(link, text.Address))).OfType<string>()],
            Entries = [.. Named(root, "entry").Select(entry => ReadEntry(entry, root, text.Address))],
        };
    }

    static FeedEntry ReadEntry(XmlElement entry, XmlElement root, Uri address) => new()
    {
        // An id is compared as it is written (RFC 4287, 4.2.6.1), unless it can't be one without its host.
        Id = Value(entry, "id") is ['/', ..] path ? FeedAddress.Find(path, FeedAddress.AroundOf(entry, address)) : Value(entry, "id"),
        Title = Value(entry, "title"),
        Link = LinkOf(entry, address, "alternate"),
        Summary = Value(entry, "summary"),
        Content = Value(entry, "content"),
        Author = AuthorOf(entry) ?? Named(entry, "source").Select(AuthorOf).FirstOrDefault() ?? AuthorOf(root),
        PublishedAt = DateOf(entry, "published", "issued", "created"),
        UpdatedAt = DateOf(entry, "updated", "modified"),
        Categories = [.. Named(entry, "category").Select(category => category.Find("term") ?? category.Find("label") ?? category.Text.Trim()).Where(word => word.Length > 0)],
        Enclosures = [.. Links(entry, "enclosure").Select(link => FeedAddress.Find(link.Find("href"), FeedAddress.AroundOf(link, address))).OfType<string>()],
    };

    // Several languages or formats may stand beside each other: a page comes before anything else.
    static string? LinkOf(XmlElement element, Uri address, string relation)
    {
        ImmutableArray<XmlElement> links = [.. Links(element, relation)];
        XmlElement? link = links.FirstOrDefault(one => one.Find("type")?.Contains("html", StringComparison.OrdinalIgnoreCase) != false) ?? links.FirstOrDefault();
        return link is null ? null : FeedAddress.Find(link.Find("href") ?? link.Text, FeedAddress.AroundOf(link, address));
    }

    static IEnumerable<XmlElement> Links(XmlElement element, string relation) =>
        Named(element, "link").Where(link => (link.Find("rel") ?? "alternate").Equals(relation, StringComparison.OrdinalIgnoreCase));

    static string? AuthorOf(XmlElement element) =>
        Named(element, "author").Concat(Named(element, "creator")).Select(author => FeedMarkup.First(Named(author, "name"))
            ?? FeedMarkup.First(Named(author, "email")) ?? (author.Elements.Any() ? null : FeedMarkup.Of(author))).FirstOrDefault(name => name is not null);

    static DateTimeOffset? DateOf(XmlElement element, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Named(element, name).Select(date => FeedDate.Find(date.Text)).FirstOrDefault(date => date is not null) is { } found)
                return found;
        }
        return null;
    }

    static string? Value(XmlElement element, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (FeedMarkup.First(Named(element, name)) is { } value)
                return value;
        }
        return null;
    }

    // A media:title must not take the place of the title: only the feed's own words count, and Dublin Core.
    static IEnumerable<XmlElement> Named(XmlElement element, string name) =>
        element.Elements.Where(inner => inner.Is(name) && !Namespaces.IsForeign(inner));
}
