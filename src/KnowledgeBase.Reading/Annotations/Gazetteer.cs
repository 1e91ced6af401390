using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds cities, organisations and people by their names in any script, and organisations and cities the vocabulary does not know by how names are made; the longest name wins.</summary>
sealed class Gazetteer
{
    /// <summary>No first sentence is shorter; what seems to be one ends in an abbreviation (Aug. 1).</summary>
    const int LeastLead = 60;

    /// <summary>The name of a country, or a word cut in two (我方中国…): more before a known name makes another name.</summary>
    const int LongestPrefix = 2;

    readonly HanVariants _variants;
    readonly PhraseTrie<Name> _names = new();
    readonly FrozenDictionary<Language, MentionRules> _rules;

    public Gazetteer(ContentFolder content)
    {
        _variants = content.HanVariants;
        _rules = Language.All.ToFrozenDictionary(language => language, language => new MentionRules(content.RulesOf(language), content));
        foreach (Organization organization in content.Vocabulary.Organizations)
            AddNames(MentionKind.Organization, organization.Id, [.. organization.Labels.All, organization.Abbreviation ?? "", .. organization.Alternatives]);
        foreach (Person person in content.Vocabulary.People)
            AddNames(MentionKind.Person, person.Id, PersonLinker.NamesOf(person));
        foreach (City city in content.Vocabulary.Cities)
            AddNames(MentionKind.City, city.Id, [.. city.Labels.All, .. city.Alternatives]);
    }

    /// <summary>The text made ready to be searched: folded once, its dateline and byline found.</summary>
    public TextPlace Open(Language language, string text)
    {
        CityRules cities = _rules[language].Cities;
        return new(text, FoldedText.Of(text, _variants), cities.FindDatelineEnd(text), cities.FindByline(text));
    }

    /// <summary>The mentions of a text, in the order of their positions; none overlaps another.</summary>
    public ImmutableArray<Mention> Find(Language language, TextPlace place)
    {
        (string text, string folded) = (place.Text, place.Folded);
        MentionRules rules = _rules[language];
        Dictionary<int, int> organizations = rules.Organizations.Find(text, folded);
        Dictionary<int, int> cities = rules.UnknownCities.Find(folded);
        List<Mention> mentions = [];
        for (int i = 0; i < folded.Length;)
        {
            (int length, Name? name) = FindKnown(folded, i, rules);
            int unknown = organizations.GetValueOrDefault(i);
            int other = rules.Cities.LengthOfOtherThing(folded, i);
            Mention? mention = null;
            if (other > Math.Max(length, unknown))
                length = other;
            else if (unknown > length && name?.Kind != MentionKind.Organization && LengthBeforeKnown(folded, i, i + unknown) is > 0 and var prefix && !rules.IsThirdState(folded, i, i + prefix) && !rules.Organizations.BeginsOtherName(folded, i, i + prefix))
                length = prefix;
            else if (unknown > length && !(name?.Kind == MentionKind.Organization && rules.IsForm(folded, i + length, i + unknown)))
                mention = rules.ReadUnknown(MentionKind.Organization, place, new TextSpan(i, unknown));
            else if (cities.GetValueOrDefault(i) is var city && city > length && !(name?.Kind == MentionKind.City && rules.UnknownCities.IsEnding(folded, i + length, i + city)))
                mention = rules.ReadUnknown(MentionKind.City, place, new TextSpan(i, length = city));
            else if (name is not null)
                mention = rules.Read(name.Kind, name.Id, place, new TextSpan(i, length), EndOfMerger(name, folded, i + length));
            if (mention is not null)
                mentions.Add(mention);
            i = Math.Max(mention?.Span.End ?? 0, i + Math.Max(length, 1));
        }
        return rules.Settle(mentions, place);
    }

    /// <summary>The longest known name that begins here; 中山(ジョンシャン)市 is 中山市.</summary>
    (int Length, Name? Name) FindKnown(string folded, int start, MentionRules rules)
    {
        (int length, Name? name) = _names.FindLongest(folded, start);
        if (rules.UnknownCities.FindReading(folded, start) is not { } reading)
            return (length, name);
        string without = folded[start..reading.Start] + folded[reading.End..Math.Min(folded.Length, reading.End + 1)];
        (int whole, Name? city) = _names.FindLongest(without, 0);
        return whole == without.Length && city?.Kind == MentionKind.City ? (whole + reading.Length, city) : (length, name);
    }

