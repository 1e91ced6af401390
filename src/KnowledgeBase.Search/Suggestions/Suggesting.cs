using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Embedded;
using KnowledgeBase.Search.Families;
using KnowledgeBase.Search.Queries;
using Lucene.Net.Documents;

namespace KnowledgeBase.Search.Suggestions;

/// <summary>Suggests names and headlines to somebody who is typing.</summary>
sealed class Suggesting(TextAnalysis analysis, ContentFolder content, IReadOnlyList<FacetValues> values)
{
    const int MaxNames = 6;
    const int MaxTitles = 4;

    // One or two letters begin too many words to say which headline is meant; one Han is a word.
    const int LeastLettersOfTitle = 3;

    static readonly int Speakers = Facet.Speaker.Place;

    readonly Lock _lock = new();
    (int Speakers, NameBook Book)? _names;
    (ArticleSearcher Searcher, int[] Counts)? _counts;

    /// <summary>Names that begin with a text, or sound so, then the newest headlines that have its words.</summary>
    public ImmutableArray<Suggestion> Suggest(string text, ArticleSearcher searcher)
    {
        string asked = text.Length > SearchQuery.MaxValueLength ? text[..SearchQuery.MaxValueLength] : text;
        return [.. Names(asked, searcher), .. Titles(asked, searcher)];
    }

    /// <summary>The names there are now.</summary>
    public NameBook Book
    {
        get
        {
            lock (_lock)
            {
                int speakers = values[Speakers].All.Count;
                if (_names is not { } known || known.Speakers != speakers)
                    _names = known = (speakers, new NameBook(analysis, content, values[Speakers].All));
                return known.Book;
            }
        }
    }

    IEnumerable<Suggestion> Names(string text, ArticleSearcher searcher)
    {
        int[] counts = CountsIn(searcher);
        return Book.Find(text)
            .Select(key => (key.Rank, Value: new Suggestion.Value(key.Facet, key.Id, key.Name, CountOf(key, counts))))
            .OrderBy(each => each.Rank).ThenByDescending(each => each.Value.Articles).ThenBy(each => each.Value.Name, StringComparer.Ordinal)
            .Take(MaxNames).Select(each => each.Value);
    }

    int CountOf(NameKey key, int[] counts)
    {
        int facet = key.Facet.Place;
        return values[facet].Find(key.Id) is var number && number >= 0 && number < counts.Length ? counts[number] : 0;
    }

    // Deleted articles count too: this only orders.
    int[] CountsIn(ArticleSearcher searcher)
    {
        lock (_lock)
        {
            if (_counts is { } known && known.Searcher == searcher)
                return known.Counts;
            int[] counts = new int[values[0].NumbersOfAllFacets];
            foreach (Segment segment in searcher.Segments)
            {
                for (int number = 0; number < segment.FacetTotals.Length; number++)
                    counts[number] += segment.FacetTotals[number];
            }
            _counts = (searcher, counts);
            return counts;
        }
    }

    IEnumerable<Suggestion> Titles(string text, ArticleSearcher searcher)
    {
        ImmutableArray<Match> words = [.. UnitsOf(text).Select(unit => new Match.Has(unit))];
        if (words.IsEmpty)
            return [];
        using var scratch = new Scratch();
        int wanted = Math.Min(MaxTitles, searcher.IndexReader.MaxDoc);
        var counting = new HitCounting(searcher, values, new FacetChoice?[values.Count], null, SearchOrder.Newest, FacetCounting.None, wanted, new FamilyHits(), null, scratch);
        var none = new Weighing([], searcher);
        DocSet[] found = searcher.Find(Match.AllOf(words), values, scratch);
        for (int i = 0; i < found.Length; i++)
            counting.Count(i, found[i], none);
        return [.. counting.Best(none, 0, null).Select(hit => TitleOf(hit, searcher))];
    }

    IEnumerable<Unit> UnitsOf(string text)
    {
        FoldedText folded = analysis.Fold(text);
        List<AnalyzedTerm> whole = analysis.SpacedWords(folded);
        // The last word is not finished yet, unless a blank stands behind it.
        AnalyzedTerm? begun = TextAnalysis.Spellings(folded).LastOrDefault() is { Length: > 0 } last && last.Start + last.Length == folded.Text.Length ? last : null;
        foreach (AnalyzedTerm word in begun is null ? whole : whole.SkipLast(1))
        {
            if (!word.IsStopWord)
                yield return new Unit.Word(word.Text.ToString(), IsInHeadline: true);
        }
        foreach ((int start, int end) in TextAnalysis.CjkRuns(folded.Text))
            yield return new Unit.Run(folded.Forms[start..end], IsInHeadline: true);
        if (begun is { } beginning && beginning.Text.Length >= LeastLettersOfTitle)
            yield return new Unit.Beginning(beginning.Text.ToString(), IsInHeadline: true);
    }

    Suggestion.Title TitleOf(RankedHit hit, ArticleSearcher searcher)
    {
        Document document = searcher.ReaderOf(hit.Segment).Document(hit.Doc);
        int language = Facet.Language.Place;
        ReadOnlySpan<int> languages = searcher.Segments[hit.Segment].Facets[language].Of(hit.Doc);
        return new Suggestion.Title(
            new ArticleId(document.Get(Fields.Id, CultureInfo.InvariantCulture)),
            document.Get(Fields.StoredHeadline, CultureInfo.InvariantCulture),
            languages.IsEmpty ? null : Language.Find(values[language].ValueOf(languages[0])));
    }
}
