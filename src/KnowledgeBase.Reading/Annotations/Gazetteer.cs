using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds cities, organisations and people of the vocabulary by their names in any script; the longest name wins.</summary>
sealed class Gazetteer
{
    readonly HanVariants _variants;
    readonly PhraseTrie<Name> _names = new();
    readonly FrozenDictionary<Language, CityRules> _cityRules;

    public Gazetteer(ContentFolder content)
    {
        _variants = content.HanVariants;
        _cityRules = Language.All.ToFrozenDictionary(language => language, language => new CityRules(content.RulesOf(language), content.HanVariants));
        foreach (Organization organization in content.Vocabulary.Organizations)
            AddNames(MentionKind.Organization, organization.Id, [.. organization.Labels.All, organization.Abbreviation ?? "", .. organization.Alternatives]);
        foreach (Person person in content.Vocabulary.People)
            AddNames(MentionKind.Person, person.Id, PersonLinker.NamesOf(person));
        foreach (City city in content.Vocabulary.Cities)
            AddNames(MentionKind.City, city.Id, [.. city.Labels.All, .. city.Alternatives]);
    }

    /// <summary>The mentions of a text, in the order of their positions; none overlaps another.</summary>
    public ImmutableArray<Mention> Find(Language language, string text)
    {
        string folded = FoldedText.Of(text, _variants);
        CityRules rules = _cityRules[language];
        int datelineEnd = rules.FindDatelineEnd(text);
        var mentions = ImmutableArray.CreateBuilder<Mention>();
        for (int i = 0; i < folded.Length;)
        {
            if (rules.LengthOfOtherThing(folded, i) is > 0 and var other && other > _names.FindLongest(folded, i).Length)
            {
                i += other;
                continue;
            }
            (int length, Name? name) = _names.FindLongest(folded, i);
            if (name is not null && ReadAs(name, rules, folded, new TextSpan(i, length), datelineEnd) is { } role)
                mentions.Add(new(name.Kind, name.Id, new(i, length), role));
            i += Math.Max(length, 1);
        }
        return mentions.ToImmutable();
    }

    static MentionRole? ReadAs(Name name, CityRules rules, string folded, TextSpan span, int datelineEnd)
    {
        if (span.End <= datelineEnd)
            return MentionRole.Dateline;
        if (rules.IsSurname(folded, span))
            return null;
        return name.Kind == MentionKind.City ? rules.ReadCity(name.Id, folded, span) : MentionRole.Text;
    }

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
