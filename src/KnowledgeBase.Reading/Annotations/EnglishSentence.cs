using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>One English sentence: who is said to say what in it.</summary>
sealed class EnglishSentence(EnglishWords words, List<Token> tokens, int start, int end)
{
    /// <summary>A cue this near before a quotation introduces it even when another one follows (a guess, checked on the development quotes).</summary>
    const int NearTokens = 4;

    /// <summary>A reported clause has at least so many words; shorter ones are seldom clauses (a guess).</summary>
    const int LeastReportedWords = 4;

    /// <summary>Behind "that" stands a clause, if of two words: a subject and a verb.</summary>
    const int LeastWordsBehindThat = 2;

    /// <summary>A speaker further away than this from the cue is seldom its subject (a guess).</summary>
    const int MaxSpeakerTokens = 20;

    /// <summary>A post and an organisation before a name: Example Trade Office deputy head NAME (a guess).</summary>
    const int MaxDescriptionTokens = 12;

    /// <summary>A place, a day and an agency. A guess.</summary>
    const int MaxDatelineTokens = 16;

    /// <summary>In a statement on Wednesday: what stands between a cue and its clause (a guess).</summary>
    const int MaxAdverbialTokens = 8;

    readonly EnglishNames _names = new(words, tokens);

    public int Start => start;

    public int End => end;

    /// <summary>Who says the quotation at a place; null when the sentence does not tell.</summary>
    public Saying? FindSayingOf(int quotation)
    {
        Saying? before = FindBefore(quotation);
        if (before is { } near && quotation - near.Cue <= NearTokens && !EndsWithComma(quotation))
            return before;
        return FindJustAfter(quotation) ?? before ?? FindLaterOn(quotation);
    }

    /// <summary>The last one in the sentence who says something, with or without quotation marks.</summary>
    public Saying? FindLast()
    {
        for (int i = end - 1; i >= start; i--)
        {
            if (words.FindCue(tokens[i]) is { } position && Speaker(i, position) is { } saying)
                return saying;
        }
        return null;
    }

    /// <summary>NAME said that …: who reports, and from where to where the clause reaches; null when the sentence quotes or reports nothing.</summary>
    public (Saying Saying, int Start, int End)? FindReport()
    {
        if (tokens.FindIndex(start, end - start, token => token.IsQuotation) >= 0)
            return null;
        int clauseEnd = end > start && !tokens[end - 1].IsWord ? end - 1 : end;
        if (FindAccording(clauseEnd) is { } according)
            return according;
        for (int i = start + 1; i < clauseEnd; i++)
        {
            if (words.IsIndirectCue(tokens[i]) && FindClause(i, clauseEnd) is { } clause && clauseEnd - clause >= (tokens[clause - 1].Is("that") ? LeastWordsBehindThat : LeastReportedWords)
                && _names.FindBefore(i, start) is { } speaker && speaker.Start >= i - MaxSpeakerTokens && (speaker.Kind != NamingKind.Noun || CanReport(speaker)))
                return (new(speaker, i), clause, clauseEnd);
        }
        return FindReportBehind(clauseEnd);
    }

    /// <summary>Exports fell this year, NAME said on Monday · Exports fell this year, said NAME, head of the office</summary>
    (Saying Saying, int Start, int End)? FindReportBehind(int sentenceEnd)
    {
        for (int cue = sentenceEnd - 1; cue > start + LeastReportedWords; cue--)
        {
            if (!words.IsIndirectCue(tokens[cue]))
                continue;
            bool isInverted = tokens[cue - 1].Is(",");
            Naming? found = isInverted ? FindInverted(cue, sentenceEnd) : IsEndOfReport(cue, sentenceEnd) ? _names.FindBefore(cue, start) : null;
            if (found is not { } speaker || (speaker.Kind == NamingKind.Noun && !CanReport(speaker)))
                return null;
            int comma = isInverted ? cue - 1 : speaker.Start - 1;
            while (comma > start && tokens[comma].IsWord && speaker.Start - comma <= MaxDescriptionTokens)
                comma--;
            int first = StartBehindDateline();
            return comma - first >= LeastReportedWords && tokens[comma].Is(",") && IsClause(comma) ? (new(speaker, cue), first, comma) : null;
        }
        return null;
    }

    /// <summary>KOBE, Nov. 12 (Port News) -- exports fell</summary>
    int StartBehindDateline()
    {
        if (tokens[start].Text.Length < 3 || tokens[start].Text.Any(char.IsLower))
            return start;
        int dash = tokens.FindIndex(start, Math.Min(end - start, MaxDatelineTokens), token => token.Text is "-" or "–" or "—");
        return dash < 0 ? start : tokens.FindIndex(dash, token => token.Text is not ("-" or "–" or "—")) is > 0 and var first && first < end ? first : start;
    }

    /// <summary>Nothing, or when, where and to whom it was said, follows the cue.</summary>
    bool IsEndOfReport(int cue, int sentenceEnd) =>
        cue + 1 >= sentenceEnd
        || ((tokens[cue].Is("told") || words.IsPreposition(tokens[cue + 1]) || words.IsAdverb(tokens[cue + 1]))
            && !tokens.GetRange(cue + 1, sentenceEnd - cue - 1).Exists(token => token.Is("that") || words.IsIndirectCue(token)));

