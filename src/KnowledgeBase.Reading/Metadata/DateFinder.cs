using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>Finds when a page was published. What machines are told comes before what people see, and both before the address.</summary>
static partial class DateFinder
{
    /// <summary>A date line is the date with a time, a place, a name. A guess, not yet measured.</summary>
    const int MaxDateLineCharacters = 80;

    /// <summary>A date further down belongs to another story.</summary>
    const int MaxLines = 60;

    static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "og:article:published_time", "article:published", "rnews:datePublished", "datePublished", "dateCreated", "datePosted",
        "pubdate", "publishdate", "publish-date", "publish_date", "published_date", "publication_date", "publication-date", "published", "PublishTime", "publishTime", "publish_time",
        "parsely-pub-date", "sailthru.date", "cXenseParse:recs:publishtime", "cxenseparse:publishtime", "article.published", "article.created", "article_date_original", "OriginalPublicationDate",
        "citation_publication_date", "citation_date", "citation_online_date", "DC.date.issued", "dcterms.issued", "dcterms.created", "DC.date.created", "DC.date", "dcterms.date", "dc.date.published",
        "weibo:article:create_at", "bytedance:published_time", "displaydate", "date", "creation_date", "created", "apub:time", "ptime", "timestamp", "shareaholic:article_published_time",
    ];

    static readonly string[] ModifiedNames =
        ["article:modified_time", "og:updated_time", "dateModified", "last-modified", "lastmod", "dcterms.modified", "DC.date.modified", "bytedance:updated_time", "weibo:article:update_at", "revision_date", "updated_time"];

    const string TimeElements = "time[pubdate], time[itemprop~=datePublished], [itemprop~=datePublished], time.published, time.entry-date, time[datetime]";

    const string DateElements =
        "[class*=publish i], [id*=publish i], [class*=pubtime i], [id*=pubtime i], [class*=post-date i], [class*=entry-date i], [class*=article-date i], [class*=article-time i], " +
        "[class*=byline i], [class*=dateline i], [class*=timestamp i], [class*=post-meta i], [class*=entry-meta i], [class*=article-info i], [class*=date i], [id*=date i], [class*=time i], [class*=info i], [class*=source i]";

    /// <summary>The date of publication, or null. Never one after the page was fetched.</summary>
    public static FoundDate? Find(IDocument document, MetaTags tags, StructuredData data, Uri page, DateTimeOffset fetchedAt)
    {
        FoundDate? found = Candidates(document, tags, data, page).Where(date => !date.IsAfter(fetchedAt)).Select(date => (FoundDate?)date).FirstOrDefault();
        // An address holds the day of the newsroom, a time in UTC may be the evening before or the morning after.
        bool isDayApart = found?.Offset == TimeSpan.Zero && InAddress(page) is { } address && Math.Abs(address.Day.DayNumber - found.Value.Day.DayNumber) == 1;
        return isDayApart ? found!.Value with { OwnDay = InAddress(page)!.Value.Day } : found;
    }

    static IEnumerable<FoundDate> Candidates(IDocument document, MetaTags tags, StructuredData data, Uri page) =>
        new[] { data.Published }.Concat(tags.FindAll(PublishedNames)).Select(Date)
            .Concat(Elements(document, TimeElements, TextOfTime))
            .Append(InAddress(page))
            .Concat(Elements(document, DateElements, Line))
            .Concat(Lines(document))
            .Concat(tags.FindAll(ModifiedNames).Prepend(data.Modified).Select(Date))
            .OfType<FoundDate>();

    static FoundDate? Date(string? text) => DateText.Find(text);

    static IEnumerable<FoundDate?> Elements(IDocument document, string selector, Func<IElement, string> textOf) =>
        document.QuerySelectorAll(selector).Take(MaxLines).Select(textOf).Select(text => DateText.FindAlone(text, MaxDateLineCharacters));

    static string TextOfTime(IElement element) =>
        element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? Line(element);

    static string Line(IElement element) => PlainText.OneLine(element.TextContent);

    // After the headline the first short line with a date; a page without headline has none.
    static IEnumerable<FoundDate?> Lines(IDocument document)
    {
        if (document.QuerySelector("h1, h2") is not { } headline)
            return [];
        return document.All.SkipWhile(element => element != headline)
            .Where(element => element.Children.Length == 0 || element.ChildNodes.OfType<IText>().Any(text => !string.IsNullOrWhiteSpace(text.Data)))
            .Select(Line).Where(line => line.Length > 5).Take(MaxLines)
            .Select(line => DateText.FindAlone(line, MaxDateLineCharacters));
    }

    static FoundDate? InAddress(Uri page)
    {
        Match match = AddressDate().Match(page.AbsolutePath);
        return match.Success ? DateText.Find($"{match.Groups["y"]}-{match.Groups["m"]}-{match.Groups["d"]}") : null;
    }

    [GeneratedRegex(@"(?<![0-9])(?<y>(?:19|20)[0-9]{2})(?<s>[/_-]?)(?<m>[01][0-9])\k<s>(?<d>[0-3][0-9])(?![0-9])|/(?<y>20[0-9]{2})-?(?<m>[01][0-9])/(?<d>[0-3][0-9])/|/(?<y>20[0-9]{2})/(?<m>[01]?[0-9])/(?<d>[0-3]?[0-9])/|/(?<y>20[0-9]{2})/(?<m>[01][0-9])(?<d>[0-3][0-9])(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AddressDate();
}
