using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Search.Analysis;

/// <summary>A text in the form in which it is compared, and for each of its characters the place in the original.</summary>
/// <remarks>Width, case, ligatures and Latin accents are folded (NFKC, lower case); the forms of Han only in <see cref="Forms"/>, because words are cut better before that.</remarks>
sealed class FoldedText
{
    // What else stands alone and often in a text: punctuation, wide letters and digits, accented letters. Each was normalised anew, thousands of times an article.
    static readonly FrozenDictionary<char, string> Frequent = new[] { ('\u0080', '\u024F'), ('\u2000', '\u206F'), ('\u3000', '\u303F'), ('\uFF00', '\uFFEF') }
        .SelectMany(range => Enumerable.Range(range.Item1, range.Item2 - range.Item1 + 1).Select(c => (char)c))
        .Where(c => !IsMark(c))
        .ToFrozenDictionary(c => c, c => Normalize(c.ToString()));

    readonly int[]? _starts;
    readonly int[]? _ends;

    FoldedText(string original, string text, string forms, int[]? starts, int[]? ends) =>
        (Original, Text, Forms, _starts, _ends) = (original, text, forms, starts, ends);

    /// <summary>The text as it was.</summary>
    public string Original { get; }

    /// <summary>The text with width, case and accents folded.</summary>
    public string Text { get; }

    /// <summary><see cref="Text"/> with the forms of Han characters folded too; as long as it.</summary>
    public string Forms { get; }

    /// <summary>Where the character begins in the original.</summary>
    public int StartOf(int at) => _starts is null ? at : _starts[at];

    /// <summary>Where the stretch that ends before a character ends in the original.</summary>
    public int EndOf(int end) => _ends is null ? end : _ends[end - 1];

    /// <summary>Folds a text.</summary>
    public static FoldedText Of(string original, HanVariants variants)
    {
        var text = new StringBuilder(original.Length);
        List<int>? starts = null;
        List<int>? ends = null;
        for (int at = 0; at < original.Length;)
        {
            int next = ClusterEnd(original, at);
            int before = text.Length;
            AppendFolded(text, original, at, next);
            bool isOneToOne = next - at == 1 && text.Length - before == 1;
            if (!isOneToOne && starts is null)
            {
                starts = new(original.Length);
                ends = new(original.Length);
                for (int i = 0; i < before; i++)
                {
                    starts.Add(i);
                    ends.Add(i + 1);
                }
            }
            for (int i = before; i < text.Length && starts is not null; i++)
            {
                starts.Add(at);
                ends!.Add(next);
            }
            at = next;
        }
        string folded = text.ToString();
        return new FoldedText(original, folded, variants.Fold(folded), starts?.ToArray(), ends?.ToArray());
    }

    // A character with the marks that follow it: what normalisation may join.
    static int ClusterEnd(string text, int at)
    {
        int next = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? at + 2 : at + 1;
        while (next < text.Length && text[next] >= '\u0300' && IsMark(text[next]))
            next++;
        return next;
    }

    static bool IsMark(char c) =>
        c is '\uFF9E' or '\uFF9F' || (c is < '\u3400' or > '\u9FFF' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark);

    static void AppendFolded(StringBuilder text, string original, int at, int next)
    {
        char c = original[at];
        if (next - at == 1 && IsPlain(c))
            text.Append(char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c);
        else if (!IsCharacter(original, at))
            text.Append(' ');
        else if (next - at == 1 && c is '\u2018' or '\u2019' or '\u02BC' or '\uFF07')
            text.Append('\'');
        else
            text.Append(next - at == 1 && Frequent.TryGetValue(c, out string? folded) ? folded : Normalize(original[at..next]));
    }

    // Halves of pairs and code points that Unicode keeps free of characters: normalisation refuses both.
    static bool IsCharacter(string text, int at) =>
        Rune.TryGetRuneAt(text, at, out Rune rune) && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (>= 0xFDD0 and <= 0xFDEF);

    // Nothing to fold but the case of ASCII: the great mass of every text.
    static bool IsPlain(char c) => c < '\u0080' || c is >= '\u3400' and <= '\u9FFF' or >= '\u3041' and <= '\u3096' or >= '\u30A1' and <= '\u30FE' or >= '\u3001' and <= '\u3030';

    static string Normalize(string cluster)
    {
        string folded = cluster.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal);
        return folded.Length > 0 && IsAccentedLatin(folded[0]) ? WithoutMarks(folded) : folded;
    }

    static bool IsAccentedLatin(char c) => c is >= '\u00C0' and <= '\u024F' or >= '\u1E00' and <= '\u1EFF';

    static string WithoutMarks(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark));
}
