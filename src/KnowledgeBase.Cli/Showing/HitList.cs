using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Search;
using Spectre.Console;

namespace KnowledgeBase.Cli.Showing;

/// <summary>Shows the answer to a search to a person. Found words are coloured in a terminal and stand between asterisks elsewhere.</summary>
sealed class HitList(Desk desk, Names names, bool saysWhy)
{
    /// <summary>The values of a facet that fit on a line or two.</summary>
    const int MaxFacetValues = 6;

    static readonly Style Headline = new(decoration: Decoration.Bold);
    static readonly Style Found = new(foreground: Color.Yellow);

    public void Show(SearchQuery query, SearchResults results, FoundArticles found)
    {
        desk.Output.WriteLine(Totals(query, results));
        foreach (string line in new Understanding(names).Of(results))
            desk.Output.WriteLine(line);
        if (results.IsRelaxed && results.Total > 0)
            desk.Output.WriteLine("No article has all the words; these have some of them.");
        if (results.DidYouMean is { } meant)
            desk.Output.WriteLine($"Did you mean: {meant}");
        int rank = ((query.Page - 1) * SearchQuery.PageSize) + 1;
        foreach (Hit hit in results.Hits)
            ShowHit(rank++, hit, found);
        if (results.Total > 0)
            ShowFacets(query, results);
    }

    static string Totals(SearchQuery query, SearchResults results)
    {
        string languages = string.Join(", ", Language.All.Select(language => string.Create(CultureInfo.InvariantCulture, $"{language.Endonym} {results.Languages[language]:N0}")));
        string page = results.Pages > 1 ? string.Create(CultureInfo.InvariantCulture, $"; page {query.Page:N0} of {results.Pages:N0}") : "";
        string stories = results.Stories < results.Total ? $", {Count.Of(results.Stories, "story", "stories")}" : "";
        return $"{Count.Of(results.Total, "article")}{stories} ({languages}){page}";
    }

    void ShowHit(int rank, Hit hit, FoundArticles found)
    {
        Article? article = found.Find(hit.Id);
        desk.Output.WriteLine();
        var headline = new Paragraph(string.Create(CultureInfo.InvariantCulture, $"{rank}. "));
        Append(headline, hit.Headline, Headline);
        desk.OutputConsole.Write(headline.Append("\n"));
        if (article is not null)
            desk.Output.WriteLine($"   {string.Join(" · ", SourceOf(article))}");
        if (article is not null && found.VersionsOf(hit.Id).ToList() is { Count: > 0 } versions)
            desk.Output.WriteLine($"   {VersionsOf([article, .. versions])}");
        if (hit.Snippet.Text.Length > 0)
            ShowSnippet(hit);
        foreach (MatchReason reason in saysWhy ? hit.Reasons : [])
            desk.Output.WriteLine($"   - {HitReasons.Of(reason, names)}");
    }

    void ShowSnippet(Hit hit)
    {
        var snippet = new Paragraph(hit.Snippet.IsCutBefore ? "   …" : "   ");
        Append(snippet, hit.Snippet, Style.Plain);
        desk.OutputConsole.Write(snippet.Append(hit.Snippet.IsCutAfter ? "…\n" : "\n"));
    }

    static string VersionsOf(Article[] versions)
    {
        var languages = Language.All.Select(language => (language.Code, Count: versions.Count(version => version.Language == language))).Where(each => each.Count > 0);
        return $"{versions.Length} versions: {string.Join(", ", languages.Select(each => each.Count == 1 ? each.Code : $"{each.Code} ×{each.Count}"))}";
    }

    IEnumerable<string> SourceOf(Article article)
    {
        yield return article.Published?.ToString() ?? "undated";
        yield return article.Language.Endonym;
        yield return names.Publisher(article.PublisherId);
        yield return article.Url;
    }

    void Append(Paragraph paragraph, MarkedText text, Style style)
    {
        bool isColoured = desk.OutputConsole.Profile.Capabilities.Ansi;
        int at = 0;
        foreach (TextSpan mark in text.Marks)
        {
            string words = OneLine(mark.In(text.Text));
            paragraph.Append(OneLine(text.Text[at..mark.Start]), style).Append(isColoured ? words : $"*{words}*", style.Combine(Found));
            at = mark.End;
        }
        paragraph.Append(OneLine(text.Text[at..]), style);
    }

    void ShowFacets(SearchQuery query, SearchResults results)
    {
        desk.Output.WriteLine();
        foreach (Facet facet in Facet.All)
        {
            ImmutableArray<FacetCount> counts = results.Facets.GetValueOrDefault(facet, []);
            IEnumerable<string> shown = counts.Where((count, i) => i < MaxFacetValues || query.IsChosen(facet, count.Value)).Select(count => ValueOf(query, facet, count));
            if (!counts.IsEmpty)
                desk.Output.WriteLine($"{names.Of(facet)}: {string.Join(", ", shown)}{(counts.Length > MaxFacetValues ? ", …" : "")}");
        }
    }

    string ValueOf(SearchQuery query, Facet facet, FacetCount count)
    {
        string name = names.Of(facet, count.Value);
        string id = name == count.Value || facet == Facet.Language ? "" : $" ({count.Value})";
        return string.Create(CultureInfo.InvariantCulture, $"{(query.IsChosen(facet, count.Value) ? "✓ " : "")}{name}{id} {count.Count:N0}");
    }

    static string OneLine(string text) => text.Replace('\n', ' ').Replace('\t', ' ');
}
