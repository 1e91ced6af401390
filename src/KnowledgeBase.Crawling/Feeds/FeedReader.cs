using System.Collections.Immutable;
using KnowledgeBase.Crawling.Markup;

namespace KnowledgeBase.Crawling.Feeds;

/// <summary>Reads feeds of every age: RSS 0.9 to 2.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1.</summary>
static class FeedReader
{
    static readonly ImmutableArray<IFeedFormat> Formats = [new JsonFeedFormat(), new AtomFormat(), new RssFormat()];

    /// <summary>The feed, or null when it is none.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="contentType">The header Content-Type, or null.</param>
    /// <param name="address">Where it was fetched, or what Content-Location says.</param>
    public static Feed? Find(ReadOnlySpan<byte> bytes, string? contentType, Uri address)
    {
        DecodedText decoded = MarkupDecoder.Decode(bytes, contentType);
        XmlElement? root = decoded.Text.AsSpan().TrimStart() is ['{', ..] ? null : LenientXml.Parse(decoded.Text);
        var text = new FeedText(decoded.Text, root, address);
        return Formats.Select(format => format.Find(text)).OfType<Feed>().Select(feed => feed with { Encoding = decoded.Encoding }).FirstOrDefault();
    }
}
