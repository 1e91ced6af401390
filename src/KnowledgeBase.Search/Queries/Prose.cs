using System.Buffers;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Queries;

/// <summary>Tells a sentence or headline that somebody pasted from a query: its quotation marks, bars and brackets ask for nothing.</summary>
static class Prose
{
    // Who writes so many words outside quotation marks writes a sentence; a Han or kana counts as half a word.
    const int ManyWords = 8;

    // So many with a full stop behind the last are one too; after fewer it may be that of Corp.
    const int SomeWords = 5;

    static readonly SearchValues<char> Marks = SearchValues.Create("，。、？！?；");

    // English writes the comma that follows a quotation inside it.
    static readonly SearchValues<char> Ends = SearchValues.Create("。，！？；…!?,;");

    /// <summary>True for a sentence.</summary>
    public static bool IsSentence(IReadOnlyCollection<QuerySign> signs)
    {
        if (signs.Any(sign => sign.Kind is QuerySignKind.Field or QuerySignKind.Not or QuerySignKind.Beginning || sign is { Kind: QuerySignKind.Or, Text: "OR" } || sign.Between is not null))
            return false;
        if (signs.Any(sign => sign.Kind == QuerySignKind.Phrase && (sign.Neighbours == 2 || EndsLikeSentence(sign.Text))))
            return true;
        List<string> words = [.. signs.Where(sign => sign.Kind == QuerySignKind.Word || sign.Neighbours > 0).Select(sign => sign.Text)];
        return words.Exists(HasPunctuation) || words.Sum(WeightOf) >= ManyWords || (words.Count >= SomeWords && signs.Last() is { Kind: QuerySignKind.Word, Text: [.., '.'] });
    }

    // A phrase is asked for without its full stop; one after few words may be that of Corp. or U.S.
    static bool EndsLikeSentence(string phrase)
    {
        ReadOnlySpan<char> text = phrase.AsSpan().TrimEnd(" '’」』");
        return !text.IsEmpty && (Ends.Contains(text[^1]) || (text[^1] == '.' && phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= ManyWords));
    }

    static bool HasPunctuation(string word) => word.AsSpan().IndexOfAny(Marks) >= 0 || (word.Length > 1 && word[^1] is ',' or '!' or ';');

    static double WeightOf(string word) => word.Count(Scripts.IsCjk) is var characters && characters > 0 ? characters / 2.0 : 1;
}
