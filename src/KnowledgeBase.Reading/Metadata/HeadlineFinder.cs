using AngleSharp.Dom;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>Finds the headline, without the site's name.</summary>
static class HeadlineFinder
{
    static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", "｜", "＿", "_", "|", "-", "－", "―", " : ", "：", " / ", ": ", "丨"];

    /// <summary>The headline, or null when the page has none.</summary>
    public static string? Find(IDocument document, MetaTags tags, StructuredData data)
    {
        string title = PlainText.OneLine(document.QuerySelector("head title, title")?.TextContent ?? "");
        string?[] told = [data.Headline, tags.Find("og:title"), tags.Find("twitter:title"), title, tags.Find("headline", "title", "ArticleTitle", "citation_title", "DC.title", "parsely-title")];
        if (FindShown(document, told.OfType<string>().Where(text => text.Length > 0)) is { } shown)
            return shown;
        string? siteName = tags.Find("og:site_name") ?? data.SiteName;
        return told.OfType<string>().Where(text => text.Length > 0).Select(text => WithoutSite(text, siteName)).FirstOrDefault()
            ?? document.QuerySelectorAll("h1, h2").Select(Line).FirstOrDefault(line => line.Length > 0);
    }

    // What people see as the headline is what one of the machine-readable titles begins with or holds.
    static string? FindShown(IDocument document, IEnumerable<string> told)
    {
        string[] titles = [.. told.Select(Letters)];
        return Shown(document).Select(Line).FirstOrDefault(line => PlainText.Weigh(line) >= 8 && Letters(line) is { Length: > 0 } letters && titles.Any(title => IsHeadlineOf(letters, title)));
    }

    // The page is searched a second time only when its first headings are none.
    static IEnumerable<IElement> Shown(IDocument document)
    {
        foreach (IElement heading in document.QuerySelectorAll("h1"))
            yield return heading;
        foreach (IElement heading in document.QuerySelectorAll("h2, [itemprop~=headline], [class*=headline i], [class*=title i]").Take(20))
            yield return heading;
    }

    static bool IsHeadlineOf(string line, string title) =>
        title == line || title.StartsWith(line, StringComparison.Ordinal) && line.Length * 2 > title.Length || title.Contains(line, StringComparison.Ordinal) && line.Length * 10 > title.Length * 6;

    static string Letters(string text) => PlainText.Letters(text.Normalize(System.Text.NormalizationForm.FormKC)).ToUpperInvariant();

    /// <summary>The title without the name of the site before or after it.</summary>
    public static string WithoutSite(string title, string? siteName)
    {
        foreach (string separator in Separators)
        {
            string[] parts = title.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 2)
                continue;
            if (siteName is not null && Letters(parts[^1]) == Letters(siteName))
                return title[..title.LastIndexOf(separator, StringComparison.Ordinal)].Trim();
            if (siteName is not null && Letters(parts[0]) == Letters(siteName))
                return title[(title.IndexOf(separator, StringComparison.Ordinal) + separator.Length)..].Trim();
            // A hyphen or colon without spaces is part of many headlines.
            bool isClear = separator is "｜" or "＿" or "_" or "|" or "丨" || separator is [' ', not ':', ' '];
            string longest = parts.MaxBy(PlainText.WeighText)!;
            if (isClear && PlainText.Weigh(longest) * 2 > PlainText.Weigh(title))
                return longest;
        }
        return title;
    }

    static string Line(IElement element) => PlainText.OneLine(element.TextContent);
}
