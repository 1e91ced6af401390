using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the words that name somebody before or after a place in an English sentence.</summary>
sealed class EnglishNames(EnglishWords words, List<Token> tokens)
{
    /// <summary>How far a speaker's description may reach: "the deputy head of the … of …" (a guess, not yet measured).</summary>
    const int MaxWords = 40;

    /// <summary>The speaker whose description ends before a cue.</summary>
    public Naming? FindBefore(int cue, int first)
    {
        int i = cue - 1;
        while (i >= first && (words.IsAdverb(tokens[i]) || words.IsRelative(tokens[i]) || (i + 1 < cue && words.IsPreposition(tokens[i]))))
            i--;
        if (i >= first && tokens[i].Is(")"))
            i = SkipParenthesis(i, first);
        if (i < first || tokens[i].IsQuotation || (i == cue - 1 && tokens[i].IsPossessive))
            return null;
        if (tokens[i].Text is "," or "—" or "–" or "-")
            return i + 1 < cue && words.IsRelative(tokens[i + 1]) ? FindEnding(i - 1, first) : FindBeforeInsertion(i, first);
        return FindEnding(i, first);
    }

    /// <summary>The speaker whose description begins at a place, after a cue.</summary>
    public Naming? FindAfter(int start, int end)
    {
        if (start >= end || tokens[start].IsQuotation)
            return null;
        if (words.IsPronoun(tokens[start]) && !words.IsDeterminer(tokens[start]))
            return new(NamingKind.Pronoun, start, start + 1);
        int last = Math.Min(end, start + MaxWords);
        for (int i = start; i < last && (tokens[i].IsWord || tokens[i].Text is "," or "(" or ")"); i++)
        {
            if (words.IsNamePart(tokens[i]) && !IsPossessiveHere(i) && (i == start || !words.IsPreposition(tokens[i - 1])))
            {
                int nameEnd = EndOfName(i, end);
                if (!IsEmployer(nameEnd, end))
                    return Trim(i, nameEnd, NamingKind.Name);
                i = nameEnd;
            }
            if (i > start && words.IsPreposition(tokens[i]) && !IsPartOfTitle(i, end))
                return FindNameInApposition(i, end) ?? new(NamingKind.Noun, start, i);
            if (tokens[i].Text == "," && (i + 1 >= end || !words.IsNamePart(tokens[i + 1])))
                return i > start ? new(NamingKind.Noun, start, i) : null;
        }
        return words.IsDeterminer(tokens[start]) || words.IsSpeakingNoun(tokens[start]) ? new(NamingKind.Noun, start, Math.Min(start + 2, end)) : null;
    }

    /// <summary>Example Motors president NAME: a post, or another noun, and a whole name follow.</summary>
    bool IsEmployer(int nameEnd, int end)
    {
        int i = nameEnd;
        while (i < end && i < nameEnd + 4 && tokens[i].IsLowercase && !IsFunctionWord(tokens[i]))
            i++;
        return i > nameEnd && i < end && words.IsNamePart(tokens[i]) && (words.IsSpeakingNoun(tokens[i - 1]) || (i + 1 < end && words.IsNamePart(tokens[i + 1])));
    }

    bool IsFunctionWord(Token token) =>
        words.IsPreposition(token) || words.IsConjunction(token) || words.IsRelative(token) || words.IsAdverb(token) || words.IsDeterminer(token) || words.FindCue(token) is not null
        || token.Text is "that" or "if" or "because";

    /// <summary>former secretary of state NAME</summary>
    bool IsPartOfTitle(int of, int end) =>
        tokens[of].Is("of") && of + 2 < end && tokens[of + 1].IsLowercase && !words.IsDeterminer(tokens[of + 1])
        && (words.IsNamePart(tokens[of + 2]) || (of + 3 < end && tokens[of + 2].IsLowercase && !IsFunctionWord(tokens[of + 2]) && words.IsNamePart(tokens[of + 3])));

