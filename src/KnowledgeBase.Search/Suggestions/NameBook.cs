using System.Collections.Immutable;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Suggestions;

/// <summary>Finds names of the vocabulary, and of speakers who are not in it, by their beginning: in any script, and by pinyin, kana and romaji.</summary>
sealed class NameBook
{
    // More begin alike only after one or two letters, where nobody can say what is meant.
    const int MaxLooked = 3000;

    readonly TextAnalysis _analysis;
    readonly NameList _written;
    readonly NameList _pinyin;
    readonly NameList _romaji;

    public NameBook(TextAnalysis analysis, ContentFolder content, IEnumerable<string> speakers)
    {
        _analysis = analysis;
        ImmutableArray<NameKey> names =
        [
            .. content.Vocabulary.Topics.SelectMany(topic => Keys(Facet.Topic, topic.Id, topic.Labels, [])),
            .. content.Vocabulary.Cities.SelectMany(city => Keys(Facet.City, city.Id, city.Labels, city.Alternatives)),
            .. content.Vocabulary.Organizations.SelectMany(body => Keys(Facet.Organization, body.Id, body.Labels, [body.Abbreviation ?? "", .. body.Alternatives])),
            .. content.Vocabulary.People.SelectMany(person => Keys(Facet.Speaker, person.Id, person.Labels, person.Aliases)),
            .. content.Publishers.SelectMany(publisher => Keys(Facet.Publisher, publisher.Id, publisher.Labels, [])),
            .. speakers.Where(speaker => content.Vocabulary.FindPerson(speaker) is null).Select(speaker => new NameKey(Facet.Speaker, speaker, speaker, 0)),
        ];
        var kana = names.Select(key => (SpokenName.FindKana(key.Name, content.Readings), Key: key with { Rank = 2 })).Where(each => each.Item1 is not null).ToList();
        _written = new(names.SelectMany(WrittenForms).Concat(kana.Select(each => (Fold(each.Item1!), each.Key))));
        _pinyin = new(names.SelectMany(key => new[] { SpokenName.FindPinyin(key.Name), SpokenName.FindInitials(key.Name) }.OfType<string>().Select(sound => (sound, key with { Rank = 2 }))));
        _romaji = new(kana.Select(each => (Romaji.Of(each.Item1!), each.Key)));
    }

    /// <summary>What may be meant: for each value the name that fits best, with its rank (smaller is better).</summary>
    public IEnumerable<NameKey> Find(string text)
    {
        string folded = Fold(text);
        string letters = SpokenName.Squeeze(folded);
        IEnumerable<(NameKey Key, bool IsWhole)> found = folded.Length == 0 ? [] : _written.StartingWith(folded, MaxLooked);
        // Sounds only where nothing but letters was typed, and enough of them to mean something.
        if (letters.Length > 1 && folded.All(char.IsAscii))
            found = found.Concat(_pinyin.StartingWith(letters, MaxLooked)).Concat(_romaji.StartingWith(Romaji.Shorten(letters), MaxLooked));
        return found.Select(each => each.Key with { Rank = (2 * each.Key.Rank) + (each.IsWhole ? 0 : 1) })
            .GroupBy(key => (key.Facet, key.Id)).Select(group => group.MinBy(key => (key.Rank, IsOtherwise: !key.Name.StartsWith(text.Trim(), StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>The names in Han that sound in Mandarin as some Han do, and are written otherwise.</summary>
    public IEnumerable<string> SoundingLike(string han) => SpokenName.FindPinyin(han) is not { } sound ? [] :
        _pinyin.Of(sound).Select(key => key.Name).Where(name => name.Length == han.Length && Fold(name) != Fold(han)).Distinct(StringComparer.Ordinal);

    // From its beginning and from each later word; Han have no words here, so from each character.
    IEnumerable<(string Spelling, NameKey Key)> WrittenForms(NameKey key)
    {
        string folded = Fold(key.Name);
        for (int at = 0; at < folded.Length; at++)
        {
            if (at == 0 || Scripts.IsCjk(folded[at]) || (char.IsLetterOrDigit(folded[at]) && !char.IsLetterOrDigit(folded[at - 1])))
                yield return (folded[at..], key with { Rank = at == 0 ? 0 : 1 });
        }
    }

    string Fold(string text) => string.Join(' ', string.Concat(_analysis.Fold(text).Forms.Select(Readings.Hiragana)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    static IEnumerable<NameKey> Keys(Facet facet, string id, Labels labels, ImmutableArray<string> others) =>
        labels.All.Concat(others).Where(name => !string.IsNullOrWhiteSpace(name)).Distinct(StringComparer.Ordinal).Select(name => new NameKey(facet, id, name, 0));
}