    /// <summary>said NAME; not: said NAME would come.</summary>
    Naming? FindInverted(int cue, int sentenceEnd) =>
        _names.FindAfter(cue + 1, sentenceEnd) is { } speaker && (speaker.End >= sentenceEnd || tokens[speaker.End].Is(",") || words.IsPreposition(tokens[speaker.End])) ? speaker : null;

    /// <summary>What begins with a preposition (After the talks, …) is a clause only when one follows it (In April, exports fell); NAME, who …, is none.</summary>
    bool IsClause(int comma)
    {
        int last = tokens.FindLastIndex(comma - 1, comma - start, token => token.Is(","));
        bool isWhole = last < 0 || (comma - last > LeastReportedWords && !IsAdverbial(tokens[last + 1]));
        return tokens[start].IsWord && (!IsAdverbial(tokens[start]) || (last > 0 && isWhole)) && !tokens.GetRange(start, comma - start).Exists(words.IsRelative);
    }

    bool IsAdverbial(Token first) => words.IsPreposition(first.Text.ToLowerInvariant()) || words.IsAdverb(first) || words.IsConjunction(first) || words.IsAdverbialOpener(first);

    /// <summary>The report, the ministry, Japan's trade minister: not officials, nor a minister.</summary>
    bool CanReport(Naming noun)
    {
        int head = tokens.FindIndex(noun.Start, noun.End - noun.Start, words.IsPreposition) is > 0 and var preposition && preposition > noun.Start ? preposition - 1 : noun.End - 1;
        bool isDefinite = words.IsDefinite(tokens[noun.Start].Text) || tokens.GetRange(noun.Start, noun.End - noun.Start).Exists(token => token.IsPossessive);
        return words.IsDocumentNoun(tokens[noun.End - 1]) || (isDefinite && (words.IsBodyNoun(tokens[head]) || words.IsPostNoun(tokens[head])));
    }

    /// <summary>According to NAME, head of research at the bank, exports fell · Exports fell, according to NAME</summary>
    (Saying Saying, int Start, int End)? FindAccording(int sentenceEnd)
    {
        int at = Enumerable.Range(start, Math.Max(0, sentenceEnd - start)).FirstOrDefault(IsAccordingTo, -1);
        if (at < 0 || (at > start && !tokens[at - 1].Is(",")) || (_names.FindAfter(at + 2, sentenceEnd) ?? FindDocument(at + 2, sentenceEnd)) is not { } source || (source.Kind == NamingKind.Noun && !words.IsDocumentNoun(tokens[source.End - 1])))
            return null;
        (int first, int last) = at > start ? (start, at - 1) : (StartBehind(source, sentenceEnd), sentenceEnd);
        return last - first >= LeastReportedWords ? (new(source, at), first, last) : null;
    }

    /// <summary>customs data, industry surveys: a text without an article.</summary>
    Naming? FindDocument(int first, int sentenceEnd)
    {
        int i = first;
        while (i < sentenceEnd && tokens[i].IsLowercase && !words.IsPreposition(tokens[i]))
            i++;
        return i > first && words.IsDocumentNoun(tokens[i - 1]) ? new(NamingKind.Noun, first, i) : null;
    }

    /// <summary>Behind the comma after a source, and behind what is said of it between two commas.</summary>
    int StartBehind(Naming source, int sentenceEnd)
    {
        int comma = NextComma(source.End, sentenceEnd);
        int next = NextComma(comma + 1, sentenceEnd);
        bool isDescribed = source.Kind == NamingKind.Name && next < sentenceEnd && tokens.GetRange(comma, next - comma).Exists(words.IsSpeakingNoun);
        return (isDescribed ? next : comma) + 1;
    }

    int NextComma(int from, int sentenceEnd)
    {
        int comma = from;
        while (comma < sentenceEnd && !tokens[comma].Is(","))
            comma++;
        return comma;
    }

    /// <summary>After "that", or directly after the cue where a name, article or pronoun begins the clause.</summary>
    int? FindClause(int cue, int clauseEnd)
    {
        for (int i = cue + 1; i < Math.Min(clauseEnd, cue + 8); i++)
        {
            if (tokens[i].Is("that"))
                return i + 1;
        }
        if (cue + 1 >= clauseEnd)
            return null;
        Token next = tokens[cue + 1];
        if (tokens[cue].Text is not "told" && (words.IsPreposition(next) || words.IsAdverb(next)) && FindSubjectBehind(cue, clauseEnd) is { } subject)
            return subject;
        // said exports fell: only behind said, which has no object of its own but the clause.
        bool isNoun = tokens[cue].Text is "said" or "says" && next.IsLowercase && !words.IsPreposition(next) && !words.IsConjunction(next) && !words.IsRelative(next) && !words.IsAdverb(next) && next.Text is not ("so" or "nothing" or "something");
        bool begins = tokens[cue].Text is not "told" && (isNoun || words.IsDeterminer(next) || words.IsPronoun(next) || words.IsNamePart(next));
        return begins ? cue + 1 : null;
    }

