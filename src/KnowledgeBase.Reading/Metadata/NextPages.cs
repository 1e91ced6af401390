using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Bodies;
using KnowledgeBase.Reading.Pages;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>Finds the page on which an article goes on. Many sites say "next" of the next article, so the addresses have to differ in the number of the page alone.</summary>
static partial class NextPages
{
    /// <summary>The address of the next page; null when the article ends here.</summary>
    public static string? Find(FetchedPage page) => Find(page, "next"u8, NextRelation(), Find);

    /// <summary>The address of the next page; null when the article ends here.</summary>
    public static string? Find(IDocument document, Uri page)
    {
        string? next = WebAddress.Find(document.QuerySelector("link[rel~=next i], a[rel~=next i]")?.GetAttribute("href"), page);
        return next is not null && Follows(page.AbsoluteUri, next) ? next : null;
    }

    /// <summary>The address of the page before, from which the article goes on here; null when it begins here.</summary>
    public static string? FindPrevious(FetchedPage page) => Find(page, "prev"u8, PreviousRelation(), FindPrevious);

    /// <summary>True when the page says that it follows one whose article goes on here.</summary>
    public static bool IsLaterPage(IDocument document, Uri page) => FindPrevious(document, page) is not null;

    /// <summary>True when an address ends on the number of a page: only such pages can follow another.</summary>
    public static bool IsNumbered(string url) => PageOf(url) is not null;

    static string? FindPrevious(IDocument document, Uri page)
    {
        string? previous = WebAddress.Find(document.QuerySelector("link[rel~=prev i], a[rel~=prev i], link[rel~=previous i], a[rel~=previous i]")?.GetAttribute("href"), page);
        return previous is not null && Follows(previous, page.AbsoluteUri) ? previous : null;
    }

    /// <summary>Pages that don't speak of another one, nearly all, are not taken apart for it.</summary>
    static string? Find(FetchedPage page, ReadOnlySpan<byte> word, Regex relation, Func<IDocument, Uri, string?> find)
    {
        if (!Uri.TryCreate(page.FinalUrl, UriKind.Absolute, out Uri? address) || page.Body.Span.IndexOf(word) < 0 || PageRefusal.Find(page) is not null)
            return null;
        string html = PageDecoder.Decode(page.Body.Span, page.FindHeader("Content-Type")).Text;
        if (!relation.IsMatch(html) || MarkupBudget.Find(html) is not null)
            return null;
        using IHtmlDocument document = new HtmlParser().ParseDocument(html);
        return find(document, address);
    }

    /// <summary>True when two addresses are those of a page and the next: news/1.html and news/1_2.html, ?page=3 and ?page=4.</summary>
    static bool Follows(string present, string next)
    {
        if (PageOf(next) is not var (stem, number))
            return false;
        return (number == 2 && stem == present.TrimEnd('/')) || (PageOf(present) is var (own, before) && own == stem && number == before + 1);
    }

    /// <summary>The address without the number of the page, and the number; null when it has none.</summary>
    static (string Stem, int Number)? PageOf(string url)
    {
        Match match = PageNumber().Match(url);
        return match.Success ? (url[..match.Index] + match.Groups["tail"].Value, int.Parse(match.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)) : null;
    }

    [GeneratedRegex("""rel\s*=\s*["']?[a-z ]{0,20}next""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NextRelation();

    [GeneratedRegex("""rel\s*=\s*["']?[a-z ]{0,20}prev""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PreviousRelation();

    // news_2.html, news/2/, news?page=2, news/page/2
    [GeneratedRegex(@"(?:[?&](?:page|p|pn|pg)=|_|-|/page/|/)(?<number>[0-9]{1,2})/?(?<tail>\.[a-z]{3,5})?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PageNumber();
}
