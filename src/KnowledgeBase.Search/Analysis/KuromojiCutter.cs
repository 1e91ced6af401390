#if KUROMOJI
using System.Diagnostics.CodeAnalysis;
using Lucene.Net.Analysis.Ja;
using Lucene.Net.Analysis.TokenAttributes;

namespace KnowledgeBase.Search.Analysis;

/// <summary>Cuts Japanese with Kuromoji's lattice over IPADIC, in the mode that cuts compounds into their parts.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Serves as long as the index is open, and closes after each run what it opened.")]
sealed class KuromojiCutter
{
    readonly JapaneseTokenizer _words = new(TextReader.Null, userDictionary: null!, discardPunctuation: false, JapaneseTokenizerMode.SEARCH);
    readonly IOffsetAttribute _offset;
    readonly SortedSet<int> _ends = [];

    public KuromojiCutter() => _offset = _words.GetAttribute<IOffsetAttribute>();

    /// <summary>Names the way of cutting.</summary>
    public static string Name { get; } = $"Kuromoji {typeof(JapaneseTokenizer).Assembly.GetName().Version}";

    /// <summary>Adds the ends of the words of a run, as positions in the folded text, the last one the end of the run.</summary>
    public void Cut(FoldedText folded, int start, int end, List<int> ends)
    {
        using var run = new StringReader(folded.Text[start..end]);
        _words.SetReader(run);
        _words.Reset();
        // A compound comes beside its parts and ends with the last of them: the ends without doubles are those of the parts.
        while (_words.IncrementToken())
            _ends.Add(start + _offset.EndOffset);
        _words.End();
        // Closes the run; the tokenizer itself serves the next one.
        _words.Dispose();
        _ends.Add(end);
        ends.AddRange(_ends);
        _ends.Clear();
    }
}
#endif
