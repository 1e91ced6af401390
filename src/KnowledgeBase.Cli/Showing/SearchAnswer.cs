using System.Collections.Immutable;
using System.Text.Json;
using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli.Showing;

/// <summary>The answer to a search as <c>kb search --json</c> prints it. Members may be added to this shape, but none is taken away or changed.</summary>
/// <param name="Query">The search as the query string of the site's address.</param>
/// <param name="Total">How many articles match.</param>
/// <param name="Stories">How many stories they tell: the versions of one are one hit.</param>
/// <param name="Page">The page, counted from 1.</param>
/// <param name="PageSize">How many hits a page has.</param>
/// <param name="IsRelaxed">True when no article has all the words and these have some of them.</param>
/// <param name="DidYouMean">The text as it may have been meant, where another spelling finds more; missing otherwise.</param>
/// <param name="Languages">How many of the matching articles are in each language, by code.</param>
/// <param name="Hits">The hits of the page.</param>
/// <param name="Facets">The values of each facet, by the facet's name, most frequent first (years: latest first).</param>
/// <param name="Understood">How the text was understood; missing when it is nothing but words, or nothing.</param>
/// <param name="Remarks">What of the text was read differently than it may have been meant.</param>
/// <param name="Widenings">The words that were also asked for in other languages.</param>
sealed record SearchAnswer(
    string Query,
    int Total,
    int Stories,
    int Page,
    int PageSize,
    bool IsRelaxed,
    string? DidYouMean,
    IReadOnlyDictionary<string, int> Languages,
    ImmutableArray<AnsweredHit> Hits,
    IReadOnlyDictionary<string, ImmutableArray<AnsweredValue>> Facets,
    string? Understood,
    ImmutableArray<AnsweredRemark> Remarks,
    ImmutableArray<AnsweredWidening> Widenings)
{
    public static SearchAnswer Of(SearchQuery query, SearchResults results, FoundArticles found, Names names) => new(
        query.ToQueryString(),
        results.Total,
        results.Stories,
        query.Page,
        SearchQuery.PageSize,
        results.IsRelaxed,
        results.DidYouMean,
        Language.All.ToDictionary(language => language.Code, language => results.Languages[language]),
        [.. results.Hits.Select(hit => AnsweredHit.Of(hit, found))],
        Facet.All.ToDictionary(
            facet => facet.Name,
            facet => results.Facets.GetValueOrDefault(facet, []).Select(count => AnsweredValue.Of(query, facet, count, names)).ToImmutableArray()),
        new Understanding(names).FindWords(results.Understood),
        [.. results.Remarks.Select(remark => new AnsweredRemark(remark.Kind.ToString().ToLowerInvariant(), remark.Text))],
        [.. results.Widenings.Select(AnsweredWidening.Of)]);

    public string ToJson() => JsonSerializer.Serialize(this, PlainJson.Options);
}

/// <summary>What of the text was read differently than it may have been meant.</summary>
/// <param name="Kind">quotationmark, bracket, operator, date, sentence or length.</param>
/// <param name="Text">The piece of the text.</param>
sealed record AnsweredRemark(string Kind, string Text);

/// <summary>A word that was also asked for in other languages.</summary>
/// <param name="Word">The word.</param>
/// <param name="Reason">vocabulary, dictionary or names.</param>
/// <param name="Forms">The forms added, by code of language, the most certain first.</param>
sealed record AnsweredWidening(string Word, string Reason, IReadOnlyDictionary<string, ImmutableArray<string>> Forms)
{
    public static AnsweredWidening Of(WidenedWord word) =>
        new(word.Word, word.Reason.ToString().ToLowerInvariant(), Language.All.Where(word.Forms.ContainsKey).ToDictionary(language => language.Code, language => word.Forms[language]));
}

/// <summary>An article that matches.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Score">Its score; 0 when the order is newest.</param>
/// <param name="Headline">The headline and what was found in it.</param>
/// <param name="Snippet">The best passage and what was found in it.</param>
/// <param name="Url">Its address; missing, like all that follows, when it was taken down since it was indexed.</param>
/// <param name="Language">The code of its language.</param>
/// <param name="Kind">news, policy, release or brief.</param>
/// <param name="Publisher">The id of its publisher.</param>
/// <param name="Published">2019, 2019-10 or 2019-10-03; missing when unknown.</param>
/// <param name="Reasons">Why it was found.</param>
/// <param name="Versions">The other versions of the story: reprints, and the same in other languages.</param>
sealed record AnsweredHit(
    string Id, float Score, AnsweredText Headline, AnsweredText Snippet, string? Url, string? Language, string? Kind, string? Publisher, string? Published,
    ImmutableArray<AnsweredReason> Reasons, ImmutableArray<AnsweredVersion> Versions)
{
    public static AnsweredHit Of(Hit hit, FoundArticles found) => Of(hit, found.Find(hit.Id), found.VersionsOf(hit.Id));

    static AnsweredHit Of(Hit hit, Article? article, IEnumerable<Article> versions) => new(
        hit.Id.Value,
        hit.Score,
        AnsweredText.Of(hit.Headline),
        AnsweredText.Of(hit.Snippet),
        article?.Url,
        article?.Language.Code,
        article?.Kind.ToString().ToLowerInvariant(),
        article?.PublisherId,
        article?.Published?.ToString(),
        [.. hit.Reasons.Select(reason => new AnsweredReason(JsonNamingPolicy.CamelCase.ConvertName(reason.Kind.ToString()), reason.Asked, reason.Found, reason.Facet?.Name, reason.IsInHeadline))],
        [.. versions.Select(version => new AnsweredVersion(version.Id.Value, version.Language.Code, version.Url))]);
}

/// <summary>Why an article was found.</summary>
/// <param name="Kind">word, otherForm, variant, partOfWord, beginning, translation, value or missing.</param>
/// <param name="Asked">What was written in the query.</param>
/// <param name="Found">What stands in the article.</param>
/// <param name="Facet">The facet of a value; missing for everything else.</param>
/// <param name="IsInHeadline">True when it stands in the headline.</param>
sealed record AnsweredReason(string Kind, string Asked, string Found, string? Facet, bool IsInHeadline);

/// <summary>Another version of a story.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Language">The code of its language.</param>
/// <param name="Url">Its address.</param>
sealed record AnsweredVersion(string Id, string Language, string Url);

/// <summary>A text and the stretches of it that matched.</summary>
/// <param name="Text">The text.</param>
/// <param name="Marks">Beginning and length of each stretch, in UTF-16 code units.</param>
sealed record AnsweredText(string Text, ImmutableArray<TextSpan> Marks)
{
    public static AnsweredText Of(MarkedText text) => new(text.Text, text.Marks);
}

/// <summary>A facet value.</summary>
/// <param name="Value">The id or name by which it is chosen.</param>
/// <param name="Label">Its name in the language asked for.</param>
/// <param name="Count">How many articles it would leave.</param>
/// <param name="IsChosen">True when it is chosen.</param>
sealed record AnsweredValue(string Value, string Label, int Count, bool IsChosen)
{
    public static AnsweredValue Of(SearchQuery query, Facet facet, FacetCount count, Names names) =>
        new(count.Value, names.Of(facet, count.Value), count.Count, query.IsChosen(facet, count.Value));
}
