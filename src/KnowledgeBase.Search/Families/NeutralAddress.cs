using System.Collections.Frozen;
using System.Text.RegularExpressions;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Families;

/// <summary>Takes the language out of an address: <c>/en/2024/05/123.html</c> and <c>/ja/2024/05/123.html</c>, <c>en.example.org</c> and <c>ja.example.org</c>, <c>?lang=en</c> and <c>?lang=ja</c> become one.</summary>
/// <remarks>Only a part that names the article's own language is taken out: <c>/jp/</c> in an English address is a country. Addresses without any such part stay as they are, for many sites name all languages but their first.</remarks>
static partial class NeutralAddress
{
    // A number this long that is no date belongs to one article; one of at least three digits does beside a date. The first of the day (/2024/05/12/01) is another story in each language.
    const int FewestDigits = 5;
    const int FewestDigitsBesideDate = 3;

    // kobe-pays-half-rent is a headline, foreign-direct-investment a section.
    const int FewestSlugWords = 4;

    // What sites write beside the tags of BCP 47.
    static readonly FrozenDictionary<string, Language> Names = new Dictionary<string, Language>(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = Language.English,
        ["eng"] = Language.English,
        ["chinese"] = Language.Chinese,
        ["cn"] = Language.Chinese,
        ["chn"] = Language.Chinese,
        ["chs"] = Language.Chinese,
        ["cht"] = Language.Chinese,
        ["japanese"] = Language.Japanese,
        ["jp"] = Language.Japanese,
        ["jpn"] = Language.Japanese,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string> Parameters = new[] { "lang", "language", "locale", "hl", "lng", "l" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The address without its language; null when what is left does not name one article: a section, the page of a day, a small counter.</summary>
    public static string? Find(string url, Language language)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
            return null;
        string rest = PathOf(address, language) + QueryOf(address, language);
        return NamesOneArticle(rest) ? HostOf(address, language) + rest : null;
    }

    static string HostOf(Uri address, Language language)
    {
        string[] labels = address.Host.Split('.');
        return string.Join('.', labels.Length > 2 && (labels[0] == "www" || IsNameOf(labels[0], language)) ? labels[1..] : labels);
    }

    static string PathOf(Uri address, Language language)
    {
        List<string> parts = [.. address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        int at = parts.FindIndex(part => IsNameOf(part, language));
        if (at >= 0)
            parts.RemoveAt(at);
        if (parts.Count > 0 && FileEnding().Match(parts[^1]) is { Success: true } ending && IsNameOf(ending.Groups["language"].Value, language))
            parts[^1] = ending.Groups["name"].Value + ending.Groups["type"].Value;
        return "/" + string.Join('/', parts);
    }

    static string QueryOf(Uri address, Language language)
    {
        string[] parts = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        string[] kept = [.. parts.Where(part => !(part.Split('=') is [var name, var value] && Parameters.Contains(name) && IsNameOf(value, language)))];
        return kept.Length == 0 ? "" : "?" + string.Join('&', kept);
    }

    static bool IsNameOf(string part, Language language) =>
        Names.TryGetValue(part, out Language? named) ? named == language : LanguageTag().IsMatch(part) && Language.Find(part) == language;

    static bool NamesOneArticle(string rest)
    {
        string undated = DateInPath().Replace(rest, "");
        int digits = undated.Count(char.IsAsciiDigit);
        return digits >= FewestDigits
            || (digits >= FewestDigitsBesideDate && undated.Length < rest.Length)
            || SlugWord().Count(rest[(rest.LastIndexOf('/') + 1)..]) >= FewestSlugWords;
    }

    // A year and a month, or a day: not the beginning of a longer number.
    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d[-_/]?(?:0[1-9]|1[0-2])(?:[-_/]?(?:0[1-9]|[12]\d|3[01]))?(?!\d)")]
    private static partial Regex DateInPath();

    [GeneratedRegex(@"^(?<name>.+?)[-_.](?<language>[A-Za-z]{2,8}(?:-[A-Za-z]{2,4})?)(?<type>\.\w+)?$")]
    private static partial Regex FileEnding();

    [GeneratedRegex("^[A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?$")]
    private static partial Regex LanguageTag();

    [GeneratedRegex("[A-Za-z]{2,}(?=[-_]|$)")]
    private static partial Regex SlugWord();
}
