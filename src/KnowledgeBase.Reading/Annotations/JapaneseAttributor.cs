using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the speakers of Japanese quotations: 田中氏は「…」と述べた.</summary>
sealed class JapaneseAttributor(LanguageRules rules, HanVariants variants) : IAttributor
{
    /// <summary>Without a cue and a speaker, fewer characters than this are a term or a title (a guess).</summary>
    const int LeastCharactersAlone = 15;

    /// <summary>With a speaker but without a cue (田中氏は「…」。), fewer characters than this are a term.</summary>
    const int LeastCharactersWithSpeaker = 8;

    /// <summary>Shorter clauses are seldom what somebody said (a guess).</summary>
    const int LeastReportedCharacters = 5;

    readonly HanWords _words = new(rules, variants);
    readonly JapaneseSubjects _subjects = new(new HanWords(rules, variants), rules.SourceMarks, variants);

    /// <inheritdoc/>
    public IArticleNames OpenNames(string text, IReadOnlyList<Quotation> quotations) => new HanArticleNames(_words, text);

    /// <inheritdoc/>
    public IEnumerable<Report> FindReports(string text, IReadOnlyList<Quotation> quotations)
    {
        var sentences = new HanSentences(_words.Fold(text), quotations);
        foreach (TextSpan sentence in sentences.WithoutQuotations())
        {
            if ((FindReport(text, sentences.Text, sentence) ?? FindHearsay(text, sentences.Text, sentence)) is { } report)
                yield return report;
        }
    }

    /// <summary>田中氏は、…と述べた。 — the clause between the topic and the cue, which ends the sentence.</summary>
    Report? FindReport(string text, string masked, TextSpan sentence)
    {
        int length = _words.IndirectCues.LengthEndingAt(masked, sentence.End, sentence.Start);
        int cue = sentence.End - length;
        if (length == 0 || _subjects.FindTopic(text, masked, sentence.Start, cue) is not { Kind: not NamingKind.Noun } speaker)
            return null;
        int clause = speaker.Named.End + 1;
        while (clause < cue && (masked[clause] is '、' or '，'))
            clause++;
        return cue - clause > LeastReportedCharacters ? new(TextSpan.Between(clause, cue), speaker with { Cue = new(cue, length) }) : null;
    }

    /// <summary>田中氏によると、…。</summary>
    Report? FindHearsay(string text, string masked, TextSpan sentence)
    {
        if (_subjects.FindSource(text, masked, sentence.Start, sentence.End) is not { Kind: not NamingKind.Noun, Cue: { } cue } source)
            return null;
        int clause = cue.End;
        while (clause < sentence.End && (masked[clause] is '、' or '，'))
            clause++;
        return sentence.End - clause > LeastReportedCharacters ? new(TextSpan.Between(clause, sentence.End), source) : null;
    }

    /// <inheritdoc/>
    public bool IsSpeech(string text, Quotation quotation, Attribution? attribution)
    {
        int length = WordCount.Of(quotation.Inner.In(text));
        if (attribution?.Cue is not null)
            return length > 2;
        return attribution is null ? length >= LeastCharactersAlone && EndsParagraph(text, quotation) : length >= LeastCharactersWithSpeaker;
    }

    /// <inheritdoc/>
    public Attribution?[] Attribute(string text, IReadOnlyList<Quotation> quotations)
    {
        var found = new Attribution?[quotations.Count];
        var sentences = new HanSentences(_words.Fold(text), quotations);
        Attribution? last = null;
        for (int i = 0; i < quotations.Count; i++)
        {
            found[i] = quotations[i].Continues ? last : Find(text, sentences, quotations[i], last);
            last = found[i] ?? last;
        }
        return found;
    }

    Attribution? Find(string text, HanSentences sentences, Quotation quotation, Attribution? last)
    {
        (int start, int end) = (sentences.StartOf(quotation.Outer.Start), sentences.EndOf(quotation.Outer.End));
        TextSpan? cue = FindCue(sentences.Text, quotation.Outer.End, end) ?? FindCueOfNextSentence(sentences, quotation);
        if (cue is { } at && _subjects.FindTopic(text, sentences.Text, quotation.Outer.End, at.Start) is { } between)
            return between with { Cue = at };
        Attribution? speaker = _subjects.FindSource(text, sentences.Text, start, quotation.Outer.Start)
            ?? _subjects.FindTopic(text, sentences.Text, start, quotation.Outer.Start)
            ?? _subjects.FindLabel(text, sentences.Text, start, quotation.Outer.Start);
        if (cue is null)
            return speaker is not null && IsComplete(sentences.Text, quotation) ? speaker : null;
        return (speaker ?? last) is { } known ? known with { Cue = cue } : null;
    }

    /// <summary>「…」と述べた: the first reporting verb after the words, within the sentence; と (or との, など) must join it to them.</summary>
    TextSpan? FindCue(string masked, int from, int end)
    {
        int i = from;
        while (i < end && (masked[i] is '、' or '。' or '，' || HanSentences.IsBlank(masked[i])))
            i++;
        bool joined = i < end && masked[i] is 'と' or 'な' or 'っ' or 'も' or 'に';
        for (; joined && i < end; i++)
        {
            if (_words.Cues.LengthAt(masked, i, end) is > 0 and var length)
                return new(i, length);
        }
        return null;
    }

    /// <summary>「…」。田中氏はこう述べた。</summary>
    TextSpan? FindCueOfNextSentence(HanSentences sentences, Quotation quotation)
    {
        int from = quotation.Outer.End;
        if (from >= sentences.Text.Length || sentences.Text[from] is not ('。' or '、'))
            return null;
        int end = sentences.EndOf(from + 1);
        int here = sentences.Text.AsSpan(from, end - from).IndexOf("こう", StringComparison.Ordinal);
        for (int i = here < 0 ? end : from + here; i < end; i++)
        {
            if (_words.Cues.LengthAt(sentences.Text, i, end) is > 0 and var length)
                return new(i, length);
        }
        return null;
    }

    /// <summary>The sentence ends with the quotation: 田中氏は「…」。</summary>
    static bool IsComplete(string masked, Quotation quotation) =>
        quotation.Outer.End >= masked.Length || masked[quotation.Outer.End] is '。' or '\n';

    static bool EndsParagraph(string text, Quotation quotation) =>
        quotation.Outer.Start > 0 && text[quotation.Outer.Start - 1] == '\n' && (quotation.Outer.End >= text.Length || text[quotation.Outer.End] == '\n');
}