    /// <summary>said in a statement it would · said on Wednesday the city would: a pronoun, or what follows the name of a day.</summary>
    int? FindSubjectBehind(int cue, int clauseEnd)
    {
        for (int i = cue + 2; i < Math.Min(clauseEnd, cue + 2 + MaxAdverbialTokens) && tokens[i].IsWord; i++)
        {
            bool isBehindDay = tokens[i - 1].IsCapitalized && words.IsAdverb(tokens[i - 1]) && (words.IsDeterminer(tokens[i]) || words.IsNamePart(tokens[i]));
            if (isBehindDay || tokens[i].Text is "it" or "he" or "she" or "they")
                return i;
        }
        return null;
    }

    /// <summary>What the sentence is about, when it has no cue.</summary>
    public Naming? FindSubject(int quotation) =>
        _names.FindPossessive(start, quotation) ?? _names.FindSubject(start, quotation) ?? _names.FindSubject(quotation + 1, end);

    /// <summary>“…”, said NAME · “…,” NAME said · “…,” according to NAME</summary>
    Saying? FindJustAfter(int quotation)
    {
        int next = quotation + 1;
        if (next < end && tokens[next].Text is "," or "—" or "–" or "-")
            next++;
        if (next >= end)
            return null;
        if (IsAccordingTo(next))
            return With(_names.FindAfter(next + 2, end), next);
        if (words.FindCue(tokens[next]) == CuePosition.Anywhere && _names.FindAfter(next + 1, end) is { } after)
            return new(after, next);
        for (int i = next + 1; i < end && !tokens[i].IsQuotation; i++)
        {
            if (words.FindCue(tokens[i]) is not (null or CuePosition.Participle) && _names.FindBefore(i, next) is { } before)
                return new(before, i);
        }
        return null;
    }

    /// <summary>NAME said: “…” · NAME told reporters that the “…” · According to NAME, “…”</summary>
    Saying? FindBefore(int quotation)
    {
        if (quotation - 1 > start && tokens[quotation - 1].Is(":") && _names.FindBefore(quotation - 1, start) is { Kind: NamingKind.Name } label && label.Start <= start + 2)
            return new(label, quotation - 1);
        for (int i = quotation - 1; i >= start; i--)
        {
            if (IsAccordingTo(i) && With(_names.FindAfter(i + 2, quotation), i) is { } source)
                return source;
            if (words.FindCue(tokens[i]) is { } position && Speaker(i, position) is { } saying)
                return saying;
        }
        return null;
    }

    /// <summary>“…” is what NAME calls it: a cue further on in the sentence.</summary>
    Saying? FindLaterOn(int quotation)
    {
        for (int i = quotation + 1; i < end; i++)
        {
            if (IsAccordingTo(i) && With(_names.FindAfter(i + 2, end), i) is { } source)
                return source;
            if (words.FindCue(tokens[i]) is not (null or CuePosition.Participle) && _names.FindBefore(i, quotation + 1) is { } speaker)
                return new(speaker, i);
        }
        return null;
    }

    /// <summary>A participle (saying) and a cue after "and" have the speaker of the clause before them.</summary>
    Saying? Speaker(int cue, CuePosition position)
    {
        if (position == CuePosition.Anywhere && IsInverted(cue) && _names.FindAfter(cue + 1, end) is { Kind: NamingKind.Name } inverted)
            return new(inverted, cue);
        if (!IsSecondVerb(cue) && _names.FindBefore(cue, start) is { } speaker && (position != CuePosition.Participle || (speaker.End == cue && speaker.Kind == NamingKind.Name)))
            return new(speaker, cue);
        for (int i = cue - 1; i >= start; i--)
        {
            if (words.FindCue(tokens[i]) is CuePosition.Anywhere or CuePosition.AfterSpeaker && _names.FindBefore(i, start) is { } other)
                return new(other, cue);
        }
        return With(_names.FindSubject(start, cue), cue);
    }

    /// <summary>NAME took the stage and called …: a second verb of the same speaker.</summary>
    bool IsSecondVerb(int cue)
    {
        int i = cue - 1;
        while (i > start && words.IsAdverb(tokens[i]) && !words.IsConjunction(tokens[i]))
            i--;
        return i > start && words.IsConjunction(tokens[i]);
    }

    /// <summary>…, explained NAME, “…”: nothing but a mark stands before the cue.</summary>
    bool IsInverted(int cue) => (cue == start || !tokens[cue - 1].IsWord) && cue + 1 < end && words.IsNamePart(tokens[cue + 1]);

    bool IsAccordingTo(int i) => i + 1 < end && tokens[i].Text is "according" or "According" && tokens[i + 1].Is("to");

    bool EndsWithComma(int quotation) => quotation + 1 < end && tokens[quotation + 1].Is(",");

    static Saying? With(Naming? naming, int cue) => naming is { } speaker ? new(speaker, cue) : null;
}

/// <summary>A speaker and the cue, as places among the tokens.</summary>
readonly record struct Saying(Naming Speaker, int Cue);
