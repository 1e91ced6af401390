using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the speakers of Chinese quotations: before the cue, which stands before or after the words.</summary>
sealed class ChineseAttributor(LanguageRules rules, HanVariants variants) : IAttributor
{
    /// <summary>Without a cue beside them, fewer characters than this are a term or a title (a guess: 12 hold most slogans).</summary>
    const int LeastCharactersAlone = 12;

    /// <summary>A cue further away than this (表示要推动“…”) introduces speech only when the quotation is long.</summary>
    const int NearCharacters = 3;

    /// <summary>A quotation of this length is speech even when its cue is further away.</summary>
    const int LongQuotation = 8;

    /// <summary>Shorter clauses are seldom what somebody said (a guess).</summary>
    const int LeastReportedCharacters = 5;

    readonly HanWords _words = new(rules, variants);
    readonly ChineseSubjects _subjects = new(new HanWords(rules, variants));

    /// <inheritdoc/>
    public IArticleNames OpenNames(string text, IReadOnlyList<Quotation> quotations) => new HanArticleNames(_words, text);

    /// <inheritdoc/>
    public IEnumerable<Report> FindReports(string text, IReadOnlyList<Quotation> quotations)
    {
        var sentences = new HanSentences(_words.Fold(text), quotations);
        foreach (TextSpan sentence in sentences.WithoutQuotations())
        {
            if (FindReport(text, sentences.Text, sentence) is { } report)
                yield return report;
        }
    }

    /// <summary>田中表示，…。 — a comma or colon after the cue, then the clause to the end of the sentence.</summary>
    Report? FindReport(string text, string masked, TextSpan sentence)
    {
        for (int i = sentence.Start + 1; i < sentence.End; i++)
        {
            if (_words.IndirectCues.LengthAt(masked, i, sentence.End) is not (> 0 and var length) || IsPartOfOtherWord(masked, i + length, sentence.Start))
                continue;
            int clause = i + length;
            if (clause < sentence.End && masked[clause] is '，' or ',' or '：' && sentence.End - clause > LeastReportedCharacters
                && _subjects.Find(text, masked, sentence.Start, i) is { Kind: not NamingKind.Noun } speaker)
                return new(TextSpan.Between(clause + 1, sentence.End), speaker with { Cue = new(i, length) });
        }
        return null;
    }

    /// <inheritdoc/>
    public bool IsSpeech(string text, Quotation quotation, Attribution? attribution)
    {
        int length = WordCount.Of(quotation.Inner.In(text));
        if (attribution?.Cue is not { } cue)
            return length >= LeastCharactersAlone && (quotation.Continues || text[quotation.Inner.End - 1] is '。' or '！' or '？' or '…');
        int gap = cue.Start < quotation.Outer.Start ? quotation.Outer.Start - cue.End : cue.Start - quotation.Outer.End;
        return length >= LongQuotation || gap <= NearCharacters || (cue.Start > quotation.Outer.Start && length > NearCharacters);
    }

    /// <inheritdoc/>
    public Attribution?[] Attribute(string text, IReadOnlyList<Quotation> quotations)
    {
        var found = new Attribution?[quotations.Count];
        string folded = _words.Fold(text);
        var sentences = new HanSentences(folded, quotations);
        for (int i = 0; i < quotations.Count; i++)
        {
            Attribution? last = i > 0 ? found[i - 1] : null;
            found[i] = quotations[i].Continues || IsListed(sentences.Text, quotations, i)
                ? last
                : FindBefore(text, sentences, quotations[i]) ?? FindAfter(text, sentences, quotations[i]) ?? (IsAlone(sentences.Text, quotations[i]) ? last : null);
        }
        return found;
    }

    /// <summary>田中表示：“…” — the cue that stands nearest before the words, within the sentence.</summary>
    Attribution? FindBefore(string text, HanSentences sentences, Quotation quotation)
    {
        int start = sentences.StartOf(quotation.Outer.Start);
        for (int end = quotation.Outer.Start; end > start; end--)
        {
            if (LengthOfCue(sentences.Text, end, start) is > 0 and var length && _subjects.Find(text, sentences.Text, start, end - length) is { } speaker)
                return speaker with { Cue = new(end - length, length) };
        }
        return FindLabel(text, sentences.Text, start, quotation.Outer.Start);
    }

    /// <summary>“…”，田中说。 — the first cue after the words; the speaker stands between.</summary>
    Attribution? FindAfter(string text, HanSentences sentences, Quotation quotation)
    {
        int from = quotation.Outer.End;
        int end = sentences.EndOf(from);
        for (int i = from; i < end && !HanSentences.IsBlank(sentences.Text[i]); i++)
        {
            if (_words.Cues.LengthAt(sentences.Text, i, end) is > 0 and var length && !IsPartOfOtherWord(sentences.Text, i + length, from))
                return _subjects.Find(text, sentences.Text, from, i) is { } speaker ? speaker with { Cue = new(i, length) } : null;
        }
        return null;
    }

    /// <summary>田中：“…”</summary>
    Attribution? FindLabel(string text, string masked, int start, int end) =>
        end - start is >= 3 and <= 20 && masked[end - 1] is ':' or '：' ? _subjects.Find(text, masked, start, end - 1) : null;

    int LengthOfCue(string masked, int end, int start)
    {
        int length = _words.Cues.LengthEndingAt(masked, end, start);
        return length > 0 && !IsPartOfOtherWord(masked, end, start) ? length : 0;
    }

    /// <summary>简称 and 据说 end like cues and are none.</summary>
    bool IsPartOfOtherWord(string masked, int end, int start) => _words.NotNames.LengthEndingAt(masked, end, start) > 0;

    /// <summary>“…”、“…”和“…”: several quotations of one speaker.</summary>
    static bool IsListed(string masked, IReadOnlyList<Quotation> quotations, int i) =>
        i > 0 && quotations[i].Outer.Start - quotations[i - 1].Outer.End <= 2
        && masked[quotations[i - 1].Outer.End..quotations[i].Outer.Start].All("、，,和及与 ".Contains);

    /// <summary>A paragraph that is nothing but the quotation.</summary>
    static bool IsAlone(string masked, Quotation quotation) =>
        (quotation.Outer.Start == 0 || masked[quotation.Outer.Start - 1] == '\n') && (quotation.Outer.End >= masked.Length || masked[quotation.Outer.End] == '\n');
}
