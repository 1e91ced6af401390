namespace KnowledgeBase.Search.Analysis;

/// <summary>Finds the words of scripts that put spaces between them, and their plain form.</summary>
static class LatinWords
{
    /// <summary>Where the word that begins here ends. Apostrophes, and full stops or commas between letters or digits of one kind, belong to it.</summary>
    public static int EndOf(string text, int start)
    {
        int at = start;
        while (at < text.Length)
        {
            if (Scripts.IsWordLetter(text[at]))
                at++;
            else if (at > start && at + 1 < text.Length && Joins(text[at - 1], text[at], text[at + 1]))
                at += 2;
            else
                break;
        }
        return at;
    }

    /// <summary>The word without possessive, without the stops of an abbreviation and the commas of a number.</summary>
    public static ReadOnlyMemory<char> PlainForm(ReadOnlyMemory<char> word)
    {
        if (word.Span.EndsWith("'s"))
            word = word[..^2];
        if (word.Span.Contains(','))
            word = Without(",", word);
        return IsAbbreviation(word.Span) ? Without(".", word) : word;
    }

    static ReadOnlyMemory<char> Without(string mark, ReadOnlyMemory<char> word) => word.ToString().Replace(mark, "", StringComparison.Ordinal).AsMemory();

    static bool Joins(char before, char between, char after) => between switch
    {
        '\'' => char.IsLetter(before) && char.IsLetter(after) && Scripts.IsWordLetter(after),
        '.' => (char.IsDigit(before) && char.IsDigit(after)) || (char.IsLetter(before) && Scripts.IsWordLetter(after) && char.IsLetter(after)),
        ',' => char.IsDigit(before) && char.IsDigit(after),
        '_' => Scripts.IsWordLetter(after),
        _ => false,
    };

    // u.s and e.u.r, not www.meti.go.jp.
    static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word[1] != '.' || char.IsDigit(word[0]))
            return false;
        for (int i = 1; i < word.Length; i++)
        {
            if ((word[i] == '.') != (i % 2 == 1))
                return false;
        }
        return true;
    }
}
