using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the speakers of Chinese quotations: before the cue, which stands before or after the words.</summary>
sealed class ChineseAttributor(LanguageRules rules, HanVariants variants) : IAttributor
{
    /// <summary>Without a cue beside them, fewer characters than this are a term or a title (a guess: 12 hold most slogans).</summary>
    const int LeastCharactersAlone = 12;

    /// <summary>Shorter words between quotation marks are terms (a guess).</summary>
    const int LeastCharacters = 4;

    /// <summary>Four characters in the middle of a clause are a term (一带一路); from so many on they are words of the speaker, wherever they stand.</summary>
    const int LeastCharactersInside = 5;

    /// <summary>Shorter clauses are seldom what somebody said (a guess).</summary>
    const int LeastReportedCharacters = 5;

    /// <summary>A longer source is a clause (a guess).</summary>
    const int LongestSource = 20;

    readonly HanWords _words = new(rules, variants);
    readonly ImmutableArray<SourceMark> _sources = [.. rules.SourceMarks.Select(mark => new SourceMark(FoldedText.Of(mark.Before, variants), FoldedText.Of(mark.After, variants)))];

    /// <inheritdoc/>
    public IArticleNames OpenNames(string text, IReadOnlyList<Quotation> quotations) => new HanArticleNames(_words, text);

    /// <inheritdoc/>
    public IEnumerable<Report> FindReports(string text, IReadOnlyList<Quotation> quotations)
    {
        ChineseSubjects subjects = SubjectsOf(text);
        var sentences = new HanSentences(_words, text, quotations);
        foreach (TextSpan sentence in sentences.WithoutQuotations())
        {
            if ((FindReport(text, sentences.Text, sentence, subjects) ?? FindHearsay(text, sentences.Text, sentence)) is { } report)
                yield return report;
        }
    }

    /// <inheritdoc/>
    public bool IsSpeech(string text, Quotation quotation, Attribution? attribution)
    {
        int length = WordCount.Of(quotation.Inner.In(text));
        bool isSentence = text[quotation.Inner.End - 1] is '。' or '！' or '？' or '…';
        if (attribution is null || (attribution.Cue is null && !isSentence))
            return length >= LeastCharactersAlone && (quotation.Continues || isSentence);
        bool isInside = quotation.Outer.End < text.Length && FoldedText.IsHanOrKana(text[quotation.Outer.End]) && attribution.Cue is { } cue && cue.Start < quotation.Outer.Start;
        return isSentence || length >= (isInside ? LeastCharactersInside : LeastCharacters)
            || (attribution.Cue is { } next && Math.Abs(next.Start - quotation.Outer.End) <= 1 && length > 2);
    }

    /// <inheritdoc/>
    public Attribution?[] Attribute(string text, IReadOnlyList<Quotation> quotations)
    {
        var found = new Attribution?[quotations.Count];
        var sentences = new HanSentences(_words, text, quotations);
        ChineseSubjects subjects = SubjectsOf(text);
        Attribution? last = null;
        int read = 0;
        for (int i = 0; i < quotations.Count; i++)
        {
            Quotation quotation = quotations[i];
            (Attribution? Reporter, int At) told = FindLastReporter(text, sentences, subjects, read, quotation.Outer.Start);
            last = told.Reporter ?? last;
            found[i] = quotation.Continues || IsListed(sentences.Text, quotations, i)
                ? last
                : FindBefore(text, sentences, quotation, subjects) ?? FindAfter(text, sentences, quotation, subjects) ?? (IsAlone(sentences, quotation) ? last : null);
            last = found[i] ?? last;
            read = quotation.Outer.End;
        }
        return found;
    }

    ChineseSubjects SubjectsOf(string text) => new(_words, new HanArticleNames(_words, text).Names);

