using System.Collections.Frozen;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Cuts an English paragraph into sentences of tokens; each quotation is one token.</summary>
sealed class EnglishTokens(LanguageRules rules)
{
    readonly FrozenSet<string> _abbreviations = rules.Abbreviations.ToFrozenSet(StringComparer.Ordinal);
    readonly FrozenSet<string> _pronounSurnames = rules.PronounSurnames.ToFrozenSet(StringComparer.Ordinal);
    readonly FrozenSet<string> _notNames = rules.NotNames.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The tokens of a stretch of text.</summary>
    public List<Token> Cut(string text, TextSpan paragraph, IReadOnlyList<Quotation> quotations, int firstQuotation)
    {
        List<Token> tokens = [];
        int next = firstQuotation;
        for (int i = paragraph.Start; i < paragraph.End;)
        {
            if (next < quotations.Count && quotations[next].Outer.Start == i)
            {
                tokens.Add(new(quotations[next].Outer, "", next));
                i = quotations[next++].Outer.End;
                continue;
            }
            int end = next < quotations.Count ? Math.Min(paragraph.End, quotations[next].Outer.Start) : paragraph.End;
            int length = LengthOfToken(text, i, end);
            if (!char.IsWhiteSpace(text[i]))
                tokens.Add(new(new TextSpan(i, length), text.Substring(i, length), -1));
            i += length;
        }
        for (int i = 0; i < tokens.Count; i++)
        {
            if (_pronounSurnames.Contains(tokens[i].Text) && IsGivenName(tokens, i + 1))
                tokens[i] = tokens[i] with { IsSurname = true };
        }
        return tokens;
    }

    /// <summary>He Lifeng; not He Tuesday, and not He Knew It, as headlines write.</summary>
    bool IsGivenName(List<Token> tokens, int i) =>
        i < tokens.Count && tokens[i] is { IsCapitalized: true, IsWord: true } && !_notNames.Contains(tokens[i].Text) && (i + 1 >= tokens.Count || !tokens[i + 1].IsCapitalized || !tokens[i + 1].IsWord);

    int LengthOfToken(string text, int start, int end)
    {
        if (!char.IsLetterOrDigit(text[start]))
            return 1;
        int i = start;
        while (i < end && (char.IsLetterOrDigit(text[i]) || IsInnerMark(text, i, end)))
            i++;
        if (i < end && text[i] == '.' && TakesFullStop(text.AsSpan(start, i - start)))
            i++;
        return i - start;
    }

    /// <summary>Apostrophe, hyphen, full stop, ampersand or comma between letters or digits.</summary>
    static bool IsInnerMark(string text, int i, int end) =>
        text[i] is '\'' or '’' or '-' or '.' or '&' or '‑' && i + 1 < end && char.IsLetterOrDigit(text[i + 1]);

    bool TakesFullStop(ReadOnlySpan<char> word) =>
        (word.Length == 1 && char.IsUpper(word[0])) || word.Contains('.') || _abbreviations.Contains(word.ToString());
}
