namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the post and the organisation an English text gives beside a name.</summary>
sealed class EnglishPosts(EnglishWords words, List<Token> tokens)
{
    /// <summary>The longest post of the rules has this many words.</summary>
    const int MaxPostWords = 4;

    /// <summary>How far behind the name a post may begin: ", the newly elected head …" (a guess).</summary>
    const int Reach = 6;

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
            if (LengthOfPost(i) is > 0 and var length)
                return (Join(i, i + length), OrganizationAfter(i + length) ?? OrganizationBefore(i));
        }
        return default;
    }

    /// <summary>Example Motors president NAME · Mayor NAME</summary>
    (string? Post, string? Organization) DescribeBefore(int end)
    {
        for (int length = Math.Min(MaxPostWords, end); length > 0; length--)
        {
            if (words.IsPost(Join(end - length, end)))
                return (Join(end - length, end), OrganizationBefore(end - length));
        }
        return end > 0 && tokens[end - 1].Is(",") ? DescribeReversed(end - 1) : default;
    }

    /// <summary>the head of the Example Office, NAME</summary>
    (string? Post, string? Organization) DescribeReversed(int comma)
    {
        for (int i = comma - 1; i >= 0 && i > comma - 12 && tokens[i].IsWord; i--)
        {
            if (LengthOfPost(i) is > 0 and var length && tokens[i].IsLowercase && i + length < tokens.Count && words.IsPreposition(tokens[i + length]))
                return (Join(i, i + length), OrganizationAfter(i + length));
        }
        return default;
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
        while (start > 0 && words.IsNamePart(tokens[start - 1]) && !words.IsTitle(tokens[start - 1]))
            start--;
        return start < end ? NamedPerson.WithoutPossessive(Join(start, end)) : null;
    }

    /// <summary>of, for and "and" inside the name of an organisation.</summary>
    bool IsLink(int i) => i + 1 < tokens.Count && tokens[i].Text is "of" or "for" or "and" or "&" or "," && words.IsNamePart(tokens[i + 1]) && (tokens[i].Text != "," || (i + 2 < tokens.Count && tokens[i + 2].Is("and")));

    string Join(int start, int end) => string.Join(' ', tokens.GetRange(start, end - start).Select(token => token.Text));
}
