using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Decides by the words around it whether the name of a city names the city.</summary>
sealed class CityRules
{
    /// <summary>A dateline stands within the first line; a longer one is a sentence.</summary>
    const int MaxDatelineLength = 120;

    readonly PhraseTrie<bool> _otherThings = new();
    readonly PhraseTrie<bool> _organizationTails = new();
    readonly PhraseTrie<bool> _otherPlaceTails = new();
    readonly PhraseTrie<bool> _honorifics = new();
    readonly PhraseTrie<bool> _governmentTails = new();
    readonly FrozenSet<string> _capitals;
    readonly ImmutableArray<string> _heads;
    readonly ImmutableArray<Regex> _datelines;

    public CityRules(LanguageRules rules, HanVariants variants)
    {
        Fill(_otherThings, rules.NotCities);
        Fill(_organizationTails, rules.CityOrganizationTails);
        Fill(_otherPlaceTails, rules.OtherPlaceTails);
        Fill(_honorifics, rules.Honorifics);
        Fill(_governmentTails, rules.GovernmentTails);
        _capitals = rules.Capitals.ToFrozenSet(StringComparer.Ordinal);
        _heads = [.. rules.CityOrganizationHeads.Select(head => FoldedText.Of(head, variants))];
        _datelines = [.. rules.Datelines.Select(pattern => new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))];

        void Fill(PhraseTrie<bool> trie, ImmutableArray<string> words)
        {
            foreach (string word in words)
                trie.Add(FoldedText.Of(word, variants), true);
        }
    }

    /// <summary>Where the text proper begins: after the dateline, or 0.</summary>
    public int FindDatelineEnd(string text)
    {
        string start = text[..Math.Min(text.Length, MaxDatelineLength)].Split('\n')[0];
        return _datelines.Select(pattern => pattern.Match(start)).Where(match => match.Success).Select(match => match.Length).DefaultIfEmpty(0).Max();
    }

    /// <summary>How long the phrase is that begins here and is known not to be about a city; 0 when there is none.</summary>
    public int LengthOfOtherThing(string folded, int start) => _otherThings.FindLongest(folded, start).Length;

    /// <summary>True when an honorific follows: 福岡さん is a person.</summary>
    public bool IsSurname(string folded, TextSpan span) => _honorifics.FindLongest(folded, span.End).Length > 0;

    /// <summary>How the name of a city is meant here; null when it is part of the name of something else.</summary>
    public MentionRole? ReadCity(string cityId, string folded, TextSpan span)
    {
        if (NamesOrganization(folded, span) || Follows(_otherPlaceTails, folded, span.End))
            return null;
        return StandsForGovernment(cityId, folded, span) ? MentionRole.Government : MentionRole.Text;
    }

    bool NamesOrganization(string folded, TextSpan span) =>
        Follows(_organizationTails, folded, span.End) || _heads.Any(head => Precedes(head, folded, span.Start));

    bool StandsForGovernment(string cityId, string folded, TextSpan span) =>
        _capitals.Contains(cityId) && Follows(_governmentTails, folded, span.End);

    static bool Follows(PhraseTrie<bool> phrases, string folded, int end)
    {
        int start = end < folded.Length && folded[end] == ' ' ? end + 1 : end;
        return phrases.FindLongest(folded, start).Length > 0;
    }

    static bool Precedes(string head, string folded, int start)
    {
        int end = start;
        while (end > 0 && (folded[end - 1] is ' ' or '.'))
            end--;
        return end >= head.Length && string.CompareOrdinal(folded, end - head.Length, head, 0, head.Length) == 0
            && !FoldedText.CutsWord(folded, end - head.Length);
    }
}
