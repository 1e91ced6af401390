using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>Finds when a page was published. What machines are told comes before what people see, and both before the address.</summary>
static partial class DateFinder
{
    /// <summary>How much a line with a time, a place and a name beside the date has. A guess, checked on the development pages.</summary>
    public const int MaxDateLineCharacters = 80;

    /// <summary>Pages were not made before; what is older is a birthday or a quoted law.</summary>
    static readonly DateOnly FirstPages = new(1995, 1, 1);

    static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "og:article:published_time", "article:published", "rnews:datePublished", "datePublished", "dateCreated", "datePosted",
        "pubdate", "pub_date", "publishdate", "published_on", "published_at", "publish_at", "post_date", "postdate", "article_date", "articleDate", "release_date", "publish-date", "publish_date", "published_date", "publication_date", "publication-date", "published", "PublishTime", "publishTime", "publish_time",
        "parsely-pub-date", "sailthru.date", "cXenseParse:recs:publishtime", "cxenseparse:publishtime", "article.published", "article.created", "article_date_original", "OriginalPublicationDate",
        "citation_publication_date", "citation_date", "citation_online_date", "DC.date.issued", "dcterms.issued", "dcterms.created", "DC.date.created", "DC.date", "dcterms.date", "dc.date.published",
        "weibo:article:create_at", "bytedance:published_time", "displaydate", "date", "creation_date", "created", "apub:time", "ptime", "timestamp", "shareaholic:article_published_time",
    ];

    static readonly string[] ModifiedNames =
        ["article:modified_time", "og:updated_time", "dateModified", "last-modified", "lastmod", "dcterms.modified", "DC.date.modified", "bytedance:updated_time", "weibo:article:update_at", "revision_date", "updated_time", "dateUpdate"];

    const string PublishedElements =
        "time[pubdate], time[itemprop~=datePublished], [itemprop~=datePublished], time.published, time.entry-date, abbr.published, abbr.date";

    /// <summary>The date of publication, or null. Never one after the page was fetched.</summary>
    /// <param name="document">The page.</param>
    /// <param name="tags">Its meta elements.</param>
    /// <param name="data">Its structured data.</param>
    /// <param name="page">Its address.</param>
    /// <param name="shown">The dates that people see on it.</param>
    /// <param name="fetchedAt">When it was fetched.</param>
    public static FoundDate? Find(IDocument document, MetaTags tags, StructuredData data, Uri page, ShownDates shown, DateTimeOffset fetchedAt)
    {
        FoundDate? found = FindAgreed(document, tags, data, date => IsPossible(date, fetchedAt))
            ?? Candidates(document, tags, data, page, shown, fetchedAt).Where(date => IsPossible(date, fetchedAt)).Select(date => (FoundDate?)date).FirstOrDefault();
        return found is { Offset: { } offset, Time: not null } told && offset == TimeSpan.Zero ? OnOwnCalendar(told, shown, page) : found;
    }

    /// <summary>When the page was last changed, or null. Never after it was fetched.</summary>
    public static FoundDate? FindChanged(IDocument document, MetaTags tags, StructuredData data, ShownDates shown, DateTimeOffset fetchedAt)
    {
        FoundDate? FirstPossible(IEnumerable<string?> texts) => texts.Select(Date).FirstOrDefault(date => date is { } found && IsPossible(found, fetchedAt));
        return FirstPossible(tags.FindAll(ModifiedNames).Prepend(data.Modified))
            ?? (document.QuerySelector("time[itemprop~=dateModified], [itemprop~=dateModified]") is { } told ? FirstPossible([TextOfTime(told)]) : null)
            ?? shown.Changes().Where(date => IsPossible(date, fetchedAt)).Select(date => (FoundDate?)date).FirstOrDefault();
    }

    static bool IsPossible(FoundDate date, DateTimeOffset fetchedAt) => !date.IsAfter(fetchedAt) && date.Day >= FirstPages;

    // Structured data, meta elements and time elements are often written by different hands: where two say the same against the third, the third is wrong.
    static FoundDate? FindAgreed(IDocument document, MetaTags tags, StructuredData data, Func<FoundDate, bool> isPossible)
    {
        FoundDate? Possible(FoundDate? date) => date is { } told && isPossible(told) ? date : null;
        FoundDate? structured = Possible(Date(data.Published));
        FoundDate? tagged = Possible(tags.FindAll(PublishedNames).Select(Date).FirstOrDefault(date => date is not null));
        if (structured is not null && structured?.Day == tagged?.Day)
            return structured;
        FoundDate? shown = Possible(document.QuerySelector(PublishedElements) is { } element ? Date(TextOfTime(element)) : null);
        return shown is null ? null : structured?.Day == shown?.Day ? structured : tagged?.Day == shown?.Day ? tagged : null;
    }

    // A time in UTC may be the evening before or the morning after: the address, or what people see, holds the day of the newsroom.
    static FoundDate OnOwnCalendar(FoundDate told, ShownDates shown, Uri page)
    {
        FoundDate? own = InAddress(page) is { } address && told.CanBe(address.Day) ? address : shown.All().Where(date => date.Offset != TimeSpan.Zero).Select(date => (FoundDate?)date).FirstOrDefault();
        if (own is { } seen)
            return told.CanBe(seen.Day) ? told with { OwnDay = seen.Day } : told;
        return CountryClock.FindOffset(page.IdnHost) is { } offset ? told with { OwnDay = DateOnly.FromDateTime(told.Moment(null)!.Value.ToOffset(offset).DateTime) } : told;
    }

    static IEnumerable<FoundDate> Candidates(IDocument document, MetaTags tags, StructuredData data, Uri page, ShownDates shown, DateTimeOffset fetchedAt) =>
        ShownDates.InTurn(
            () => tags.FindAll(PublishedNames).Prepend(data.Published).Select(Date).OfType<FoundDate>(),
            () => document.QuerySelectorAll(PublishedElements).Take(5).Select(TextOfTime).Select(text => DateText.FindAlone(text, MaxDateLineCharacters)).OfType<FoundDate>(),
            shown.Times,
            () => InAddress(page) is { } address ? [address] : [],
            () => ScriptDates.Find(document, ScriptDates.StructuredName),
            shown.Close,
            () => ScriptDates.Find(document, ScriptDates.AnyName),
            () => tags.FindAll(ModifiedNames).Prepend(data.Modified).Select(Date).OfType<FoundDate>(),
            shown.Further,
            shown.Anywhere,
            () => shown.WithoutYear(YearInAddress(page), DateOnly.FromDateTime(fetchedAt.UtcDateTime)));

    static FoundDate? Date(string? text) => DateText.Find(text);

    static string TextOfTime(IElement element) =>
        element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? (element.LocalName == "abbr" ? element.GetAttribute("title") : null) ?? PlainText.OneLine(element.TextContent);

    static FoundDate? InAddress(Uri page)
    {
        Match match = AddressDate().Match(page.AbsolutePath);
        return match.Success ? DateText.Find($"{match.Groups["y"]}-{match.Groups["m"]}-{match.Groups["d"]}") : null;
    }

    static int? YearInAddress(Uri page) =>
        AddressYear().Match(page.AbsolutePath) is { Success: true } match ? int.Parse(match.Groups["y"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"/(?<y>(?:199|20[0-4])[0-9])[/_-]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AddressYear();

    [GeneratedRegex(@"(?<![0-9])(?<y>(?:19|20)[0-9]{2})(?<s>[/_-]?)(?<m>[01][0-9])\k<s>(?<d>[0-3][0-9])(?![0-9])|/(?<y>20[0-9]{2})-?(?<m>[01][0-9])/(?<d>[0-3][0-9])/|/(?<y>20[0-9]{2})/(?<m>[01]?[0-9])/(?<d>[0-3]?[0-9])/|/(?<y>20[0-9]{2})/(?<m>[01][0-9])(?<d>[0-3][0-9])(?![0-9])|/(?<y>20[0-9]{2})/(?<m>[01][0-9])/[0-9]{2}\k<m>(?<d>[0-3][0-9])-", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AddressDate();
}
