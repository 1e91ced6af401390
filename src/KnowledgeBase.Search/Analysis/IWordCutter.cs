namespace KnowledgeBase.Search.Analysis;

/// <summary>Cuts runs of Han and kana into words. Not safe for several threads: one each.</summary>
interface IWordCutter
{
    /// <summary>Adds the ends of the words of a run, as positions in the folded text, the last one the end of the run.</summary>
    void Cut(FoldedText folded, int start, int end, List<int> ends);
}
