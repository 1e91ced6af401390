using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using KnowledgeBase.Crawling.Sources;

namespace KnowledgeBase.Crawling.Discovery;

/// <summary>Finds where the feeds of a page could be: those it announces, those it links to, and the usual places.</summary>
static partial class FeedLinks
{
    /// <summary>A newspaper may have a feed for each of its desks; more than this are comments and tags.</summary>
    const int MaxCandidates = 30;

    // Where the common systems put them; asked for only when the page names none.
    static readonly ImmutableArray<string> UsualPlaces = ["/feed", "/rss.xml", "/rss", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json"];

    public static ImmutableArray<Uri> Of(IHtmlDocument document, Uri page)
    {
        IEnumerable<string?> announced = document.QuerySelectorAll("link[rel~=alternate i][href]")
            .Where(link => FeedType().IsMatch(link.GetAttribute("type") ?? "")).Select(link => link.GetAttribute("href"));
        IEnumerable<string?> linked = document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")).Where(href => FeedAddress().IsMatch(href ?? ""));
        ImmutableArray<Uri> named = [.. announced.Concat(linked).Select(href => CanonicalLink.Find(href, page)).OfType<string>().Distinct(StringComparer.Ordinal).Take(MaxCandidates).Select(url => new Uri(url))];
        return named.IsEmpty ? [.. UsualPlaces.Select(place => new Uri(page, place))] : named;
    }

    [GeneratedRegex(@"^application/(rss\+xml|atom\+xml|rdf\+xml|feed\+json)|^(text|application)/xml$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FeedType();

    [GeneratedRegex(@"(^|[/._-])(rss|feeds?|atom)([/._-]|$)|\.rdf$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FeedAddress();
}
