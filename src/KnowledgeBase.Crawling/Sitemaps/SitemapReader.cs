using System.Collections.Immutable;
using System.IO.Compression;
using KnowledgeBase.Crawling.Feeds;
using KnowledgeBase.Crawling.Markup;

namespace KnowledgeBase.Crawling.Sitemaps;

/// <summary>Reads sitemaps: XML, index, text, packed with gzip, and feeds that stand in for one.</summary>
static class SitemapReader
{
    /// <summary>The protocol's own limit of addresses in a file.</summary>
    const int MaxAddresses = 50_000;

    /// <summary>The sitemap, or null when it is none.</summary>
    /// <param name="body">The body; a file packed with gzip is unpacked.</param>
    /// <param name="contentType">The header Content-Type, or null.</param>
    /// <param name="address">Where it was fetched.</param>
    /// <param name="maxBytes">How large it may be when unpacked.</param>
    public static Sitemap? Find(ReadOnlyMemory<byte> body, string? contentType, Uri address, int maxBytes)
    {
        if (body.Span is [0x1F, 0x8B, ..])
        {
            if (Unpack(body, maxBytes) is not { } unpacked)
                return null;
            body = unpacked;
        }
        string text = MarkupDecoder.Decode(body.Span, contentType).Text;
        if (LenientXml.Parse(text) is not { } root)
            return FindText(text, address);
        if (root.Is("urlset"))
            return new(SitemapKind.Pages, [.. root.Elements.Where(entry => entry.Is("url")).Take(MaxAddresses).Select(entry => FindPage(entry, address)).OfType<SitemapPage>()], []);
        if (root.Is("sitemapindex"))
            return new(SitemapKind.Index, [], [.. root.Elements.Where(entry => entry.Is("sitemap")).Take(MaxAddresses).Select(entry => FindChild(entry, address)).OfType<SitemapChild>()]);
        return FeedReader.Find(body.Span, contentType, address) is { } feed ? OfFeed(feed) : null;
    }

    static SitemapPage? FindPage(XmlElement entry, Uri address)
    {
        if (AddressOf(entry, address) is not { } url)
            return null;
        XmlElement? news = entry.Elements.FirstOrDefault(inner => inner.Is("news"));
        XmlElement? publication = news?.Elements.FirstOrDefault(inner => inner.Is("publication"));
        return new()
        {
            Url = url,
            LastModified = TextOf(entry, "lastmod"),
            NewsTitle = TextOf(news, "title"),
            NewsDate = TextOf(news, "publication_date"),
            NewsPublication = TextOf(publication, "name"),
            NewsLanguage = TextOf(publication, "language"),
            Alternates =
            [
                .. entry.Elements.Where(inner => inner.Is("link") && inner.Find("hreflang") is not null)
                    .Select(link => (link.Find("hreflang")!, FeedAddress.Find(link.Find("href"), address) ?? "")).Where(link => link.Item2.Length > 0),
            ],
        };
    }

    static SitemapChild? FindChild(XmlElement entry, Uri address) => AddressOf(entry, address) is { } url ? new(url, TextOf(entry, "lastmod")) : null;

    // A file that broke off may end in the middle of an address: only one with its end is whole.
    static string? AddressOf(XmlElement entry, Uri address) =>
        (entry.Elements.FirstOrDefault(inner => inner.Is("loc")) ?? (entry.Elements.Any() ? null : entry)) is { IsClosed: true } loc && FeedAddress.Find(loc.Text, address) is { } url
            && url.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? url : null;

    static string? TextOf(XmlElement? element, string name) =>
        element?.Elements.FirstOrDefault(inner => inner.Is(name))?.Text.Trim() is { Length: > 0 } text ? text : null;

    static Sitemap? FindText(string text, Uri address)
    {
        ImmutableArray<SitemapPage> pages =
        [
            .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || line.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
                .Take(MaxAddresses).Select(line => new SitemapPage { Url = FeedAddress.Find(line, address)! }),
        ];
        return pages.IsEmpty ? null : new(SitemapKind.Text, pages, []);
    }

    static Sitemap OfFeed(Feed feed) =>
        new(SitemapKind.Feed, [.. feed.Entries.Where(entry => entry.Link is not null).Select(entry => new SitemapPage
        {
            Url = entry.Link!,
            LastModified = (entry.UpdatedAt ?? entry.PublishedAt)?.ToString("O"),
        })], []);

    static byte[]? Unpack(ReadOnlyMemory<byte> body, int maxBytes)
    {
        using var packed = new GZipStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        try
        {
            while (packed.Read(buffer) is > 0 and var count)
            {
                if (whole.Length + count > maxBytes)
                    return null;
                whole.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException)
        {
            // A file that broke off is read as far as it goes.
        }
        return whole.ToArray();
    }
}
