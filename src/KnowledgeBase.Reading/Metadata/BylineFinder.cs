using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>Finds who wrote a page, as it says itself.</summary>
static partial class BylineFinder
{
    /// <summary>A longer one is a sentence about the author.</summary>
    const int MaxCharacters = 120;

    const string Elements =
        "[rel~=author], [itemprop~=author] [itemprop~=name], [itemprop~=author], .author-name, .byline-name, .byline__name, .author__name, .byline .author, .p-author, .author a, .author, .byline, [class*=byline i], [class*=author i], " +
        "[class*=editor i], [class*=writer i], [class*=reporter i], [class*=source i], [class*=info i]";

    /// <summary>The name or names, or null.</summary>
    public static string? Find(IDocument document, MetaTags tags, StructuredData data)
    {
        string? told = data.Authors.IsEmpty ? null : string.Join(", ", data.Authors);
        string? tag = tags.Find("author", "article:author", "article:author_name", "byl", "parsely-author", "sailthru.author", "dc.creator", "DC.creator", "dcterms.creator", "citation_author", "cXenseParse:author", "og:article:author", "rnews:author", "twitter:data1");
        // The page is searched only when it tells machines nothing.
        return FirstName([told, tag]) ?? FirstName(document.QuerySelectorAll(Elements).Take(20).Select(Line));
    }

    static string? FirstName(IEnumerable<string?> texts) => texts.OfType<string>().Select(Clean).FirstOrDefault(name => name is not null);

    static string? Line(IElement element)
    {
        string line = PlainText.OneLine(element.TextContent);
        bool isName = !element.ClassName?.Contains("info", StringComparison.OrdinalIgnoreCase) ?? true;
        return isName ? line : Labelled().Match(line) is { Success: true } labelled ? labelled.Value : null;
    }

    static string? Clean(string text)
    {
        Match labelled = Labelled().Match(text);
        string name = labelled.Success ? labelled.Groups["name"].Value : Prefix().Replace(text, "");
        name = Tail().Replace(name, "").Trim(' ', ',', '|', '·', '•', '-', '—', '/', '：', ':', '(', ')');
        bool isName = name.Length is > 1 and <= MaxCharacters && name.Any(char.IsLetter) && WebAddress.Find(name) is null && name.AsSpan().IndexOfAny('@', '<', '>') < 0 && !name.Contains("javascript:", StringComparison.OrdinalIgnoreCase) && !Nobody().IsMatch(name);
        return isName ? name : null;
    }

    [GeneratedRegex(@"(?:作者|记者|記者|撰文|文字|責任編集|责任编辑|责编|编辑|編集|執筆)\s{0,2}[:：/／]\s{0,2}(?<name>[^\s:：|｜0-9]{2,20}(?:[\s、,，·][^\s:：|｜0-9]{2,10}){0,3})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^(?:(?:posted|written|story|words|reported|updated|published)?\s*by[:\s]+|author[:\s]+|文\s*[:：/／]\s*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s*(?:[|•·—]|\bon\s+(?=[A-Z0-9])|\b(?:Posted|Published|Updated|Last updated)\b|(?:19|20)[0-9]{2}[-/年]|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s+[0-9]{1,2}\b|\b[0-9]{1,2}[:/ ]).*$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Tail();

    [GeneratedRegex(@"^(?:admin|administrator|editor|editorial|staff|webmaster|unknown|anonymous|guest|author|authors|about the author|none|null|undefined)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Nobody();
}
