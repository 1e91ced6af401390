using System.Text;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>A Chinese or Japanese text with its quotations blanked out, so that sentences end where the writer's sentences end. Its dateline is a line of its own: whoever filed a report does not speak in it.</summary>
sealed class HanSentences
{
    /// <summary>No sentence is looked at further than this, so that a text without full stops costs no more than another.</summary>
    const int MaxReach = 400;

    /// <summary>A headline and a blank line may stand before the dateline.</summary>
    const int MostBeforeDateline = 4;

    /// <summary>What stands for each character of a quotation.</summary>
    public const char BlankMark = '\u25a1';

    readonly string _masked;

    /// <summary>Where quotations end that end a sentence themselves: “…。”</summary>
    readonly HashSet<int> _closed;

    public HanSentences(HanWords words, string text, IReadOnlyList<Quotation> quotations)
    {
        string folded = words.Fold(text);
        _closed = [.. quotations.Where(quotation => folded[quotation.Inner.End - 1] is '。' or '！' or '？' or '!' or '?').Select(quotation => quotation.Outer.End)];
        var masked = new StringBuilder(folded);
        int paragraph = 0;
        for (int i = 0; i < MostBeforeDateline && paragraph < text.Length; i++)
        {
            int dateline = words.Datelines.FindEnd(text, paragraph);
            masked.Remove(paragraph, dateline).Insert(paragraph, "\n", dateline);
            int end = text.IndexOf('\n', paragraph);
            paragraph = end < 0 ? text.Length : end + 1;
        }
        foreach (Quotation quotation in quotations)
        {
            for (int i = quotation.Outer.Start; i < quotation.Outer.End; i++)
                masked[i] = BlankMark;
        }
        _masked = masked.ToString();
    }

    /// <summary>The text with blanks for quotations.</summary>
    public string Text => _masked;

    /// <summary>Where the sentence around a position begins.</summary>
    public int StartOf(int position)
    {
        int i = position;
        while (i > 0 && position - i < MaxReach && !IsEnd(_masked[i - 1]))
            i--;
        return i;
    }

    /// <summary>Where the last quotation between two positions ends that is a sentence; the first position where there is none.</summary>
    public int EndOfClosed(int start, int end)
    {
        int i = end - 1;
        while (i > start && !(IsBlank(_masked[i - 1]) && _closed.Contains(i)))
            i--;
        return Math.Max(i, start);
    }

    /// <summary>Where the sentence around a position ends, before its mark.</summary>
    public int EndOf(int position)
    {
        int i = position;
        while (i < _masked.Length && i - position < MaxReach && !IsEnd(_masked[i]))
            i++;
        return i;
    }

    /// <summary>Where the paragraph around a position begins.</summary>
    public int StartOfParagraph(int position) => position == 0 ? 0 : _masked.LastIndexOf('\n', position - 1) + 1;

    /// <summary>The end of the paragraph before, where it ends with a colon and so introduces what begins at a position; 0 otherwise.</summary>
    public int EndOfIntroduction(int position)
    {
        int i = position;
        while (i > 0 && _masked[i - 1] is '\n' or ' ')
            i--;
        return i > 0 && i < position && _masked[i - 1] is ':' or '：' ? i : 0;
    }

    /// <summary>True where nothing but a quotation stands between a position and the end of the sentence before it.</summary>
    public bool EndsBefore(int position) => position > 0 && IsBlank(_masked[position - 1]);

    /// <summary>The sentences that hold no quotation, without their marks; also those that begin behind a quotation which is a sentence: “…。”田中表示，…。</summary>
    public IEnumerable<TextSpan> WithoutQuotations()
    {
        for (int start = 0; start < _masked.Length;)
        {
            int end = start;
            int begin = start;
            while (end < _masked.Length && !IsEnd(_masked[end]))
            {
                bool isQuoted = IsBlank(_masked[end++]);
                begin = isQuoted ? end : begin;
            }
            bool isSentence = begin == start || _closed.Contains(begin);
            if (isSentence && end > begin && end - begin <= MaxReach)
                yield return TextSpan.Between(begin, end);
            start = end + 1;
        }
    }

    /// <summary>True at a blanked-out quotation.</summary>
    public static bool IsBlank(char c) => c == BlankMark;

    static bool IsEnd(char c) => c is '。' or '！' or '？' or '!' or '?' or '\n' or '；' or ';';
}
