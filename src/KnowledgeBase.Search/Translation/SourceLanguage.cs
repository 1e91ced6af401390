using System.Collections.Immutable;
using System.Text;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Translation;

/// <summary>Tells in which languages a query may be written.</summary>
sealed class SourceLanguage
{
    // Written in Japanese character sets, but in Japanese sentences hardly ever.
    const string ChineseWords = "是什麼哪誰這們嗎呢沒還說您";

    readonly Encoding _simplified = Strict("x-cp20936");
    readonly Encoding _traditional = Strict("big5");
    readonly Encoding _japanese = Strict("shift_jis");

    /// <summary>The languages: English without Han or kana; else Chinese or Japanese, whichever has more characters that only it uses; both where none does.</summary>
    public ImmutableArray<Language> Of(string text)
    {
        if (!text.Any(Scripts.IsCjk))
            return [Language.English];
        List<Language> votes = [.. text.Select(DecidedBy).OfType<Language>()];
        int japanese = votes.Count(language => language == Language.Japanese);
        return votes.Count == 0 ? [Language.Chinese, Language.Japanese] : japanese * 2 >= votes.Count ? [Language.Japanese] : [Language.Chinese];
    }

    // The national character sets of the last century hold the forms of their own script.
    Language? DecidedBy(char c)
    {
        if (c is >= '\u3041' and <= '\u30FF')
            return Language.Japanese;
        if (ChineseWords.Contains(c))
            return Language.Chinese;
        if (c < '\u3400' || !Scripts.IsCjk(c))
            return null;
        (bool isSimplified, bool isTraditional, bool isJapanese) = (Has(_simplified, c), Has(_traditional, c), Has(_japanese, c));
        return !isJapanese && (isSimplified || isTraditional) ? Language.Chinese : isJapanese && !isSimplified && !isTraditional ? Language.Japanese : null;
    }

    static bool Has(Encoding encoding, char c)
    {
        Span<byte> bytes = stackalloc byte[8];
        try
        {
            return encoding.GetBytes([c], bytes) > 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    static Encoding Strict(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
