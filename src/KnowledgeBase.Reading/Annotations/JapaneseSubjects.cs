using System.Collections.Immutable;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds who a Japanese sentence is about: the words before は or が, or before によると.</summary>
sealed class JapaneseSubjects(HanWords words, ImmutableArray<SourceMark> sources, HanVariants variants)
{
    /// <summary>は after these is not the topic mark of a speaker: では, には, とは.</summary>
    const string BeforeOtherWa = "でにとへり";

    readonly SpeakerDescription _description = new(words);
    readonly ImmutableArray<string> _sourceMarks = [.. sources.Select(mark => FoldedText.Of(mark.After, variants)).Where(mark => mark.Length > 0)];

    /// <summary>The first speaker before は, else the first before が or も.</summary>
    public Attribution? FindTopic(string text, string masked, int start, int end) =>
        FindBefore(text, masked, start, end, 'は') ?? FindBefore(text, masked, start, end, 'が') ?? FindBefore(text, masked, start, end, 'も');

    /// <summary>田中氏によると、</summary>
    public Attribution? FindSource(string text, string masked, int start, int end)
    {
        foreach (string mark in _sourceMarks)
        {
            int at = masked.IndexOf(mark, start, end - start, StringComparison.Ordinal);
            if (at >= start && ReadEndingAt(text, masked, start, at) is { } source)
                return source with { Cue = new(at, mark.Length) };
        }
        return null;
    }

    /// <summary>田中氏「…」 · 田中氏：「…」</summary>
    public Attribution? FindLabel(string text, string masked, int start, int end)
    {
        int labelEnd = end > start && masked[end - 1] is ':' or '：' ? end - 1 : end;
        return labelEnd - start is > 1 and <= 30 ? ReadEndingAt(text, masked, start, labelEnd) : null;
    }

    Attribution? FindBefore(string text, string masked, int start, int end, char mark)
    {
        if (start < end && masked[start] == 'と')
            start++;
        for (int i = start + 1; i < end; i++)
        {
            if (masked[i] == mark && !BeforeOtherWa.Contains(masked[i - 1]) && ReadEndingAt(text, masked, start, i) is { } topic)
                return topic;
        }
        return null;
    }

    /// <summary>The description that begins after the last comma; where that one is no description, nothing.</summary>
    Attribution? ReadEndingAt(string text, string masked, int start, int end)
    {
        int i = end;
        while (i > start && masked[i - 1] is not ('、' or '，' or '\u25a1' or '「' or '」'))
            i--;
        return _description.Read(text, masked, i, end);
    }
}
