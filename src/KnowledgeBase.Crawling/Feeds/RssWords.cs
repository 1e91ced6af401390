using KnowledgeBase.Crawling.Markup;

namespace KnowledgeBase.Crawling.Feeds;

/// <summary>Finds the words of RSS and its modules in an element: <c>title</c> is RSS's own, <c>dc:title</c> a module's.</summary>
static class RssWords
{
    public static IEnumerable<XmlElement> Own(XmlElement element, string name) => element.Elements.Where(inner => inner.Is(name) && !Namespaces.IsForeign(inner));

    /// <summary>Every element with one of these names, in the order of the document.</summary>
    public static IEnumerable<XmlElement> All(XmlElement element, params string[] names) =>
        element.Elements.Where(inner => names.Any(name => IsNamed(inner, name)));

    /// <summary>The first value, in the order of the names.</summary>
    public static string? Value(XmlElement element, params string[] names) =>
        names.Select(name => FeedMarkup.First(All(element, name))).FirstOrDefault(value => value is not null);

    public static DateTimeOffset? DateOf(XmlElement element, params string[] names) =>
        names.SelectMany(name => All(element, name)).Select(date => FeedDate.Find(date.Text)).FirstOrDefault(date => date is not null);

    /// <summary>The links of Atom in RSS with a relation.</summary>
    public static IEnumerable<XmlElement> Links(XmlElement element, string relation) =>
        Own(element, "link").Where(link => link.Find("href") is not null && (link.Find("rel") ?? "alternate").Equals(relation, StringComparison.OrdinalIgnoreCase));

    /// <summary>The page: Atom's link where there is one (it can't be mistaken), else RSS's own.</summary>
    public static string? LinkOf(XmlElement element, Uri address)
    {
        XmlElement? atom = Links(element, "alternate").FirstOrDefault();
        if (atom is not null)
            return FeedAddress.Find(atom.Find("href"), FeedAddress.AroundOf(atom, address));
        return Own(element, "link").Select(link => FeedAddress.Find(link.Text, FeedAddress.AroundOf(link, address))).FirstOrDefault(link => link is not null);
    }

    public static string? AuthorOf(XmlElement element) =>
        All(element, "author", "dc:creator", "dc:author", "itunes:author", "managingEditor").Select(NameOf).FirstOrDefault(name => name is not null);

    // RSS wants "mail (name)"; people write either, both, or Atom's <name>.
    static string? NameOf(XmlElement author)
    {
        if (FeedMarkup.First(All(author, "name")) is { } name)
            return name;
        string text = author.Text.Trim();
        int open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !text.EndsWith(')') || !text.Contains('@', StringComparison.Ordinal))
            return text.Length == 0 ? null : text;
        (string before, string inside) = (text[..open].Trim(), text[(open + 1)..^1].Trim());
        return before.Contains('@', StringComparison.Ordinal) ? inside : before;
    }

    static bool IsNamed(XmlElement element, string name)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? element.Is(name) && !Namespaces.IsForeign(element)
            : element.Is(name[(colon + 1)..]) && Namespaces.Of(element).Equals(name[..colon], StringComparison.OrdinalIgnoreCase);
    }
}
