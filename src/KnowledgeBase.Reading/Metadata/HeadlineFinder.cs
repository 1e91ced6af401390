using AngleSharp.Dom;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>Finds the headline, without the site's name.</summary>
static class HeadlineFinder
{
    static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", "｜", "＿", "_", "|", "-", "－", "―", " : ", "：", " / ", ": ", "丨"];

    /// <summary>A lighter heading is a section's name or a number. A guess.</summary>
    const int MinWeight = 8;

    /// <summary>A page with more is a list of stories.</summary>
    const int MaxHeadings = 20;

    /// <summary>Shorter words stand in every headline.</summary>
    const int MinWordLetters = 4;

    /// <summary>One word in this many is shared by two headlines of one story. A guess, checked on the development pages.</summary>
    const int SharedPart = 3;

    /// <summary>The headline, or null when the page has none.</summary>
    public static string? Find(IDocument document, MetaTags tags, StructuredData data)
    {
        string title = PlainText.OneLine(document.QuerySelector("head title, title")?.TextContent ?? "");
        string?[] told = [data.Headline, tags.Find("og:title"), tags.Find("twitter:title"), title, tags.Find("headline", "title", "ArticleTitle", "citation_title", "DC.title", "parsely-title")];
        if (FindShown(document, told.OfType<string>().Where(text => text.Length > 0)) is { } shown)
            return shown;
        string? siteName = tags.Find("og:site_name") ?? data.SiteName;
        if (FindOther(document, [.. told.OfType<string>().Where(text => text.Length > 0).Select(text => WithoutSite(text, siteName))], siteName) is { } other)
            return other;
        return told.OfType<string>().Where(text => text.Length > 0).Select(text => WithoutSite(text, siteName)).FirstOrDefault()
            ?? document.QuerySelectorAll("h1, h2").Select(Line).FirstOrDefault(line => line.Length > 0);
    }

    // What people see as the headline is what one of the machine-readable titles begins with or holds.
    static string? FindShown(IDocument document, IEnumerable<string> told)
    {
        string[] titles = [.. told.Select(Letters)];
        return Shown(document).Select(Line).FirstOrDefault(line => PlainText.Weigh(line) >= MinWeight && Letters(line) is { Length: > 0 } letters && titles.Any(title => IsHeadlineOf(letters, title)));
    }

    // A page that tells searchers one headline and its sharers another often shows people a third. Of the same story, it shares words with one of them.
    static string? FindOther(IDocument document, string[] told, string? siteName)
    {
        string[] letters = [.. told.Select(Letters)];
        if (letters.All(title => letters[0].StartsWith(title, StringComparison.Ordinal) || title.StartsWith(letters[0], StringComparison.Ordinal)))
            return null;
        string[] headings = [.. document.QuerySelectorAll("h1").Select(Line).Where(line => line.Length > 0).Take(2)];
        bool isHeadline = headings is [{ } only] && PlainText.Weigh(only) >= MinWeight && Letters(only) is var shown && (siteName is null || shown != Letters(siteName)) && !letters.Any(shown.Contains);
        return isHeadline && told.Any(title => ShareWords(title, headings[0])) ? headings[0] : null;
    }

    static bool ShareWords(string one, string other)
    {
        (HashSet<string> words, HashSet<string> others) = (Words(one), Words(other));
        return words.Count > 0 && words.Count(others.Contains) * SharedPart >= Math.Min(words.Count, others.Count);
    }

    // Words between blanks, and pairs of characters where there are no blanks.
    static HashSet<string> Words(string text)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        foreach (string word in text.Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            string letters = PlainText.Letters(word);
            if (letters.Any(PlainText.IsIdeographic))
                words.UnionWith(Enumerable.Range(0, Math.Max(letters.Length - 1, 0)).Select(at => letters.Substring(at, 2)));
            else if (letters.Length >= MinWordLetters)
                words.Add(letters);
        }
        return words;
    }

    // The page is searched a second time only when its first headings are none.
    static IEnumerable<IElement> Shown(IDocument document)
    {
        foreach (IElement heading in document.QuerySelectorAll("h1").Take(MaxHeadings))
            yield return heading;
        foreach (IElement heading in document.QuerySelectorAll("h2, [itemprop~=headline], [class*=headline i], [class*=title i]").Take(MaxHeadings))
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
