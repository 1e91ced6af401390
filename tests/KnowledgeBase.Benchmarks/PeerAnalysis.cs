using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace KnowledgeBase.Benchmarks;

/// <summary>The analysis of the peers: Lucene's for English (Unicode words, Porter's stems, 33 stop words), pairs of Han and kana, no forms of Han.</summary>
static class PeerAnalysis
{
    public static TextAnalysis Make()
    {
        var words = new ThreadLocal<Analyzer>(() => new EnglishAnalyzer(LuceneVersion.LUCENE_48));
        return new TextAnalysis(HanVariants.None, text => WordsOf(words.Value!, text));
    }

    static List<AnalyzedTerm> WordsOf(Analyzer analyzer, string text)
    {
        List<AnalyzedTerm> words = [];
        using TokenStream stream = analyzer.GetTokenStream("text", text);
        ICharTermAttribute term = stream.AddAttribute<ICharTermAttribute>();
        IPositionIncrementAttribute step = stream.AddAttribute<IPositionIncrementAttribute>();
        IOffsetAttribute offset = stream.AddAttribute<IOffsetAttribute>();
        int position = -1;
        stream.Reset();
        while (stream.IncrementToken())
        {
            position += step.PositionIncrement;
            // Han and kana are found by their pairs.
            if (!Scripts.IsCjk(text[offset.StartOffset]))
                words.Add(new(term.ToString().AsMemory(), position, offset.StartOffset, offset.EndOffset - offset.StartOffset));
        }
        stream.End();
        return words;
    }
}