    /// <summary>田中表示，…。 — a comma or colon after the cue, then the clause to the end of the sentence.</summary>
    Report? FindReport(string text, string masked, TextSpan sentence, ChineseSubjects subjects)
    {
        for (int i = sentence.Start + 1; i < sentence.End; i++)
        {
            if (_words.DocumentCues.LengthAt(masked, i, sentence.End) is not (> 0 and var length) || IsPartOfOtherWord(masked, i, length, sentence.Start))
                continue;
            int clause = i + length;
            if (clause < sentence.End && masked[clause] is '，' or ',' or '：' or ':' && sentence.End - clause > LeastReportedCharacters
                && subjects.Find(text, masked, sentence.Start, i) is { } speaker && IsReporter(masked, speaker, i, length))
                return new(TextSpan.Between(clause + 1, sentence.End), speaker with { Cue = new(i, length) });
            i += length - 1;
        }
        return null;
    }

    /// <summary>白皮书指出，…, 《东海新闻》报道称，… and 日方表示，… tell more than insiders do: a text can be looked up, a state is known. 数据显示，… is said of texts only.</summary>
    bool IsReporter(string masked, Attribution speaker, int cue, int length) =>
        _words.IsText(masked, speaker.Named) || (speaker.Kind == NamingKind.Noun && masked[speaker.Named.End - 1] == '》' && _words.IndirectCues.LengthAt(masked, cue, cue + length) == length)
        || (_words.IndirectCues.LengthAt(masked, cue, cue + length) == length && (speaker.Kind != NamingKind.Noun || _words.States.LengthAt(masked, speaker.Named.Start, speaker.Named.End) == speaker.Named.Length));