    /// <summary>Where the first sentence begins and ends, which says what the text is about: behind the line that names the author.</summary>
    public static TextSpan FindLead(TextPlace place)
    {
        (string text, TextSpan byline) = (place.Text, place.Byline);
        int start = text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var line && byline.Length > 0 && byline.End <= line && line - byline.End <= 1 ? line + 1 : 0;
        int end = text.AsSpan(start).IndexOfAny("\n。！？");
        end = end < 0 ? text.Length : start + end;
        int sentence = text.AsSpan(start, end - start).IndexOf(". ");
        return TextSpan.Between(start, sentence < LeastLead ? end : start + sentence);
    }

    /// <summary>The mentions of cities where something takes place: 在广州、成都举办, there and there.</summary>
    public HashSet<Mention> FindScenes(Language language, TextPlace place, IEnumerable<Mention> mentions)
    {
        CityRules rules = _rules[language].Cities;
        HashSet<Mention> scenes = [];
        List<Mention> list = [];
        foreach (Mention city in mentions.Where(mention => mention.Kind == MentionKind.City))
        {
            if (list.Count > 0 && list[^1].Span.End + rules.LengthOfJoint(place.Folded, list[^1].Span.End) is var next && (next != city.Span.Start || next == list[^1].Span.End))
                list.Clear();
            // Those before it were asked already: a long list is not asked again for each of its cities.
            bool isScene = list.Count > 0 && scenes.Contains(list[^1]);
            list.Add(city);
            if (isScene)
                scenes.Add(city);
            else if (rules.IsScene(place.Folded, city.Span))
                scenes.UnionWith(list);
        }
        return scenes;
    }

    /// <summary>The cities whose offices are named: where 苏州市商务局 acts, the city does.</summary>
    public IEnumerable<Mention> FindSeatsOfOffices(Language language, TextPlace place, IEnumerable<Mention> mentions)
    {
        foreach (Mention mention in mentions.Where(mention => mention is { Kind: MentionKind.Organization, Id: null }))
        {
            if (_names.FindLongest(place.Folded, mention.Span.Start) is (var length, { Kind: MentionKind.City } city) && _rules[language].IsOfficeOf(place.Folded, mention.Span, mention.Span.Start + length))
                yield return new(MentionKind.City, city.Id, new TextSpan(mention.Span.Start, length));
        }
    }

    /// <summary>中国国家発展改革委員会: how much stands before an organisation of the vocabulary with whose name an unknown name ends; 0 when none does.</summary>
    int LengthBeforeKnown(string folded, int start, int end)
    {
        for (int prefix = 1; prefix <= LongestPrefix && start + prefix < end; prefix++)
        {
            if (_names.FindLongest(folded, start + prefix) is (var length, { Kind: MentionKind.Organization }) && start + prefix + length >= end)
                return prefix;
        }
        return 0;
    }

    /// <summary>广汽丰田: the names of two companies written as one are a third company, their joint venture.</summary>
    int EndOfMerger(Name name, string folded, int end) =>
        name.Kind == MentionKind.Organization && end < folded.Length && FoldedText.IsHanOrKana(folded[end - 1]) && FoldedText.IsHanOrKana(folded[end])
        && _names.FindLongest(folded, end) is ( > 1 and var length, { Kind: MentionKind.Organization }) ? end + length : end;

    void AddNames(MentionKind kind, string id, IEnumerable<string> names)
    {
        foreach (string name in names.Where(name => name.Length > 1).Select(name => FoldedText.Of(name, _variants)))
        {
            _names.Add(name, new(kind, id));
            // Datelines and headlines in capitals: BEIJING. Short names in capitals are other words (IWATE is not, but SAKAI and NARA may be brands).
            if (name.Length >= 4 && name.All(c => c < '\u0250'))
                _names.Add(name.ToUpperInvariant(), new(kind, id));
        }
    }

    sealed record Name(MentionKind Kind, string Id);
}

/// <summary>A text that is searched for names.</summary>
/// <param name="Text">The text.</param>
/// <param name="Folded">The same, folded.</param>
/// <param name="DatelineEnd">Where its dateline ends; 0 when it has none.</param>
/// <param name="Byline">Where it names its author; empty when it does not.</param>
readonly record struct TextPlace(string Text, string Folded, int DatelineEnd, TextSpan Byline);
