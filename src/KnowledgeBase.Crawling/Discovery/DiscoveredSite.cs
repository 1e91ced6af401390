using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Crawling.Discovery;

/// <summary>What a site offers to whoever looks for its articles.</summary>
public sealed record DiscoveredSite
{
    /// <summary>The home page.</summary>
    public required string Home { get; init; }

    /// <summary>The name the home page gives itself; null when it gives none.</summary>
    public string? Name { get; init; }

    /// <summary>The language of the home page; null when it is none of ours.</summary>
    public Language? Language { get; init; }

    /// <summary>Its feeds, those with entries only.</summary>
    public ImmutableArray<DiscoveredSource> Feeds { get; init; } = [];

    /// <summary>Its sitemaps and sitemap indexes, without the children of these.</summary>
    public ImmutableArray<DiscoveredSource> Sitemaps { get; init; } = [];

    /// <summary>Why nothing could be looked at; null when the home page came.</summary>
    public string? Problem { get; init; }

    /// <summary>A file for <c>content/publishers</c>, switched off, for an editor to finish. Feeds are its sources; where there is none, the sitemaps.</summary>
    /// <param name="id">The publisher's id.</param>
    public string ToYaml(string id)
    {
        string name = Quoted(Name ?? id);
        var yaml = new StringBuilder($"id: {id}\nkind: newspaper\nlanguage: {(Language ?? Language.English).Code}\nen: {name}\n");
        if (Language is { } language && language != Language.English)
            yaml.Append(CultureInfo.InvariantCulture, $"{language.Code}: {name}\n");
        yaml.Append(CultureInfo.InvariantCulture, $"home: {Home}\ndisplay: excerpt\nenabled: false\nsources:");
        ImmutableArray<string> sources = Feeds.IsEmpty ? [.. Sitemaps.Select(sitemap => $"sitemap: {sitemap.Url}")] : [.. Feeds.Select(feed => $"feed: {feed.Url}")];
        return yaml.Append(sources.IsEmpty ? " []\n" : "\n" + string.Concat(sources.Select(source => $"  - {source}\n"))).ToString();
    }

    static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}

/// <summary>A feed or sitemap of a site.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Title">What it calls itself; null when it has no name.</param>
/// <param name="Links">How many pages it names.</param>
/// <param name="LatestAt">The date of the newest; null when it gives none.</param>
public sealed record DiscoveredSource(string Url, string? Title, int Links, DateTimeOffset? LatestAt);
