using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Translation;
using Lucene.Net.Index;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Finds the names that articles have in one script by how a name sounds in another.</summary>
/// <param name="isWord">True for a word that dictionaries explain: it is no name.</param>
sealed class SoundingNames(Func<string, bool> isWord)
{
    // Names that are so much alike by their consonants, and so much by all letters, are taken for one. Of 47 in headlines of news that were less alike by their letters one was the name meant.
    const float LeastConsonants = 0.72f;
    const float LeastLetters = 0.75f;

    // Less will do for names of as many consonants, when there are enough to tell one name from another: 克林顿 and クリントン.
    const float LeastLettersOfLong = 0.68f;
    const int Long = 4;

    // One that is so much less alike than the best was hardly ever meant: a guess from the same headlines.
    const float Margin = 0.05f;

    // What a name that only sounds alike weighs beside a known one.
    const float Share = 0.6f;

    const int MostAlike = 3;

    // Enough for a library; what is in an index of a million articles beyond these is in one article each.
    const int MostNames = 50_000;

    readonly ConditionalWeakTable<Segment, ImmutableDictionary<Language, Name[]>> _names = [];

    /// <summary>The names in a language that sound like one, the most alike first, each with what it weighs.</summary>
    public IEnumerable<(string Name, float Share)> Like(string name, Language language, ArticleSearcher searcher)
    {
        if (Sound.Find(name) is not { } sound)
            return [];
        var alike = new Dictionary<string, float>(StringComparer.Ordinal);
        for (int i = 0; i < searcher.Segments.Length; i++)
        {
            int segment = i;
            foreach (Name other in _names.GetValue(searcher.Segments[i], _ => NamesIn(searcher.ReaderOf(segment))).GetValueOrDefault(language, []))
            {
                if (sound.MayBe(other.Sound) && !alike.ContainsKey(other.Text) && sound.ConsonantsLike(other.Sound) >= LeastConsonants && sound.LettersLike(other.Sound) is var likeness && likeness >= LeastFor(sound, other.Sound))
                    alike[other.Text] = likeness;
            }
        }
        float least = alike.Count == 0 ? 0 : alike.Values.Max() - Margin;
        return alike.Where(each => each.Value >= least).OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal).Take(MostAlike).Select(each => (each.Key, Share * each.Value));
    }

    static float LeastFor(Sound one, Sound other) => one.Consonants.Length >= Long && one.Consonants.Length == other.Consonants.Length ? LeastLettersOfLong : LeastLetters;

    ImmutableDictionary<Language, Name[]> NamesIn(AtomicReader reader)
    {
        List<(Name Name, int Articles)> latin = [];
        List<(Name Name, int Articles)> katakana = [];
        TermsEnum? terms = reader.GetTerms(Fields.Words)?.GetEnumerator();
        while (terms?.MoveNext() == true)
        {
            string text = terms.Term.Utf8ToString();
            List<(Name, int)>? names = Transliterated.IsInLatin(text) ? latin : Transliterated.IsInKatakana(text) ? katakana : null;
            if (names is not null && !isWord(text) && Sound.Find(text) is { } sound)
                names.Add((new(text, sound), terms.DocFreq));
        }
        return ImmutableDictionary<Language, Name[]>.Empty.Add(Language.English, MostFrequent(latin)).Add(Language.Japanese, MostFrequent(katakana));
    }

    static Name[] MostFrequent(List<(Name Name, int Articles)> names) => [.. names.OrderByDescending(each => each.Articles).Take(MostNames).Select(each => each.Name)];

    sealed record Name(string Text, Sound Sound);
}
