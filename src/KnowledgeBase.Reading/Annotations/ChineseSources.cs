using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds whom somebody cites: 据…报道, 援引…的话, 在…看来.</summary>
sealed class ChineseSources(LanguageRules rules, HanVariants variants)
{
    /// <summary>Shorter clauses are seldom what somebody said (a guess).</summary>
    const int LeastCharacters = 5;

    /// <summary>A longer source is a clause (a guess).</summary>
    const int LongestSource = 20;

    /// <summary>的话, 的数据, 的消息报道: what stands behind a source that is cited.</summary>
    const int LongestSaying = 5;

    readonly HanWords _words = new(rules, variants);
    readonly ImmutableArray<SourceMark> _sources = [.. rules.SourceMarks.Select(mark => new SourceMark(FoldedText.Of(mark.Before, variants), FoldedText.Of(mark.After, variants)))];

    /// <summary>东海社援引港口协会的话称: whom the subject of the verb cites; null where it cites nobody.</summary>
    public Attribution? FindCited(string text, string masked, int start, int verb)
    {
        (int cited, int end) = LastOfChain(masked, start, verb);
        return cited > start && end > cited && end < verb && end - cited <= LongestSource ? ReadSource(text, masked, cited, end) : null;
    }

    /// <summary>据东海社报道，… · 据东海社援引港口协会的话报道，…: the last source of the chain speaks, where it has a name or is cited by one that has.</summary>
    public Report? FindHearsay(string text, string masked, TextSpan sentence)
    {
        int comma = masked.AsSpan(sentence.Start, sentence.Length).IndexOfAny('，', ',');
        if (comma < 1 || sentence.Length - comma <= LeastCharacters)
            return null;
        int end = sentence.Start + comma;
        foreach (SourceMark mark in _sources.Where(mark => mark.Before is "据" or "根据" && EndsWith(masked, sentence.Start, end, mark.After) && masked.AsSpan(sentence.Start).StartsWith(mark.Before)))
        {
            int last = end - mark.After.Length;
            (int start, last) = LastOfChain(masked, sentence.Start + mark.Before.Length, last);
            bool isCited = start > sentence.Start + mark.Before.Length;
            if (last > start && last - start <= LongestSource && ReadSource(text, masked, start, last) is var source && (isCited || source.Kind == NamingKind.Name))
                return new(TextSpan.Between(end + 1, sentence.End), source with { Cue = TextSpan.Between(end - mark.After.Length, end) });
        }
        return null;
    }

    /// <summary>东海社援引港口协会的话: whom the agency cites.</summary>
    (int Start, int End) LastOfChain(string masked, int start, int end)
    {
        foreach (SourceMark cited in _sources.Where(mark => mark.Before.Length > 1))
        {
            int at = end > start ? masked.LastIndexOf(cited.Before, end - 1, end - start, StringComparison.Ordinal) : -1;
            if (at > start)
                start = at + cited.Before.Length;
        }
        // 财务省的数据 is the ministry's.
        int words = masked.AsSpan(start, end - start).LastIndexOf('的');
        return (start, words > 0 && end - start - words <= LongestSaying ? start + words : end);
    }

    /// <summary>援引知情人士的话说，“…” · 在他看来，“…”</summary>
    public Attribution? FindSource(string text, string masked, int start, int end)
    {
        while (end > start && masked[end - 1] is ',' or ':' or '，' or '：')
            end--;
        foreach (SourceMark mark in _sources.Where(mark => mark.After.Length > 1 && EndsWith(masked, start, end, mark.After)))
        {
            int last = end - mark.After.Length;
            int at = last > start ? masked.LastIndexOf(mark.Before, last - 1, last - start, StringComparison.Ordinal) : -1;
            int named = at + mark.Before.Length;
            if (at >= start && last - named is > 0 and <= LongestSource)
                return ReadSource(text, masked, named, last) with { Cue = new(last, mark.After.Length) };
        }
        return null;
    }

    /// <summary>在学者看来，…“…” · 用社长的话说，…“…”: in whose view the clauses behind the comma are.</summary>
    public Attribution? FindView(string text, string masked, int start, int end)
    {
        int comma = end > start ? masked.AsSpan(start, end - start).IndexOfAny('，', ',') : -1;
        return comma > 0 && _sources.Any(mark => mark.Before is not ("据" or "根据") && EndsWith(masked, start, start + comma, mark.After)) ? FindSource(text, masked, start, start + comma) : null;
    }

    Attribution ReadSource(string text, string masked, int start, int end)
    {
        bool isPronoun = _words.Pronouns.LengthAt(masked, start, end) == end - start;
        Attribution? read = isPronoun ? null : new SpeakerDescription(_words).Read(text, masked, start, end);
        return read ?? new(isPronoun ? NamingKind.Pronoun : NamingKind.Noun, TextSpan.Between(start, end), null);
    }

    static bool EndsWith(string masked, int start, int end, string ending) =>
        end - start >= ending.Length && masked.AsSpan(end - ending.Length, ending.Length).SequenceEqual(ending);
}
