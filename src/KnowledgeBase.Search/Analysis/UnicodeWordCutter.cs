using System.Globalization;
using ICU4N.Text;

namespace KnowledgeBase.Search.Analysis;

/// <summary>Cuts runs of Han and kana into words with ICU's dictionary, Chinese and Japanese alike. Not safe for several threads: one each.</summary>
sealed class UnicodeWordCutter
{
    /// <summary>Longer runs are cut blindly: ICU's time grows with the square of the run (a run of 200,000 took 4 to 18 s).</summary>
    const int MaxRun = 400;

    readonly BreakIterator _words = BreakIterator.GetWordInstance(CultureInfo.InvariantCulture);

    public UnicodeWordCutter()
    {
        // Its dictionary is loaded by the first character it meets, and serves kana and Han alike only when that was kana.
        _words.SetText("カタカナとひらがな");
        _words.Next();
    }

    /// <summary>Names the way of cutting.</summary>
    public static string Name { get; } = $"ICU {typeof(BreakIterator).Assembly.GetName().Version}";

    /// <summary>Adds the ends of the words of a run, as positions in the folded text, the last one the end of the run.</summary>
    public void Cut(FoldedText folded, int start, int end, List<int> ends)
    {
        for (int at = start; at < end; at += MaxRun)
        {
            int partEnd = Math.Min(end, at + MaxRun);
            _words.SetText(folded.Text[at..partEnd]);
            for (int next = _words.Next(); next != BreakIterator.Done; next = _words.Next())
                ends.Add(at + next);
        }
    }
}
