using System.Collections.Immutable;
using AngleSharp.Dom;
using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>Finds what a page says of its article beside headline, byline and date.</summary>
static class PageFactsFinder
{
    const int MaxKeywords = 30, MaxAlternates = 40, MaxDocuments = 50;

    /// <summary>A longer section is a sentence, a longer keyword a list without commas.</summary>
    const int MaxWordCharacters = 60;

    // The first of them; a page has one main part, and a page of one article one of these.
    const string StoryParts = "main, [role=main], article";

    const string OtherParts = "nav, aside, footer, [role=navigation], [role=complementary]";

    // Where no element is the main part, what is around the story is told by its name.
    const string NamedOtherParts = OtherParts + ", header, [role=banner], [role=contentinfo], [class*=foot i], [id*=foot i], [class*=head i]:not(body), [id*=head i]:not(body), [class*=nav i], [id*=nav i], [class*=menu i], [id*=menu i], "
        + "[class*=side i], [id*=side i], [class*=breadcrumb i], [class*=banner i], [id*=banner i], [class*=related i], [class*=recommend i], [class*=copyright i]";

    static readonly char[] KeywordSeparators = [',', '，', '、', ';', '；', '|'];

    public static PageFacts Find(IDocument document, MetaTags tags, StructuredData data, Uri page) => new()
    {
        PublishersId = Word(data.Identifier ?? tags.Find("article:id", "articleid", "article_id", "article-id", "contentid", "content-id", "cXenseParse:recs:articleid", "parsely-post-id", "nid", "news_id", "docid", "publishid")),
        Section = Word(data.Section ?? tags.Find("article:section", "section", "parsely-section", "cXenseParse:category", "channel", "ColumnName", "category")),
        Keywords = Keywords(data, tags),
        ImageUrl = new[] { tags.Find("og:image:secure_url", "og:image", "twitter:image", "twitter:image:src"), data.Image }.Select(address => Address(address, page)).FirstOrDefault(address => address is not null),
        IsPaywalled = data.IsPaywalled || tags.Find("article:content_tier")?.ToUpperInvariant() is "LOCKED" or "METERED",
        Alternates = [.. document.QuerySelectorAll("link[rel~=alternate i][hreflang]").Select(link => FindAlternate(link, page)).OfType<Alternate>().Distinct().Take(MaxAlternates)],
        NextPage = NextPages.Find(document, page),
        Documents = DocumentsBeside(document, page),
    };

    /// <summary>The PDF documents among the links of a story, then those the page offers beside it, each once.</summary>
    public static ImmutableArray<string> FindDocuments(IEnumerable<BodyMark> marks, ImmutableArray<string> beside) =>
        [.. marks.Select(mark => mark.Target).OfType<string>().Where(IsPdf).Concat(beside).Distinct(StringComparer.Ordinal).Take(MaxDocuments)];

    // Ministries list the documents of a release below it, where nothing of the text is left: only the part of the page that holds the story is asked.
    static ImmutableArray<string> DocumentsBeside(IDocument document, Uri page) =>
        document.QuerySelector(StoryParts) is { } part ? DocumentsIn(part, OtherParts, page) : document.Body is { } body ? DocumentsIn(body, NamedOtherParts, page) : [];

    static ImmutableArray<string> DocumentsIn(IElement part, string others, Uri page) =>
    [
        .. part.QuerySelectorAll("a[href]").Select(link => (Link: link, Address: Address(link.GetAttribute("href"), page)))
            .Where(each => each.Address is not null && IsPdf(each.Address)).Take(MaxDocuments)
            .Where(each => each.Link.Closest(others) is null).Select(each => each.Address!),
    ];

    static ImmutableArray<string> Keywords(StructuredData data, MetaTags tags)
    {
        IEnumerable<string> told = data.Keywords.IsEmpty ? [tags.Find("news_keywords", "keywords", "parsely-tags", "sailthru.tags") ?? ""] : data.Keywords;
        return [.. told.SelectMany(list => list.Split(KeywordSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(Word).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxKeywords)];
    }

    static Alternate? FindAlternate(IElement link, Uri page) =>
        link.GetAttribute("hreflang")?.Trim() is { Length: > 1 and <= 20 } tag && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && !tag.StartsWith("x-", StringComparison.OrdinalIgnoreCase)
            && Address(link.GetAttribute("href"), page) is { } url && url != page.AbsoluteUri ? new(tag, url) : null;

    static string? Address(string? reference, Uri page) => reference is not null && IsPlain(reference) ? WebAddress.Find(reference, page) : null;

    static string? Word(string? text) =>
        text is not null && PlainText.OneLine(text) is { Length: > 0 and <= MaxWordCharacters } word && IsPlain(word) ? word : null;

    /// <summary>No markup and no script: nothing of both is ever stored.</summary>
    static bool IsPlain(string text) => text.AsSpan().IndexOfAny('<', '>') < 0 && !text.Contains("javascript:", StringComparison.OrdinalIgnoreCase);

    // download.jsp?file=annex.pdf&id=7, too.
    static bool IsPdf(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? address)
        && (address.AbsolutePath.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) || address.Query.Split('&').Any(part => part.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)));
}
