using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Tells people who speak from organisations, countries and texts, so that none of those becomes a person.</summary>
sealed class SpeakerKinds(ContentFolder content, LanguageRules rules)
{
    /// <summary>The ids of countries and regions in <c>content/glossary</c> begin so.</summary>
    const string RegionPrefix = "region-";

    /// <summary>Names of people end on the same single characters as those of bodies (村, 部, 司): those count only in names that are too long for a person's.</summary>
    const int LongerThanPeople = 5;

    readonly FrozenSet<string> _regions = content.Vocabulary.Glossary
        .Where(term => term.Id.StartsWith(RegionPrefix, StringComparison.Ordinal))
        .SelectMany(term => term.Labels.All.Concat(term.Variants.Values.SelectMany(words => words)))
        .Where(name => name.Length > 1)
        .Select(name => FoldedText.Of(name, content.HanVariants))
        .ToFrozenSet(StringComparer.Ordinal);

    readonly ImmutableArray<string> _documents = [.. rules.DocumentNouns.Select(noun => FoldedText.Of(noun, content.HanVariants))];

    readonly FrozenSet<string> _bodyNouns = rules.BodyNouns.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    readonly FrozenSet<string> _states = rules.States.Select(state => FoldedText.Of(state, content.HanVariants)).ToFrozenSet(StringComparer.Ordinal);

    readonly ImmutableArray<string> _bodies = [.. rules.OrganizationEndings.Select(ending => FoldedText.Of(ending, content.HanVariants))];

    /// <summary>Money Post, Counterpoint Research: in Chinese and Japanese texts too such names end as English ones do.</summary>
    readonly ImmutableArray<string> _latinBodies = [.. content.RulesOf(Language.English).OrganizationEndings, .. content.RulesOf(Language.English).Organizations.Endings];

    bool IsHan => rules.Language != Language.English;

    /// <summary>The quotes of a body, each with what speaks in it.</summary>
    public ImmutableArray<Quote> Mark(ImmutableArray<Quote> quotes, ImmutableArray<Mention> mentions, string body)
    {
        ILookup<string, MentionKind> named = mentions.ToLookup(mention => mention.Span.In(body), mention => mention.Kind, StringComparer.Ordinal);
        return [.. quotes.Select(quote => Mark(quote, Find(quote, named)))];
    }

    // A place stands for others, who are not named: nobody's full name is known.
    static Quote Mark(Quote quote, SpeakerKind? kind) => quote with { SpeakerKind = kind, Speaker = kind == SpeakerKind.Place ? null : quote.Speaker };

    SpeakerKind? Find(Quote quote, ILookup<string, MentionKind> named)
    {
        if (quote.PersonId is not null || (quote.Name is not null && quote.Post is not null) || IsTitled(quote))
            return SpeakerKind.Person;
        if ((quote.Speaker ?? quote.Name ?? quote.Named) is not { } name)
            return null;
        string folded = FoldedText.Of(name, content.HanVariants);
        if (_regions.Contains(folded) || named[name].Contains(MentionKind.City))
            return SpeakerKind.Place;
        if (named[name].Contains(MentionKind.Organization) || EndsOn(_bodies, folded) || IsListed(name) || (IsHan && _latinBodies.Any(ending => EndsLatin(name, ending))))
            return SpeakerKind.Organization;
        if (quote is { Name: null, Speaker: null } && _bodyNouns.Contains(name[(name.LastIndexOf(' ') + 1)..]))
            return SpeakerKind.Organization;
        if (EndsOn(_documents, folded.TrimEnd('》')))
            return SpeakerKind.Document;
        // A paper or a book.
        if (folded[^1] == '》')
            return EndsOn(_bodies, folded.TrimEnd('》')) ? SpeakerKind.Organization : SpeakerKind.Document;
        if (_states.Contains(folded))
            return SpeakerKind.Place;
        if (IsBrand(name) || _states.Any(state => IsBranch(folded, state)))
            return SpeakerKind.Organization;
        return quote.Name is not null || quote.Speaker is not null || quote.Post is not null ? SpeakerKind.Person : null;
    }

    /// <summary>Ministry of Economy, Trade and Industry</summary>
    bool IsListed(string name) => rules.ListedBodies.Any(body => name.StartsWith($"{body} of ", StringComparison.Ordinal) || name.StartsWith($"{body} for ", StringComparison.Ordinal));

    /// <summary>田中氏: what is named beside the name is an honorific.</summary>
    static bool IsTitled(Quote quote) => quote.Name is { } name && quote.Named is { } words && words.Length > name.Length && !words.EndsWith(name, StringComparison.Ordinal) && !words.EndsWith('s');

    bool EndsOn(ImmutableArray<string> endings, string name) => endings.Any(ending => IsHan ? EndsHan(name, ending) : EndsLatin(name, ending));

    static bool EndsHan(string name, string ending) =>
        name.EndsWith(ending, StringComparison.Ordinal) && (ending.Length > 1 || name.Length >= LongerThanPeople);

    static bool EndsLatin(string name, string ending) =>
        name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && (name.Length == ending.Length || name[^(ending.Length + 1)] is ' ' or '-');

    /// <summary>优衣库中国: a company and where it works.</summary>
    bool IsBranch(string name, string state) => IsHan && name.Length >= LongerThanPeople && state.Length > 1 && name.EndsWith(state, StringComparison.Ordinal);

    /// <summary>JETRO, Doctor-NET, 36Kr, example.com: no person writes a name so. The family name of Yamada TARO has no joint and stands beside another.</summary>
    static bool IsBrand(string name)
    {
        string[] words = name.Split([' ', '-', '‐', '–'], StringSplitOptions.RemoveEmptyEntries);
        bool isAlone = !name.Contains(' ') && words.Length > 0;
        return isAlone && words.Any(IsCapitals) || name.Any(char.IsAsciiDigit) || words.Any(IsAddress);
    }

    static bool IsCapitals(string word) => word.Length > 1 && word.All(c => char.IsAsciiLetterUpper(c) || c == '&');

    static bool IsAddress(string word) => word.IndexOf('.', StringComparison.Ordinal) is > 1 and var dot && dot + 2 < word.Length && char.IsAsciiLetterLower(word[dot + 1]);
}
