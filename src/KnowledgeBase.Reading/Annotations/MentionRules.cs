using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Decides by the rules of a language what a name of the vocabulary means where it stands.</summary>
sealed class MentionRules(LanguageRules rules, ContentFolder content)
{
    readonly SurnameRules _surnames = new(rules, content.HanVariants);
    readonly CapitalRules _capitals = new(rules, content.HanVariants);
    readonly WordList _forms = new(rules.Organizations.FormsAfter.Concat(rules.Organizations.Plants), content.HanVariants);

    readonly WordList _endings = new(rules.Organizations.Endings, content.HanVariants);
    readonly WordList _notBefore = new(rules.Organizations.NotBefore, content.HanVariants);
    readonly WordList _notBehindKnown = new(rules.Organizations.NotBehindKnown, content.HanVariants);
    readonly WordList _nations = new(rules.Organizations.Nations, content.HanVariants);
    readonly WordList _adverbs = new(rules.Adverbs, content.HanVariants);

    readonly WordList _offices = new(rules.Organizations.Offices, content.HanVariants);
    readonly WordList _provinces = new(rules.Organizations.ProvinceTails, content.HanVariants);

    readonly WordList _thirdStates = new(rules.States.Except(rules.Organizations.Nations), content.HanVariants);

    readonly Subsidiaries _subsidiaries = new(rules, content);

    readonly HomeMinistries? _homeMinistries = rules.Language == Language.English ? new(content) : null;

    public CityRules Cities { get; } = new(rules, content.HanVariants);

    public UnknownOrganizations Organizations { get; } = new(rules, content);

    public UnknownCities UnknownCities { get; } = new(rules, content);

    /// <summary>True when a name is that of an office of the city with whose name it begins: 苏州市商务局.</summary>
    public bool IsOfficeOf(string folded, TextSpan name, int endOfCity) =>
        endOfCity < name.End && _offices.LengthEndingAt(folded, name.End, endOfCity) > 0 && (_provinces.LengthEndingAt(folded, endOfCity, name.Start) > 0 || _provinces.LengthAt(folded, endOfCity, name.End) > 0);

    /// <summary>True when a stretch is the name of a third state: 美国商务部 is no ministry of China.</summary>
    public bool IsThirdState(string folded, int start, int end) => _thirdStates.Contains(folded.AsSpan(start, end - start));

    /// <summary>True when a stretch holds nothing but legal forms, endings and what a company runs: what is left of Toyota Motor Corp. behind Toyota Motor, of 永旺超市 behind 永旺.</summary>
    public bool IsForm(string folded, int start, int end)
    {
        while (start < end && (folded[start] is ' ' or ',' or '.' ? 1 : _forms.LengthAt(folded, start, end)) is > 0 and var length)
            start += length;
        return start == end;
    }

    /// <summary>中日产业: the letter with which 日产 would begin belongs to the words for two nations; in 近日中车 it does not.</summary>
    bool IsWithinNation(string folded, int start) =>
        start > 0 && _nations.LengthAt(folded, start - 1, start + 1) > 1 && _nations.LengthAt(folded, start, folded.Length) == 0
        && _adverbs.LengthEndingAt(folded, start, 0) == 0 && !(start > 1 && char.IsAsciiDigit(folded[start - 2]));

    /// <summary>中国银行业: the letter behind the ending makes it a word for all banks of the nation; 业务 begins another word.</summary>
    bool IsTradeOfMany(string folded, TextSpan span) =>
        _endings.LengthEndingAt(folded, span.End, span.Start) > 0 && _notBehindKnown.LengthAt(folded, span.End, folded.Length) is > 0 and var length && _notBefore.LengthAt(folded, span.End, folded.Length) == length;

    /// <summary>The mention of something the vocabulary does not know.</summary>
    public Mention? ReadUnknown(MentionKind kind, TextPlace place, TextSpan span)
    {
        if (IsWithin(place.Byline, span))
            return null;
        // In a dateline stands the agency that sent the report.
        if (span.End <= place.DatelineEnd)
            return kind == MentionKind.City ? new(kind, null, span, MentionRole.Dateline) : null;
        if (kind != MentionKind.City)
            return _surnames.HasHonorific(place.Folded, span) ? null : new(kind, null, span);
        if (Cities.FindOrganizationEnd(place.Folded, span) is var end && end > span.End)
            return new(MentionKind.Organization, null, TextSpan.Between(span.Start, end));
        return CityRules.IsWord(place.Folded, span) || _capitals.IsGovernment(place.Folded, span) || Cities.IsPartOfOther(place.Folded, span) ? null
            : new(kind, null, span) { IsPassing = Cities.IsPassing(place.Folded, span) };
    }

