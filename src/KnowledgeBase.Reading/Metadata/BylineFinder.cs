using AngleSharp.Dom;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>Finds who wrote a page, as it says itself.</summary>
/// <param name="document">The page.</param>
/// <param name="tags">Its meta elements.</param>
/// <param name="data">Its structured data.</param>
/// <param name="lines">Its lines.</param>
sealed class BylineFinder(IDocument document, MetaTags tags, StructuredData data, ShownLines lines)
{
    /// <summary>How many elements are looked at that are named for authors. A page of many stories has more.</summary>
    const int MaxElements = 30;

    /// <summary>The name stands behind a prefix, initials or a heading (About the author) at most. A guess.</summary>
    const int MaxLeadingParts = 3;

    const int MaxParts = 24;

    /// <summary>What holds more, with white space, is a story, whatever its name: some are edited with an "editor". A guess.</summary>
    const int MaxCharacters = 2_000;

    const string Elements =
        "[rel~=author], [itemprop~=author], [class*=byline i], [class*=author i], [id*=byline i], [class*=editor i], [class*=writer i], [class*=reporter i]";

    static readonly string[] TagNames =
        ["author", "byline", "byl", "article:author", "article:author_name", "article_author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "cXenseParse:author", "og:article:author", "rnews:author", "twitter:data1"];

    /// <summary>The parts of an address that leads to all stories of one author.</summary>
    static readonly string[] AuthorPaths = ["/author/", "/authors/", "/by/", "/editors/", "/contributors/", "/contributor/", "/writers/", "/writer/", "/columnists/", "/reporters/", "/journalists/", "/people/", "/staff/", "/profile/", "/profiles/", "/bio/", "/u/"];

    /// <summary>The name or names, or null.</summary>
    public string? Find()
    {
        // A login, a desk or a company is told only when no person is found. What the page tells people costs a walk through it.
        AuthorNames unsure = AuthorNames.None;
        foreach (AuthorNames found in Told().Concat(Marked()).Concat(Shown()).Select(WithoutSite))
        {
            if (found.IsSure)
                return Join(found);
            if (unsure.Names.IsEmpty)
                unsure = found;
        }
        return Join(unsure.Names.IsEmpty ? WithoutSite(AuthorNames.InEach(data.AuthorOrganizations)) : unsure);
    }

    IEnumerable<AuthorNames> Told()
    {
        yield return AuthorNames.InEach(data.Authors);
        foreach (string name in TagNames)
            yield return AuthorNames.InEach(tags.FindEvery(name));
    }

    IEnumerable<AuthorNames> Marked() => lines.BelowHeadlineFirst(document.QuerySelectorAll(Elements).Where(element => !lines.HoldsHeadline(element)).Take(MaxElements).Where(element => element.TextContent.Length <= MaxCharacters)).Select(NamesIn);

    IEnumerable<AuthorNames> Shown()
    {
        foreach ((IElement element, string text) in lines.NearHeadline())
        {
            yield return AuthorNames.Told(text);
            if (element is { LocalName: "a" } && element.GetAttribute("href") is { } address && AuthorPaths.Any(path => address.Contains(path, StringComparison.OrdinalIgnoreCase)) && !lines.IsBeside(element))
                yield return AuthorNames.In(text) is { IsSure: true } linked ? linked : AuthorNames.None;
        }
    }

    // Names stand in elements of their own, with the prefix before and the post behind them: the words of one element are one part.
    static AuthorNames NamesIn(IElement element)
    {
        string[] parts = [.. Parts(element).Take(MaxParts)];
        for (int start = 0; start < Math.Min(parts.Length, MaxLeadingParts); start++)
        {
            if (AuthorNames.IsPrefix(parts[start]))
                continue;
            string line = parts[start];
            for (int next = start + 1; next < parts.Length && GoesOn(line, parts[next]); next++)
                line = $"{line} {parts[next]}";
            if (AuthorNames.In(line) is { Names.IsEmpty: false } found)
                return found;
        }
        return AuthorNames.None;
    }

    static IEnumerable<string> Parts(IElement element) =>
        element.Descendants<IText>().Where(text => text.ParentElement is { LocalName: not ("script" or "style" or "noscript") }).Select(text => PlainText.OneLine(text.Data)).Where(text => text.Length > 0);

    static bool GoesOn(string line, string next) => line is [.., ',' or '、' or '&' or '，'] || next is [',' or '、' or '&' or '，', ..] || line.EndsWith(" and", StringComparison.Ordinal) || next.StartsWith("and ", StringComparison.Ordinal) || next is "and";

    AuthorNames WithoutSite(AuthorNames found)
    {
        string? site = data.SiteName ?? tags.Find("og:site_name");
        // A blog may be called like the one who writes it.
        return site is null || !found.Names.Any(name => IsSame(name, site)) ? found
            : new([.. found.Names.Where(name => !IsSame(name, site) || AuthorNames.IsFullName(name))], found.Names.Any(name => !IsSame(name, site) && AuthorNames.IsFullName(name)));
    }

    static bool IsSame(string name, string site) => string.Equals(PlainText.Letters(name), PlainText.Letters(site), StringComparison.OrdinalIgnoreCase);

    static string? Join(AuthorNames found) => found.Names.IsEmpty ? null : string.Join(", ", found.Names);
}
