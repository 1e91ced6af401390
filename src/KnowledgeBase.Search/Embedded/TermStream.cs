using KnowledgeBase.Search.Analysis;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Hands terms to Lucene. One serves a field for one article after another.</summary>
sealed class TermStream : TokenStream
{
    readonly ICharTermAttribute _text;
    readonly IPositionIncrementAttribute _step;
    IEnumerable<AnalyzedTerm> _terms = [];
    IEnumerator<AnalyzedTerm>? _next;
    int _position;

    public TermStream()
    {
        _text = AddAttribute<ICharTermAttribute>();
        _step = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>How many of the terms handed over were stop words: they do not count for the length of the text.</summary>
    public int StopWords { get; private set; }

    /// <summary>Begins with the terms of another article. They are found as they are handed over: most views are larger than the text, and lists of them were a good part of what indexing left to collect.</summary>
    public TermStream Over(IEnumerable<AnalyzedTerm> terms)
    {
        _terms = terms;
        return this;
    }

    public override void Reset()
    {
        base.Reset();
        _next = _terms.GetEnumerator();
        _position = -1;
        StopWords = 0;
    }

    public override bool IncrementToken()
    {
        if (_next?.MoveNext() != true)
            return false;
        AnalyzedTerm term = _next.Current;
        StopWords += term.IsStopWord ? 1 : 0;
        ReadOnlySpan<char> text = term.Text.Span[..Math.Min(term.Text.Length, MaxTermLength)];
        text.CopyTo(_text.ResizeBuffer(text.Length));
        _text.Length = text.Length;
        _step.PositionIncrement = term.Position - _position;
        _position = term.Position;
        return true;
    }

    /// <summary>The text of a term as it stands in the index.</summary>
    public static string Cut(string text) => text.Length > MaxTermLength ? text[..MaxTermLength] : text;

    /// <summary>Longer words are cut: Lucene refuses terms of over 32,766 bytes, and no word is so long.</summary>
    public const int MaxTermLength = 200;
}
