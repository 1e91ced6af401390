using System.Collections.Frozen;
using KnowledgeBase.Crawling.Markup;

namespace KnowledgeBase.Crawling.Feeds;

/// <summary>The namespaces feeds are written in.</summary>
static class Namespaces
{
    public const string Atom = "http://www.w3.org/2005/Atom";
    public const string Atom03 = "http://purl.org/atom/ns#";
    public const string DublinCore = "dc";
    public const string DublinCoreTerms = "dcterms";
    public const string Content = "content";
    public const string Xhtml = "xhtml";
    public const string Media = "media";
    public const string Itunes = "itunes";
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    // Old prefixes stand without declaration in many feeds; "XmlElement.Namespace" is then the prefix itself.
    static readonly FrozenDictionary<string, string> Modules = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["http://purl.org/dc/elements/1.1/"] = DublinCore,
        ["http://purl.org/dc/elements/1.0/"] = DublinCore,
        ["http://purl.org/dc/terms/"] = DublinCoreTerms,
        ["http://purl.org/rss/1.0/modules/content/"] = Content,
        ["http://www.w3.org/1999/xhtml"] = Xhtml,
        ["http://search.yahoo.com/mrss/"] = Media,
        ["http://search.yahoo.com/mrss"] = Media,
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = Itunes,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // What RSS and Atom have called their own words over the years.
    static readonly FrozenSet<string> Own = new[]
    {
        "", "rss", "atom", Atom, Atom03, "http://backend.userland.com/rss", "http://backend.userland.com/rss2", "http://blogs.law.harvard.edu/tech/rss",
        "http://cyber.law.harvard.edu/rss/", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/",
        "http://purl.org/rss/1.0/modules/rss091#", "http://purl.org/net/rss1.1#", "http://rssnamespace.org/feedburner/ext/1.0", "feedburner",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The short name of a module's namespace; empty for the words of the feed itself; else the namespace.</summary>
    public static string Of(XmlElement element) =>
        Modules.TryGetValue(element.Namespace, out string? module) ? module : Own.Contains(element.Namespace) ? "" : element.Namespace;

    /// <summary>True when an element is neither of the feed's own words nor of its root's namespace.</summary>
    public static bool IsForeign(XmlElement element)
    {
        XmlElement root = element;
        while (root.Parent is not null)
            root = root.Parent;
        return Of(element).Length > 0 && element.Namespace != root.Namespace;
    }
}