    /// <summary>The mention; null when the name is somebody's or part of another name.</summary>
    /// <param name="kind">What the name names in the vocabulary.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="place">The text.</param>
    /// <param name="span">Where the name stands.</param>
    /// <param name="mergerEnd">Where the name of another company ends that is written together with it; the end of the name when there is none.</param>
    public Mention? Read(MentionKind kind, string id, TextPlace place, TextSpan span, int mergerEnd)
    {
        bool isCity = kind == MentionKind.City;
        if (IsWithin(place.Byline, span) || _surnames.IsSurname(kind, id, place.Folded, span))
            return null;
        if (span.End <= place.DatelineEnd)
            return new(kind, id, span, MentionRole.Dateline);
        mergerEnd = Math.Max(mergerEnd, isCity ? 0 : Math.Max(Organizations.EndOfBranch(place.Folded, span.End), _subsidiaries.EndOf(id, place.Folded, span.End)));
        if (!isCity && (IsWithinNation(place.Folded, span.Start) || IsTradeOfMany(place.Folded, span)))
            return null;
        if (!isCity)
            return mergerEnd > span.End ? new(kind, null, TextSpan.Between(span.Start, mergerEnd)) : new(kind, id, span);
        if (Cities.FindOrganizationEnd(place.Folded, span) is var end && end > span.End)
            return new(MentionKind.Organization, null, TextSpan.Between(span.Start, end));
        if (CityRules.IsWord(place.Folded, span) || Cities.IsPartOfOther(place.Folded, span))
            return null;
        return _capitals.StandsForGovernment(id, place.Folded, span)
            ? new(kind, id, span, MentionRole.Government)
            : new(kind, id, span) { IsPassing = Cities.IsPassing(place.Folded, span) };
    }

    /// <summary>What only the whole text tells: whose name a bare surname is, and where the dateline's place is the place of the event.</summary>
    public ImmutableArray<Mention> Settle(List<Mention> mentions, TextPlace place)
    {
        bool isHere = place.DatelineEnd > 0 && Cities.SaysHere(place.Folded, place.DatelineEnd);
        HashSet<string> surnames = _surnames.FindAll(mentions, place);
        ImmutableArray<Mention> settled =
        [
            .. WithoutShortForms(mentions, place.Folded)
                .Where(mention => !surnames.Contains(mention.Span.In(place.Folded)) || mention.Role == MentionRole.Dateline || Cities.IsPlace(place.Folded, mention.Span))
                .Select(mention => isHere && mention is { Kind: MentionKind.City, Role: MentionRole.Dateline, Id: { } id } && !_capitals.IsCapital(id) ? mention with { Role = MentionRole.Text } : mention),
        ];
        return _homeMinistries?.Resolve(settled, place.Text) ?? settled;
    }

    /// <summary>The mentions without those that point back to an organisation named before by a shorter form: 信澜生物 after 苏州信澜生物.</summary>
    IEnumerable<Mention> WithoutShortForms(List<Mention> mentions, string folded)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        HashSet<string> bracketed = new(StringComparer.Ordinal);
        Mention? last = null;
        foreach (Mention mention in mentions)
        {
            bool isUnknown = mention is { Kind: MentionKind.Organization, Id: null };
            string name = isUnknown ? mention.Span.In(folded) : "";
            if (isUnknown && last?.Kind == MentionKind.Organization && IsInBracketBehind(last.Span, mention.Span, folded))
                bracketed.Add(name);
            last = mention;
            if (!isUnknown || !(bracketed.Contains(name) || names.Any(full => ShortNames.IsShortFormOf(full, name, cut => !IsForm(name, cut, name.Length)))))
                yield return mention;
            if (isUnknown)
                names.Add(name);
        }
    }

    /// <summary>国際通貨基金(IMF): the name and its abbreviation are one organisation.</summary>
    static bool IsInBracketBehind(TextSpan full, TextSpan abbreviated, string folded) =>
        folded.AsSpan(full.End, abbreviated.Start - full.End) is "(" or " (" && abbreviated.End < folded.Length && folded[abbreviated.End] == ')';

    static bool IsWithin(TextSpan outer, TextSpan inner) => inner.Start >= outer.Start && inner.End <= outer.End;
}
