using System.Collections.Immutable;
using AngleSharp.Dom;
using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>Finds where a page says that it stands in other languages.</summary>
static class LanguageVersions
{
    /// <summary>More than a page in three languages with regional editions has; whoever names more names everything.</summary>
    const int MaxVersions = 20;

    /// <summary>The addresses named with one of our languages (<c>&lt;link rel="alternate" hreflang="ja" href="…"&gt;</c>), without the page's own.</summary>
    public static ImmutableArray<string> Find(IDocument document, Uri page, string url) =>
    [
        .. document.QuerySelectorAll("link[rel~=alternate i][hreflang][href]")
            .Where(link => Language.Find(link.GetAttribute("hreflang")) is not null)
            .Select(link => WebAddress.Find(link.GetAttribute("href"), page)).OfType<string>()
            .Select(address => new Uri(address).GetLeftPart(UriPartial.Query))
            .Where(address => address != url)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MaxVersions),
    ];
}
