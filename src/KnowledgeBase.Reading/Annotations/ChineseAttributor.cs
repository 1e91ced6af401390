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

    /// <summary>A longer stretch between marks is what somebody said, whatever stands beside it (a guess: 三级指标、交叉打分 has nine).</summary>
    const int LongestTerm = 10;

    /// <summary>发展的「關鍵時期」: four characters behind 的 are a term.</summary>
    const int LongestDescribedTerm = 4;

    readonly HanWords _words = new(rules, variants);
    readonly ChineseSources _cited = new(rules, variants);

    /// <inheritdoc/>
    public IArticleNames OpenNames(string text, IReadOnlyList<Quotation> quotations) => new HanArticleNames(_words, text);

    /// <inheritdoc/>
    public IEnumerable<Report> FindReports(string text, IReadOnlyList<Quotation> quotations)
    {
        var subjects = new ChineseSubjects(_words, new HanArticleNames(_words, text).Names);
        // 在“部长通道”上说: a term is part of its sentence.
        var sentences = new HanSentences(_words, text, [.. quotations.Where(quotation => quotation.Inner.Length >= (IsInside(text, quotation) ? LeastCharactersInside : LeastCharacters) && !IsTerm(text, quotation))]);
        (int Start, Attribution? Speaker) last = default;
        foreach (TextSpan sentence in sentences.WithoutQuotations())
        {
            if ((FindReport(text, sentences.Text, sentence, subjects) ?? _cited.FindHearsay(text, sentences.Text, sentence)) is { } report)
            {
                last = (sentence.Start, report.Attribution);
                yield return report;
            }
            else if (last.Speaker is { } speaker && last.Start >= sentences.StartOfParagraph(sentence.Start) && FindElided(sentences.Text, sentence, speaker, subjects) is { } further)
                yield return further;
        }
    }

    /// <summary>还表示，…: who is reported to have spoken before in the paragraph goes on.</summary>
    Report? FindElided(string masked, TextSpan sentence, Attribution speaker, ChineseSubjects subjects)
    {
        int comma = masked.AsSpan(sentence.Start, sentence.Length).IndexOfAny('，', ',');
        int clause = sentence.Start + comma + 1;
        int cue = comma < 1 ? 0 : _words.IndirectCues.LengthEndingAt(masked, clause - 1, sentence.Start);
        return cue > 0 && cue < comma && sentence.End - clause >= LeastReportedCharacters && subjects.Clauses.IsElided(masked, sentence.Start, clause - 1 - cue)
            ? new(TextSpan.Between(clause, sentence.End), speaker with { Cue = new(clause - 1 - cue, cue) }) : null;
    }

    /// <inheritdoc/>
    public bool IsSpeech(string text, Quotation quotation, Attribution? attribution)
    {
        int length = WordCount.Of(quotation.Inner.In(text));
        // A comma within the marks is a speaker's, too.
        bool isSentence = text[quotation.Inner.End - 1] is '。' or '！' or '？' or '…' or '，';
        if (attribution is null || (attribution.Cue is null && !isSentence))
            return length >= LeastCharactersAlone && (quotation.Continues || isSentence);
        if (!isSentence && IsTerm(text, quotation))
            return false;
        bool isInside = IsInside(text, quotation) && attribution.Cue is { } cue && cue.Start < quotation.Outer.Start;
        return isSentence || length >= (isInside ? LeastCharactersInside : LeastCharacters)
            || (attribution.Cue is { } next && (Math.Abs(next.Start - quotation.Outer.End) <= 1 || next.End == quotation.Outer.Start) && length > 2);
    }

    /// <summary>已进入“战国时代” · “三级指标”的办法: the words beside them tell that few words between marks are a term.</summary>
    bool IsTerm(string text, Quotation quotation)
    {
        if (quotation.Inner.Length > LongestTerm)
            return false;
        // Only so much is folded as the words have: a text has many quotations.
        string before = _words.Fold(text[Math.Max(0, quotation.Outer.Start - LongestTerm)..quotation.Outer.Start]);
        string after = _words.Fold(text[quotation.Outer.End..Math.Min(text.Length, quotation.Outer.End + LongestTerm)]);
        return _words.TermHeads.LengthEndingAt(before, before.Length, 0) > 0 || _words.TermTails.LengthAt(after, 0, after.Length) > 0
            || (quotation.Inner.Length <= LongestDescribedTerm && before.EndsWith('的'));
    }

    static bool IsInside(string text, Quotation quotation) => quotation.Outer.End < text.Length && FoldedText.IsHanOrKana(text[quotation.Outer.End]);

    /// <inheritdoc/>
    public Attribution?[] Attribute(string text, IReadOnlyList<Quotation> quotations)
    {
        // Reading the names goes through the whole text.
        var names = new HanArticleNames(_words, text);
        var found = new Attribution?[quotations.Count];
        var sentences = new HanSentences(_words, text, quotations);
        var subjects = new ChineseSubjects(_words, names.Names);
        var introduced = new Lazy<Attribution?>(() => FindIntroduced(text, names, sentences, subjects));
        Attribution? last = null;
        int read = 0;
        for (int i = 0; i < quotations.Count; i++)
        {
            Quotation quotation = quotations[i];
            (Attribution? Reporter, int At) told = FindLastReporter(text, sentences, subjects, read, quotation.Outer.Start);
            last = told.Reporter ?? last;
            found[i] = quotation.Continues || IsListed(sentences.Text, quotations, i)
                ? last
                : FindBefore(text, sentences, quotation, subjects) ?? FindAfter(text, sentences, quotation, subjects) ?? (IsBroken(text, sentences, quotations, i) ? last : FindUnnamed(text, sentences, quotation, subjects, last, introduced));
            // 知事铃木直彦重提这句话。“…。”他说: who is spoken of last.
            if (found[i] is { Kind: NamingKind.Pronoun } pronoun && (FindBeforePronoun(text, sentences, pronoun, subjects) ?? told.Reporter) is { Kind: NamingKind.Name } spokenOf)
                found[i] = pronoun with { Antecedent = spokenOf.BareName ?? spokenOf.Named.In(text) };
            last = found[i] ?? last;
            read = quotation.Outer.End;
        }
        return found;
    }

    /// <summary>Who speaks where the sentence names nobody: who has spoken last, or who is introduced to answer; null where the words need not be anybody's.</summary>
    Attribution? FindUnnamed(string text, HanSentences sentences, Quotation quotation, ChineseSubjects subjects, Attribution? last, Lazy<Attribution?> introduced)
    {
        int start = sentences.StartOf(quotation.Outer.Start);
        int label = quotation.Outer.Start - 1 - start;
        if (label > 0 && _words.AnswerLabels.LengthAt(sentences.Text, start, start + label) == label)
            return (last ?? introduced.Value) is { } answerer ? answerer with { Cue = new(start, label) } : null;
        if (quotation.Outer.Start == sentences.StartOfParagraph(quotation.Outer.Start) && FindDescribed(text, sentences, quotation, subjects) is { } described)
            return described;
        if (IsAlone(sentences, quotation))
            return last;
        int end = quotation.Outer.Start;
        while (end > start && sentences.Text[end - 1] is '，' or ',' or '：' or ':')
            end--;
        int cue = LengthOfCue(sentences.Text, end, start);
        return last is not null && cue > 0 && subjects.Clauses.IsElided(sentences.Text, start, end - cue) ? last with { Cue = new(end - cue, cue) } : null;
    }

    /// <summary>“…，”工厂负责人陆建平算了一笔账 · “…。”谈起往事，店长王明打开了话匣子: whom the sentence behind the first words of a paragraph describes.</summary>
    static Attribution? FindDescribed(string text, HanSentences sentences, Quotation quotation, ChineseSubjects subjects)
    {
        int end = sentences.EndOf(quotation.Outer.End);
        return text[quotation.Inner.End - 1] is '。' or '，' or '！' && !sentences.Text.AsSpan(quotation.Outer.End, end - quotation.Outer.End).ContainsAny(':', '：')
            ? subjects.FindDescribed(text, sentences.Text, quotation.Outer.End, end) : null;
    }

    /// <summary>会长程海波赞同，他认为…: whom the sentence begins with that a pronoun stands in; null where it begins with nobody.</summary>
    static Attribution? FindBeforePronoun(string text, HanSentences sentences, Attribution pronoun, ChineseSubjects subjects)
    {
        int start = sentences.EndOfClosed(sentences.StartOf(pronoun.Named.Start), pronoun.Named.Start);
        return start < pronoun.Named.Start ? subjects.FindFirst(text, sentences.Text, start, pronoun.Named.Start) : null;
    }

    /// <summary>商务部新闻发言人何立言主持例行记者会: whom the text introduces first, as its sentence describes him.</summary>
    static Attribution? FindIntroduced(string text, HanArticleNames names, HanSentences sentences, ChineseSubjects subjects)
    {
        if (names.FindFirst() is not { } first)
            return null;
        int start = sentences.StartOf(first.Named.Start);
        return subjects.FindFirst(text, sentences.Text, start, sentences.EndOf(start)) is { } described && described.BareName == first.BareName ? described : first;
    }

    /// <summary>田中表示，…。 — a comma or colon after the cue, then the clause to the end of the sentence.</summary>
    Report? FindReport(string text, string masked, TextSpan sentence, ChineseSubjects subjects)
    {
        for (int i = sentence.Start + 1; i < sentence.End; i++)
        {
            if (_words.DocumentCues.LengthAt(masked, i, sentence.End) is not (> 0 and var length) || IsPartOfOtherWord(masked, i, length, sentence.Start))
                continue;
            int clause = i + length;
            if (clause < sentence.End && masked[clause] is '，' or ',' or '：' or ':' && sentence.End - clause > LeastReportedCharacters
                && (_cited.FindCited(text, masked, sentence.Start, i) ?? FindReporter(text, masked, sentence.Start, i, length, subjects)) is { } speaker)
                return new(TextSpan.Between(clause + 1, sentence.End), speaker with { Cue = new(i, length) });
            i += length - 1;
        }
        return null;
    }

    Attribution? FindReporter(string text, string masked, int start, int cue, int length, ChineseSubjects subjects) =>
        subjects.Find(text, masked, start, cue) is { } speaker && IsReporter(masked, speaker, cue, length) ? speaker : subjects.Bodies.FindText(masked, start, cue);

    /// <summary>Canalys分析师表示，… · 外交部发言人表示，…: who is not named speaks for somebody who is.</summary>
    bool SpeaksForBody(string masked, Attribution speaker) =>
        speaker is { Kind: NamingKind.Noun, Post: { } post, Organization: not null } && _words.OwnsName(masked, speaker.Named.Start, speaker.Named.End - post.Length);

    /// <summary>白皮书指出，…, 《东海新闻》报道称，… and 日方表示，… tell more than insiders do: a text can be looked up, a state is known, and so is 该公司. 数据显示，… is said of texts only.</summary>
    bool IsReporter(string masked, Attribution speaker, int cue, int length) =>
        _words.IsText(masked, speaker.Named) || (speaker.Kind == NamingKind.Noun && (masked[speaker.Named.End - 1] == '》' || masked[speaker.Named.Start] == '该'))
        || (_words.IndirectCues.LengthAt(masked, cue, cue + length) == length && (speaker.Kind != NamingKind.Noun || SpeaksForBody(masked, speaker) || _words.States.LengthAt(masked, speaker.Named.Start, speaker.Named.End) == speaker.Named.Length));

    /// <summary>Who is reported to say something without quotation marks, last before a quotation, in the same paragraph.</summary>
    (Attribution? Reporter, int At) FindLastReporter(string text, HanSentences sentences, ChineseSubjects subjects, int from, int to)
    {
        (Attribution?, int) last = (null, from);
        int start = Math.Max(from, sentences.StartOfParagraph(to));
        while (start < to)
        {
            int end = Math.Min(sentences.EndOf(start), to);
            if (end < to && (FindReport(text, sentences.Text, TextSpan.Between(start, end), subjects)?.Attribution ?? subjects.FindFirst(text, sentences.Text, start, end) ?? subjects.FindDescribed(text, sentences.Text, start, end)) is { } reporter)
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
        // “…。”而在同事看来: another sentence begins behind a quotation that is one.
        int near = sentences.EndOfClosed(start, introduced);
        return (near > start ? FindWithin(text, sentences, near, introduced, subjects) : null) ?? FindWithin(text, sentences, start, introduced, subjects);
    }

    Attribution? FindWithin(string text, HanSentences sentences, int start, int introduced, ChineseSubjects subjects)
    {
        if (_cited.FindSource(text, sentences.Text, start, introduced) is { } source)
            return source;
        Attribution? view = _cited.FindView(text, sentences.Text, start, introduced);
        bool isIntroduced = introduced > start && sentences.Text[introduced - 1] is ':' or '：';
        if (isIntroduced && LengthOfCue(sentences.Text, introduced - 1, start) == 0 && subjects.FindBeforeColon(text, sentences.Text, start, introduced - 1) is { } turning)
            return turning;
        for (int end = introduced; end > start && !(view?.Cue is { } seen && end <= seen.End); end--)
        {
            for (int length = LengthOfCue(sentences.Text, end, start); length > 0; length = LengthOfCue(sentences.Text, end, start, length))
            {
                if (subjects.Find(text, sentences.Text, start, end - length) is { } speaker)
                    return speaker with { Cue = new(end - length, length) };
            }
        }
        return view ?? (isIntroduced ? subjects.Find(text, sentences.Text, start, introduced - 1) : null);
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

    /// <summary>评论说: the longest cue, and after it the shorter ones (说), whose subject may be the rest of it.</summary>
    int LengthOfCue(string masked, int end, int start, int shorterThan = int.MaxValue)
    {
        int length = _words.Cues.LengthEndingAt(masked, end, start, shorterThan);
        return length > 0 && !IsPartOfOtherWord(masked, end - length, length, start) ? length : 0;
    }

    /// <summary>简称 and 据说 end like cues and are none; 发言人 begins like one; 上述说明 is what somebody wrote.</summary>
    bool IsPartOfOtherWord(string masked, int start, int length, int first) =>
        (start > first && _words.SpeakingNouns.LengthAt(masked, start, masked.Length) >= length && (masked[start - 1] == '的' || _words.Determiners.LengthEndingAt(masked, start, first) > 1))
        || _words.NotNames.LengthEndingAt(masked, start + length, first) > length || _words.NotNames.LengthAt(masked, start, masked.Length) > length || _words.Posts.LengthAt(masked, start, masked.Length) > length;

    /// <summary>“…”、“…”和“…”: several quotations of one speaker.</summary>
    static bool IsListed(string masked, IReadOnlyList<Quotation> quotations, int i) =>
        i > 0 && quotations[i].Outer.Start - quotations[i - 1].Outer.End <= 2
        && masked[quotations[i - 1].Outer.End..quotations[i].Outer.Start].All("、，,和及与 ".Contains);

    /// <summary>“…，”陆建平算了一笔账，“…”: words go on that a comma has left open.</summary>
    static bool IsBroken(string text, HanSentences sentences, IReadOnlyList<Quotation> quotations, int i) =>
        i > 0 && (text[quotations[i - 1].Inner.End - 1] == '，' || text[quotations[i].Outer.Start - 1] == '，') && sentences.StartOf(quotations[i].Outer.Start) <= quotations[i - 1].Outer.Start;

    /// <summary>A sentence that is nothing but the quotation.</summary>
    static bool IsAlone(HanSentences sentences, Quotation quotation) =>
        sentences.StartOf(quotation.Outer.Start) == quotation.Outer.Start || sentences.EndsBefore(quotation.Outer.Start);
}
