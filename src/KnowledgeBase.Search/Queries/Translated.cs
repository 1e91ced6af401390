using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Translation;

namespace KnowledgeBase.Search.Queries;

/// <summary>The words of a query in one language.</summary>
/// <param name="Language">The language.</param>
/// <param name="HasOwnWords">True when the query may be written in it: its words weigh there as they are.</param>
/// <param name="Words">Every word.</param>
sealed record TranslatedWords(Language Language, bool HasOwnWords, ImmutableArray<TranslatedWord> Words)
{
    /// <summary>The words that decide whether an article answers the query; the others only weigh.</summary>
    public ImmutableArray<TranslatedWord> Wanted { get; } = Words.RemoveAll(word => word.Certain.IsEmpty);
}

/// <summary>A word of a query in one language.</summary>
/// <param name="Written">As it was written.</param>
/// <param name="Literal">The word itself.</param>
/// <param name="Group">What weighs for it; without units where the word weighs as it is.</param>
/// <param name="Certain">The units of which one must be found; empty for a word that need not be found.</param>
sealed record TranslatedWord(string Written, Unit Literal, UnitGroup Group, ImmutableArray<Unit> Certain);

/// <summary>What words in other languages mean for matching and weighing: each language by itself, each word of the query as one group.</summary>
static class Translated
{
    // How many forms of a word a page can show in one language.
    const int MaxShown = 5;

    // More of a translated question must be found than of one in the query's language: its words are less certain.
    const float LeastShare = 0.1f;

    /// <summary>The words in each language in which one of them is something else; empty when nothing is widened.</summary>
    /// <param name="words">The words of the query.</param>
    /// <param name="own">The languages the query may be written in.</param>
    public static ImmutableArray<TranslatedWords> In(ImmutableArray<SourceWord> words, ImmutableArray<Language> own) =>
        [.. Language.All.Where(language => words.Any(word => word.Forms.ContainsKey(language))).Select(language => In(language, own.Contains(language), words))];

    /// <summary>For each language: articles in it that have every word in some form, or most words.</summary>
    public static IEnumerable<FreeWords> Free(ImmutableArray<TranslatedWords> translated, float share) => translated.Select(words => new FreeWords(
        Match.AllOf([new Match.In(words.Language), .. words.Wanted.Select(word => Match.AnyOf(word.Certain.Select(unit => new Match.Has(unit))))]),
        words.Wanted.Length < 2 ? null : Match.AllOf([new Match.In(words.Language), new Match.Most(Math.Max(share, LeastShare), [.. words.Wanted.Select(MatchedBy)])]),
        IsTranslated: true));

    /// <summary>What a page shows of it.</summary>
    public static ImmutableArray<WidenedWord> Shown(ImmutableArray<SourceWord> words) =>
    [
        .. words.Where(word => word.Forms.Values.Any(forms => forms.Any(form => IsShown(form, word)))).DistinctBy(word => word.Written).Select(word => new WidenedWord(
            word.Written,
            word.Forms.Values.SelectMany(forms => forms).MaxBy(form => form.Share).Reason,
            word.Forms.Where(pair => pair.Value.Any(form => IsShown(form, word)))
                .ToImmutableDictionary(pair => pair.Key, pair => pair.Value.Where(form => IsShown(form, word)).Select(form => form.Written).Take(MaxShown).ToImmutableArray()))),
    ];

    // What is the word itself in another script is found anyway.
    static bool IsShown(TranslatedForm form, SourceWord word) => form.Written.Length > 0 && form.IsCertain && form.Unit.Key != word.Literal.Key;

    static TranslatedWords In(Language language, bool isOwn, ImmutableArray<SourceWord> words) => new(language, isOwn, [.. words.Select(word => In(language, isOwn, word, IsWanted(word, words)))]);

    // A sentence that says nothing but what holds sentences together is asked for by that.
    static bool IsWanted(SourceWord word, ImmutableArray<SourceWord> words) => !word.IsFunctionWord || words.All(other => other.IsFunctionWord);

    static TranslatedWord In(Language language, bool isOwn, SourceWord word, bool isWanted)
    {
        ImmutableArray<TranslatedForm> forms = word.Forms.TryGetValue(language, out ImmutableArray<TranslatedForm> found) ? found.RemoveAll(form => form.Unit.Key == word.Literal.Key) : [];
        IEnumerable<(Unit, float)> units = forms.Select(form => (form.Unit, form.Share));
        return new(
            word.Written,
            word.Literal,
            new([.. isOwn ? [] : new[] { (word.Literal, 1f) }, .. units]),
            isWanted ? [word.Literal, .. forms.Where(form => form.IsCertain).Select(form => form.Unit)] : []);
    }

    /// <summary>What stands for a word in a language: the word itself, and what it is there.</summary>
    public static UnitGroup GroupOf(SourceWord word, Language language) => MatchedBy(In(language, isOwn: false, word, isWanted: true));

    static UnitGroup MatchedBy(TranslatedWord word) =>
        new([.. word.Group.Units.Any(unit => unit.Unit == word.Literal) ? [] : new[] { (word.Literal, 1f) }, .. word.Group.Units]);
}
