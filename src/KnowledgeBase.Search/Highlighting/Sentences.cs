using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Highlighting;

/// <summary>Knows where a text may be cut: between sentences, or at least between words.</summary>
static class Sentences
{
    /// <summary>The beginnings of the sentences of a text, first to last.</summary>
    public static IEnumerable<int> StartsIn(string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (!char.IsWhiteSpace(text[at]) && IsStart(text, at))
                yield return at;
        }
    }

    /// <summary>True where a sentence may begin: at the head of a block, and after the sign that ends a sentence.</summary>
    /// <remarks>Not where it goes on: in small letters, after an abbreviation (U.S., Mr.), and in hiragana after a quotation (「…。」と述べた).</remarks>
    public static bool IsStart(string text, int at)
    {
        int before = at - 1;
        bool hasBlank = false;
        while (before >= 0 && char.IsWhiteSpace(text[before]))
        {
            if (text[before] == '\n')
                return true;
            hasBlank = true;
            before--;
        }
        if (before < 0)
            return true;
        if (!hasBlank && IsClosing(text[at]))
            return false;
        bool isAfterQuotation = IsClosing(text[before]) && before > 0;
        int stop = isAfterQuotation ? before - 1 : before;
        return IsFullStop(text, stop, hasBlank)
            && !(text[stop] == '.' && (char.IsLower(text[at]) || IsAbbreviation(text, stop)))
            && !(isAfterQuotation && (char.IsLower(text[at]) || text[at] is >= '\u3041' and <= '\u3096'));
    }

    /// <summary>The last place at or before a position where a word ends; the position itself where there is none near.</summary>
    public static int WordBoundAtOrBefore(string text, int at, int earliest)
    {
        int bound = at;
        while (bound > earliest && !IsBound(text, bound))
            bound--;
        return bound > earliest ? bound : Whole(text, at);
    }

    /// <summary>True between two characters where a line could break: beside a blank, and between Han or kana.</summary>
    static bool IsBound(string text, int at) => at <= 0 || at >= text.Length
        || char.IsWhiteSpace(text[at - 1]) || char.IsWhiteSpace(text[at])
        || (Scripts.WidthOf(text[at]) == 2 && Scripts.WidthOf(text[at - 1]) == 2 && !IsClosing(text[at]) && !IsWideStop(text[at]) && text[at] is not ('、' or '，' or 'ー'));

    static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text, at - 1) ? at - 1 : at;

    static bool IsFullStop(string text, int at, bool hasBlank) => IsWideStop(text[at]) || (hasBlank && text[at] is '.' or '!' or '?');

    static bool IsAbbreviation(string text, int stop)
    {
        int start = stop;
        while (start > 0 && char.IsAsciiLetter(text[start - 1]))
            start--;
        return text[start..stop] is { Length: 1 } or "Mr" or "Mrs" or "Ms" or "Dr" or "No" or "St" or "Co" or "Ltd" or "Inc" or "Corp" or "Prof" or "Sen" or "Rep" or "Gov";
    }

    static bool IsWideStop(char c) => c is '。' or '！' or '？' or '．';

    static bool IsClosing(char c) => c is '」' or '』' or '”' or '"' or '）' or ')' or '’' or '》';
}
