using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Text made comparable, one UTF-16 unit for one, so that positions in it are positions in the original.</summary>
static class FoldedText
{
    const string Accented = "āĀēĒīĪōŌūŪéèüäöáíóúàâêîôûñç’‘　・‐‑–";
    const string Plain = "aAeEiIoOuUeeuaoaiouaaeiounc'' ·---";

    /// <summary>The last of them; Han characters lie behind it.</summary>
    const char LastAccented = '・';

    /// <summary>Han forms, full-width Latin, macrons and apostrophes folded; case kept.</summary>
    public static string Of(string text, HanVariants variants) => string.Create(text.Length, (text, variants), static (folded, state) =>
    {
        for (int i = 0; i < folded.Length; i++)
            folded[i] = Fold(state.text[i], state.variants);
    });

    /// <summary>As <see cref="Of"/>, and in lower case.</summary>
    public static string WithoutCase(string text, HanVariants variants) => string.Create(text.Length, (text, variants), static (folded, state) =>
    {
        for (int i = 0; i < folded.Length; i++)
            folded[i] = char.ToLowerInvariant(Fold(state.text[i], state.variants));
    });

    /// <summary>True where a Latin word or number would be cut: between two letters or digits that are not Han or kana.</summary>
    public static bool CutsWord(string text, int position) =>
        position > 0 && position < text.Length && IsAlphabetic(text[position - 1]) && IsAlphabetic(text[position]);

    /// <summary>A letter or digit of a script that puts spaces between words.</summary>
    public static bool IsAlphabetic(char c) => char.IsLetterOrDigit(c) && c < '\u1100';

    /// <summary>A Han character or kana.</summary>
    public static bool IsHanOrKana(char c) => c is (>= '\u3400' and <= '\u9fff') or (>= '\u3041' and <= '\u30ff') or '々' or (>= '\uf900' and <= '\ufaff');

    /// <summary>A hiragana.</summary>
    public static bool IsHiragana(char c) => c is >= '\u3041' and <= '\u309f';

    /// <summary>True where a word in katakana would be cut: ボン is a city, and no part of カーボン.</summary>
    public static bool CutsKatakana(string text, int position) =>
        position > 0 && position < text.Length && IsKatakana(text[position - 1]) && IsKatakana(text[position]);

    /// <summary>A katakana or the mark that makes one long.</summary>
    public static bool IsKatakana(char c) => c is >= '\u30a1' and <= '\u30fe' and not '・';

    static char Fold(char c, HanVariants variants)
    {
        if (c < '\u0080')
            return c;
        if (c is >= '\uff01' and <= '\uff5e')
            return (char)(c - '\uff01' + '!');
        if (c > LastAccented)
            return variants.Fold(c);
        int accented = Accented.IndexOf(c, StringComparison.Ordinal);
        return accented >= 0 ? Plain[accented] : variants.Fold(c);
    }
}