    /// <summary>said the head of the bank, NAME.</summary>
    Naming? FindNameInApposition(int start, int end)
    {
        for (int i = start; i < end && !tokens[i].IsQuotation && i < start + MaxWords; i++)
        {
            if (!tokens[i].Is(",") || i + 1 >= end || !words.IsNamePart(tokens[i + 1]))
                continue;
            int nameEnd = EndOfName(i + 1, end);
            return nameEnd >= i + 3 && (nameEnd >= end || !tokens[nameEnd].IsWord) ? Trim(i + 1, nameEnd, NamingKind.Name) : null;
        }
        return null;
    }

    /// <summary>The name whose possessive stands nearest before a place: Clinton's talk of a “…”.</summary>
    public Naming? FindPossessive(int first, int end)
    {
        for (int i = end - 1; i >= first; i--)
        {
            if (tokens[i].IsPossessive && words.IsNamePart(tokens[i]))
                return Trim(StartOfName(i, first), i + 1, NamingKind.Name);
        }
        return null;
    }

    /// <summary>The first name or pronoun of a stretch that can be what the sentence is about.</summary>
    public Naming? FindSubject(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (words.IsPronoun(tokens[i]) && !words.IsRelative(tokens[i]) && tokens[i].Text is not ("him" or "her" or "his" or "His" or "Her"))
                return new(NamingKind.Pronoun, i, i + 1);
            if (!words.IsNamePart(tokens[i]) || (i == first && tokens[i].Text.EndsWith("ing", StringComparison.Ordinal)))
                continue;
            int nameEnd = EndOfName(i, end);
            bool governed = i > first && words.IsPreposition(tokens[i - 1]);
            if (!governed && !tokens[nameEnd - 1].IsPossessive)
                return Trim(i, nameEnd, NamingKind.Name);
            i = nameEnd - 1;
        }
        return null;
    }

    /// <summary>NAME, a description, said: the name before the inserted description.</summary>
    Naming? FindBeforeInsertion(int comma, int first)
    {
        if (comma <= first)
            return null;
        int start = first;
        while (start < comma && !words.IsNamePart(tokens[start]) && !words.IsPronoun(tokens[start]))
            start++;
        int nameEnd = start < comma && words.IsNamePart(tokens[start]) ? EndOfName(start, comma) : start;
        if (nameEnd > start && nameEnd < comma && tokens[nameEnd].Text is "," or "(" && !IsGoverned(start, first))
            return Trim(start, nameEnd, NamingKind.Name);
        if (words.IsNamePart(tokens[comma - 1]) && StartOfName(comma - 1, first) is var inserted && inserted - 2 >= first && tokens[inserted - 1].Is(",") && tokens[inserted - 2].IsLowercase)
            return Trim(inserted, comma, NamingKind.Name);
        for (int i = first + 1; i + 1 < comma; i++)
        {
            // The company, which employs many people, said
            if (tokens[i].Is(",") && words.IsRelative(tokens[i + 1]) && FindNounEnding(i - 1, first) is { } described)
                return described;
        }
        for (int i = comma - 1; i > first && i > comma - MaxWords; i--)
        {
            if (tokens[i].Text is "," or "—" or "–" && (words.IsNamePart(tokens[i - 1]) || tokens[i - 1].Is(")")))
                return FindEnding(tokens[i - 1].Is(")") ? SkipParenthesis(i - 1, first) : i - 1, first);
        }
        return FindEnding(comma - 1, first);
    }

    /// <summary>The name, pronoun or noun that ends at a place.</summary>
    Naming? FindEnding(int last, int first)
    {
        if (last < first || !tokens[last].IsWord)
            return null;
        if (words.IsPronoun(tokens[last]))
            return new(NamingKind.Pronoun, last, last + 1);
        if (!words.IsNamePart(tokens[last]))
            return FindNounEnding(last, first);
        int start = StartOfBody(StartOfName(last, first), first);
        if (IsGoverned(start, first) && FindNounEnding(start - 2, first) is { } noun && noun.Kind == NamingKind.Noun)
            return noun with { End = last + 1 };
        if (IsGoverned(start, first) && start - 2 >= first && words.IsNamePart(tokens[start - 2]))
            return FindEnding(start - 2, first);
        return Trim(start, last + 1, NamingKind.Name);
    }

    Naming? FindNounEnding(int last, int first)
    {
        if (last < first || !words.IsSpeakingNoun(tokens[last]))
            return last > first && words.IsBodyNoun(tokens[last]) && words.IsDefinite(tokens[last - 1].Text) ? new(NamingKind.Noun, last - 1, last + 1) : null;
        for (int i = last; i >= first && i > last - MaxWords && tokens[i].IsWord; i--)
        {
            if (words.IsDeterminer(tokens[i]) || tokens[i].IsPossessive)
                return new(NamingKind.Noun, i, last + 1);
            if (words.FindCue(tokens[i]) is not null && tokens[i].Text is not ("host" or "lead"))
                return null;
        }
        return new(NamingKind.Noun, last, last + 1);
    }

    bool IsGoverned(int start, int first) => start - 1 >= first && words.IsPreposition(tokens[start - 1]);

    bool IsPossessiveHere(int i) => tokens[EndOfName(i, tokens.Count) - 1].IsPossessive;

    int StartOfName(int last, int first)
    {
        int i = last;
        while (i > first && JoinsName(i - 1, i))
            i--;
        while (i < last && !words.IsNamePart(tokens[i]))
            i++;
        return i;
    }

    /// <summary>Ministry of Economy, Trade and Industry: the last field of a body's name belongs to the whole.</summary>
    int StartOfBody(int start, int first)
    {
        if (start - 4 < first || tokens[start - 1].Text is not ("and" or "&"))
            return start;
        int i = start - 1;
        while (i > first && i > start - MaxWords && (words.IsNamePart(tokens[i]) || tokens[i].Text is "," or "and" or "&"))
            i--;
        return i > first && tokens[i].Text is "of" or "for" or "on" && words.IsListedBody(tokens[i - 1]) ? i - 1 : start;
    }

    int EndOfName(int start, int end)
    {
        int i = start + 1;
        while (i < end && JoinsName(i, i - 1))
            i++;
        while (i - 1 > start && !words.IsNamePart(tokens[i - 1]) && !tokens[i - 1].IsCapitalized)
            i--;
        return i;
    }

    /// <summary>A further word of the same name: another capitalised one, a particle, "of" in Secretary of State.</summary>
    bool JoinsName(int candidate, int neighbour)
    {
        if (Math.Min(candidate, neighbour) is var earlier && tokens[earlier].IsPossessive)
            return false;
        if (words.IsNamePart(tokens[candidate]))
            return true;
        int other = candidate + (candidate - neighbour);
        return (words.IsParticle(tokens[candidate]) || tokens[candidate].Text is "of" or "&")
            && other >= 0 && other < tokens.Count && words.IsNamePart(tokens[other]) && !tokens[other].IsPossessive;
    }

    /// <summary>Takes the titles off the front of a name, unless nothing else is left.</summary>
    Naming Trim(int start, int end, NamingKind kind)
    {
        int i = start;
        while (i < end - 1 && (words.IsTitle(tokens[i]) || tokens[i].Is("of") || tokens[i].IsPossessive))
            i++;
        if (words.IsTitle(tokens[i]))
            return new(kind, start, end);
        // Officials said: the first word of a sentence has a capital, and is a noun all the same.
        bool isNoun = i == end - 1 && words.IsSpeakingNoun(tokens[i]) && EnglishWords.IsFirstOfSentence(tokens, i);
        return new(isNoun ? NamingKind.Noun : kind, AfterPost(i, end), end);
    }

    /// <summary>Example Motors Corp. President NAME: whose president somebody is stands before the post, and the whole name behind it.</summary>
    int AfterPost(int start, int end)
    {
        for (int i = end - 3; i > start; i--)
        {
            if (words.IsTitle(tokens[i]) && words.IsPost(tokens[i].Text) && words.IsNamePart(tokens[i + 1]) && words.IsNamePart(tokens[i + 2]))
                return i + 1;
        }
        return start;
    }

    int SkipParenthesis(int i, int first)
    {
        while (i >= first && !tokens[i].Is("("))
            i--;
        return i - 1;
    }

    /// <summary>Where a naming stands in the text.</summary>
    public TextSpan SpanOf(Naming naming) => TextSpan.Between(tokens[naming.Start].Span.Start, tokens[naming.End - 1].Span.End);
}

/// <summary>Tokens that name somebody, from the first up to, not including, the end.</summary>
readonly record struct Naming(NamingKind Kind, int Start, int End);
