using KnowledgeBase.Search.Analysis;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Hands terms to Lucene. One serves a field for one article after another.</summary>
sealed class TermStream : TokenStream
{
    readonly ICharTermAttribute _text;
    readonly IPositionIncrementAttribute _step;
    IReadOnlyList<AnalyzedTerm> _terms = [];
    int _next;
    int _position;

    public TermStream()
    {
        _text = AddAttribute<ICharTermAttribute>();
        _step = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>How many of the terms are stop words: they do not count for the length of the text.</summary>
    public int StopWords { get; private set; }

    public TermStream Over(IReadOnlyList<AnalyzedTerm> terms)
    {
        _terms = terms;
        StopWords = terms.Count(term => term.IsStopWord);
        return this;
    }

    public override void Reset()
    {
        base.Reset();
        _next = 0;
        _position = -1;
    }

    public override bool IncrementToken()
    {
        if (_next >= _terms.Count)
            return false;
        AnalyzedTerm term = _terms[_next++];
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
