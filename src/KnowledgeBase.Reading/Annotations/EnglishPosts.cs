namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the post and the organisation an English text gives beside a name.</summary>
sealed class EnglishPosts(EnglishWords words, List<Token> tokens)
{
    /// <summary>The longest post of the rules has this many words.</summary>
    const int MaxPostWords = 4;

    /// <summary>How far behind the name a post may begin: ", the newly elected head …" (a guess).</summary>
    const int Reach = 6;

    /// <summary>The words of a country or company, and its post. A guess.</summary>
    const int MaxPhrase = 8;

    /// <summary>Post and organisation; null where the text gives none.</summary>
    public (string? Post, string? Organization) Describe(Naming naming)
    {
        if (naming.Kind != NamingKind.Name)
            return default;
        int end = naming.End;
        if (end + 1 < tokens.Count && tokens[end].Is(",") && DescribeAfter(end + 1) is { Post: not null } after)
            return after;
        return DescribeBefore(naming.Start);
    }

    /// <summary>NAME, chairman of the Example Council</summary>
    (string? Post, string? Organization) DescribeAfter(int start)
    {
        for (int i = start; i < Math.Min(tokens.Count, start + Reach) && tokens[i].IsWord; i++)
        {
            if (words.IsPreposition(tokens[i]))
                return default;
            if (LengthOfPost(i) is not (> 0 and var length))
                continue;
            (string? post, string? before) = Post(i, i + length);
            return (post, OrganizationAfter(i + length) ?? before);
        }
        return default;
    }

    /// <summary>Example Motors president NAME · Mayor NAME</summary>
    (string? Post, string? Organization) DescribeBefore(int end)
    {
        for (int length = Math.Min(MaxPostWords, end); length > 0; length--)
        {
            if (words.IsPost(Join(end - length, end)))
                return Post(end - length, end);
        }
        return end > 0 && tokens[end - 1].Is(",") ? DescribeReversed(end - 1) ?? DescribeJustBefore(end - 1) ?? default : default;
    }

    /// <summary>Japan's trade minister, NAME, said · said the company's president, NAME: such words begin a sentence, or follow the cue.</summary>
    (string? Post, string? Organization)? DescribeJustBefore(int comma)
    {
        int length = Enumerable.Range(1, Math.Min(MaxPostWords, comma)).LastOrDefault(words => IsPost(comma - words, comma));
        int start = comma - length;
        while (start > 0 && tokens[start - 1].IsWord && words.FindCue(tokens[start - 1]) is null && comma - start < MaxPhrase)
            start--;
        bool isSubject = start == 0 || !tokens[start - 1].IsWord || words.FindCue(tokens[start - 1]) is not null;
        bool isPhrase = isSubject && start < comma - length && (words.IsDeterminer(tokens[start]) || tokens[start].IsPossessive || words.IsNamePart(tokens[start])) && !tokens.GetRange(start, comma - start).Exists(words.IsPreposition);
        return length > 0 && isPhrase ? Post(comma - length, comma) : null;
    }

    /// <summary>A post with the words before it that belong to it, and whose it is.</summary>
    (string? Post, string? Organization) Post(int start, int end)
    {
        // The ministry of Commerce has a spokesperson, the Trade Minister is one.
        while (start > 0 && words.IsPostModifier(tokens[start - 1]) && (tokens[start - 1].IsLowercase || tokens[end - 1].IsCapitalized || EnglishWords.IsFirstOfSentence(tokens, start - 1)))
            start--;
        return (Join(start, end), OrganizationBefore(start));
    }

    bool IsPost(int start, int end) => words.IsPost(Join(start, end));

    /// <summary>the head of the Example Office, NAME</summary>
    (string? Post, string? Organization)? DescribeReversed(int comma)
    {
        for (int i = comma - 1; i >= 0 && i > comma - 12 && tokens[i].IsWord; i--)
        {
            if (LengthOfPost(i) is > 0 and var length && tokens[i].IsLowercase && i + length < tokens.Count && words.IsPreposition(tokens[i + length]))
                return (Post(i, i + length).Post, OrganizationAfter(i + length));
        }
        return null;
    }

    int LengthOfPost(int start)
    {
        for (int length = Math.Min(MaxPostWords, tokens.Count - start); length > 0; length--)
        {
            if (words.IsPost(Join(start, start + length)))
                return length;
        }
        return 0;
    }

    string? OrganizationAfter(int start)
    {
        if (start >= tokens.Count || !words.IsPreposition(tokens[start]))
            return null;
        int i = start + 1;
        while (i < tokens.Count && (words.IsDeterminer(tokens[i]) || tokens[i].IsLowercase) && i < start + 4)
            i++;
        int end = i;
        while (end < tokens.Count && (words.IsNamePart(tokens[end]) || (end > i && IsLink(end))))
            end++;
        return end > i ? Join(i, end) : null;
    }

    string? OrganizationBefore(int end)
    {
        int start = end;
        // Foreign may be a title, but in Foreign Ministry it is none.
        while (start > 0 && words.IsNamePart(tokens[start - 1]) && (!words.IsTitle(tokens[start - 1]) || (start < end && words.IsOrganizationEnding(tokens[start]))))
            start--;
        // Ministry of Commerce spokesperson NAME
        if (start > 1 && start < end && tokens[start - 1].Text is "of" or "for" && words.IsListedBody(tokens[start - 2]))
            start -= 2;
        return start < end ? NamedPerson.WithoutPossessive(Join(start, end)) : null;
    }

    /// <summary>of, for and "and" inside the name of an organisation.</summary>
    bool IsLink(int i) => i + 1 < tokens.Count && tokens[i].Text is "of" or "for" or "and" or "&" or "," && words.IsNamePart(tokens[i + 1]) && (tokens[i].Text != "," || (i + 2 < tokens.Count && tokens[i + 2].Is("and")));

    string Join(int start, int end) => string.Join(' ', tokens.GetRange(start, end - start).Select(token => token.Text));
}