    /// <summary>据东海社报道，… · 据东海社援引港口协会的话报道，…: the last source of the chain speaks, where it has a name.</summary>
    Report? FindHearsay(string text, string masked, TextSpan sentence)
    {
        int comma = masked.AsSpan(sentence.Start, sentence.Length).IndexOfAny('，', ',');
        if (comma < 1 || sentence.Length - comma <= LeastReportedCharacters)
            return null;
        int end = sentence.Start + comma;
        foreach (SourceMark mark in _sources.Where(mark => mark.Before is "据" or "根据" && EndsWith(masked, sentence.Start, end, mark.After) && masked.AsSpan(sentence.Start).StartsWith(mark.Before)))
        {
            int last = end - mark.After.Length;
            (int start, last) = LastOfChain(masked, sentence.Start + mark.Before.Length, last);
            if (last > start && ReadSource(text, masked, start, last) is { Kind: NamingKind.Name } source)
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
        int words = masked.AsSpan(start, end - start).IndexOf("的话");
        return (start, words > 0 ? start + words : end);
    }

    /// <summary>Who is reported to say something without quotation marks, last before a quotation, in the same paragraph.</summary>
    (Attribution? Reporter, int At) FindLastReporter(string text, HanSentences sentences, ChineseSubjects subjects, int from, int to)
    {
        (Attribution?, int) last = (null, from);
        int start = Math.Max(from, sentences.StartOfParagraph(to));
        while (start < to)
        {
            int end = Math.Min(sentences.EndOf(start), to);
            if (end < to && (FindReport(text, sentences.Text, TextSpan.Between(start, end), subjects)?.Attribution ?? subjects.FindFirst(text, sentences.Text, start, end)) is { } reporter)
                last = (reporter with { Cue = null }, start);
            start = end + 1;
        }
        return last;
    }

    /// <summary>田中表示：“…” — the cue that stands nearest before the words, within the sentence.</summary>
    Attribution? FindBefore(string text, HanSentences sentences, Quotation quotation, ChineseSubjects subjects)
    {
        int start = sentences.StartOf(quotation.Outer.Start);
        int introduced = quotation.Outer.Start;
        if (start == introduced && sentences.EndOfIntroduction(start) is > 0 and var colon)
            (start, introduced) = (sentences.StartOf(colon), colon);
        if (FindSource(text, sentences.Text, start, introduced) is { } source)
            return source;
        for (int end = introduced; end > start; end--)
        {
            for (int length = LengthOfCue(sentences.Text, end, start); length > 0; length = LengthOfCue(sentences.Text, end, start, length))
            {
                if (subjects.Find(text, sentences.Text, start, end - length) is { } speaker)
                    return speaker with { Cue = new(end - length, length) };
            }
        }
        return introduced > start && sentences.Text[introduced - 1] is ':' or '：' ? subjects.Find(text, sentences.Text, start, introduced - 1) : null;
    }

    /// <summary>“…”，田中说。 — the first cue after the words; the speaker stands between.</summary>
    Attribution? FindAfter(string text, HanSentences sentences, Quotation quotation, ChineseSubjects subjects)
    {
        int from = quotation.Outer.End;
        int end = sentences.EndOf(from);
        for (int i = from; i < end && !HanSentences.IsBlank(sentences.Text[i]); i++)
        {
            if (_words.Cues.LengthAt(sentences.Text, i, end) is > 0 and var length && !Introduces(sentences.Text, i + length, end) && !IsPartOfOtherWord(sentences.Text, i, length, from)
                && subjects.Find(text, sentences.Text, from, i) is { } speaker)
                return speaker with { Cue = new(i, length) };
        }
        return null;
    }

    /// <summary>“…”姚惠芬则笑答：“…” — the cue belongs to the words after it.</summary>
    static bool Introduces(string masked, int cueEnd, int end) =>
        cueEnd < end && masked[cueEnd] is ':' or '：' && cueEnd + 1 < masked.Length && HanSentences.IsBlank(masked[cueEnd + 1]);

    /// <summary>援引知情人士的话说，“…” · 在他看来，“…”</summary>
    Attribution? FindSource(string text, string masked, int start, int end)
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

    Attribution ReadSource(string text, string masked, int start, int end)
    {
        bool isPronoun = _words.Pronouns.LengthAt(masked, start, end) == end - start;
        Attribution? read = isPronoun ? null : new SpeakerDescription(_words).Read(text, masked, start, end);
        return read ?? new(isPronoun ? NamingKind.Pronoun : NamingKind.Noun, TextSpan.Between(start, end), null);
    }

    static bool EndsWith(string masked, int start, int end, string ending) =>
        end - start >= ending.Length && masked.AsSpan(end - ending.Length, ending.Length).SequenceEqual(ending);

    /// <summary>评论说: the longest cue, and after it the shorter ones (说), whose subject may be the rest of it.</summary>
    int LengthOfCue(string masked, int end, int start, int shorterThan = int.MaxValue)
    {
        int length = _words.Cues.LengthEndingAt(masked, end, start, shorterThan);
        return length > 0 && !IsPartOfOtherWord(masked, end - length, length, start) ? length : 0;
    }

    /// <summary>简称 and 据说 end like cues and are none; 发言人 begins like one.</summary>
    bool IsPartOfOtherWord(string masked, int start, int length, int first) =>
        _words.NotNames.LengthEndingAt(masked, start + length, first) > length || _words.NotNames.LengthAt(masked, start, masked.Length) > length || _words.Posts.LengthAt(masked, start, masked.Length) > length;

    /// <summary>“…”、“…”和“…”: several quotations of one speaker.</summary>
    static bool IsListed(string masked, IReadOnlyList<Quotation> quotations, int i) =>
        i > 0 && quotations[i].Outer.Start - quotations[i - 1].Outer.End <= 2
        && masked[quotations[i - 1].Outer.End..quotations[i].Outer.Start].All("、，,和及与 ".Contains);

    /// <summary>A sentence that is nothing but the quotation.</summary>
    static bool IsAlone(HanSentences sentences, Quotation quotation) =>
        sentences.StartOf(quotation.Outer.Start) == quotation.Outer.Start || sentences.EndsBefore(quotation.Outer.Start);
}
