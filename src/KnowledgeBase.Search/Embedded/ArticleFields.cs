using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Turns an article into the fields of the index. Not safe for several threads.</summary>
sealed class ArticleFields(TextAnalysis analysis, Vocabulary vocabulary) : IDisposable
{
    readonly TermStream _words = new();
    readonly TermStream _pairs = new();
    readonly TermStream _singles = new();
    readonly TermStream _letters = new();
    readonly TermStream _headline = new();
    readonly TermStream _headlinePairs = new();
    readonly TermStream _headlineSingles = new();
    readonly TermStream _spellings = new();
    readonly TermStream _headlineSpellings = new();

    /// <summary>The document of an article; valid until the next one is made.</summary>
    /// <param name="article">The article.</param>
    /// <param name="family">The story it is a version of; null when it stands alone.</param>
    public Document Of(Article article, ArticleId? family)
    {
        FoldedText folded = analysis.Fold($"{article.Headline}\n{article.Summary}\n{article.Body}");
        List<AnalyzedTerm> words = analysis.Words(folded);
        var document = new Document
        {
            new StringField(Fields.Id, article.Id.Value, Field.Store.NO),
            new StoredField(Fields.Id, article.Id.Value),
            new NumericDocValuesField(Fields.IdNumber, NumberOf(article.Id)),
            new StoredField(Fields.StoredHeadline, article.Headline),
            new StoredField(Fields.StoredBody, article.Body),
            new Field(Fields.Words, _words.Over(words), Fields.WithPositions),
            new Field(Fields.Pairs, _pairs.Over(TextAnalysis.Pairs(folded)), Fields.WithPositions),
        };
        if (!analysis.IsPlain)
            AddFinerViews(document, folded, article.Headline);
        if (article.Published is { } date)
            document.Add(new NumericDocValuesField(Fields.Day, date.FirstDay.DayNumber));
        if (family is { } story)
            document.Add(new NumericDocValuesField(Fields.Family, NumberOf(story)));
        foreach (Facet facet in Facet.All)
        {
            foreach (string value in ValuesOf(article, facet).Distinct(StringComparer.Ordinal))
                document.Add(new SortedSetDocValuesField(Fields.Of(facet), new BytesRef(Shorten(value))));
        }
        return document;
    }

    /// <summary>An id as a number, for ordering: its 16 hex digits, or for an id of another form the first digits of its hash.</summary>
    public static long NumberOf(ArticleId id) =>
        ulong.TryParse(id.Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong number)
            ? (long)number
            : BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id.Value)));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (TermStream stream in new[] { _words, _pairs, _singles, _letters, _headline, _headlinePairs, _headlineSingles, _spellings, _headlineSpellings })
            stream.Dispose();
    }

    void AddFinerViews(Document document, FoldedText folded, string writtenHeadline)
    {
        FoldedText headline = analysis.Fold(writtenHeadline);
        List<AnalyzedTerm> spellings = [.. TextAnalysis.Spellings(folded)];
        document.Add(new Field(Fields.Singles, _singles.Over(TextAnalysis.Singles(folded)), Fields.WithFrequencies));
        document.Add(new Field(Fields.Letters, _letters.Over(TextAnalysis.FourLetters(spellings)), Fields.WithFrequencies));
        document.Add(new Field(Fields.Headline, _headline.Over(analysis.Words(headline)), Fields.WithPositions));
        document.Add(new Field(Fields.HeadlinePairs, _headlinePairs.Over(TextAnalysis.Pairs(headline)), Fields.WithPositionsOnly));
        document.Add(new Field(Fields.HeadlineSingles, _headlineSingles.Over(TextAnalysis.Singles(headline)), Fields.WithArticlesOnly));
        document.Add(new Field(Fields.HeadlineSpellings, _headlineSpellings.Over(TextAnalysis.Spellings(headline)), Fields.WithArticlesOnly));
        document.Add(new Field(Fields.Spellings, _spellings.Over(spellings), Fields.WithArticlesOnly));
    }

    // A value is an id or a name: nothing longer is one, and a query could not ask for it.
    static string Shorten(string value) => value.Length <= SearchQuery.MaxValueLength ? value : value[..SearchQuery.MaxValueLength];

    IEnumerable<string> ValuesOf(Article article, Facet facet) => facet.Name switch
    {
        "topic" => article.Topics.SelectMany(WithBroader),
        "city" => article.Cities,
        "speaker" => article.Speakers,
        "org" => article.Organizations,
        "publisher" => [article.PublisherId],
        "lang" => [article.Language.Code],
        "year" => article.Published is { } date ? [date.Year.ToString("0000", CultureInfo.InvariantCulture)] : [],
        "kind" => [article.Kind.ToString().ToLowerInvariant()],
        _ => throw new InvalidOperationException($"The facet {facet} has no values in the index."),
    };

    IEnumerable<string> WithBroader(string topic)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (string? next = topic; next is not null && seen.Add(next); next = vocabulary.FindTopic(next)?.Broader)
            yield return next;
    }
}
