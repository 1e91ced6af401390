using System.Buffers;
using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>The words of Chinese or Japanese by which speakers are told.</summary>
sealed class HanWords(LanguageRules rules, HanVariants variants)
{
    /// <summary>Shorter ones are no names of bodies.</summary>
    const int ShortestName = 2;

    public WordList Cues { get; } = new(rules.Cues.Select(cue => cue.Word), variants);

    readonly WordList _cueEndings = new(rules.Speech.CueEndings, variants);

    public WordList IndirectCues { get; } = new(rules.IndirectCues.SelectMany(InBothForms), variants);

    /// <summary>Verbs that report what a text says, those of people among them.</summary>
    public WordList DocumentCues { get; } = new(rules.DocumentCues.Concat(rules.IndirectCues.SelectMany(InBothForms)), variants);

    public WordList Posts { get; } = new(rules.Posts, variants);

    public WordList Honorifics { get; } = new(rules.Honorifics, variants);

    public WordList Pronouns { get; } = new(rules.Pronouns, variants);

    public WordList Adverbs { get; } = new(rules.Adverbs, variants);

    public WordList Prepositions { get; } = new(rules.Prepositions, variants);

    public WordList Determiners { get; } = new(rules.Determiners, variants);

    public WordList SpeakingNouns { get; } = new(rules.SpeakingNouns, variants);

    readonly WordList _peopleEndings = new(rules.Speech.PeopleEndings, variants);

    public WordList DocumentNouns { get; } = new(rules.DocumentNouns, variants);

    public WordList States { get; } = new(rules.States, variants);

    public WordList NotNames { get; } = new(rules.NotNames, variants);

    /// <summary>Words of which no name of an organisation is made (上市, 当地).</summary>
    public WordList Generic { get; } = new(rules.Organizations.Generic, variants);

    /// <summary>Words that begin like a preposition and are none (自民党, 比亚迪).</summary>
    public WordList NotBorders { get; } = new(rules.Organizations.NotBorders, variants);

    /// <summary>On what the names of cities, counties and provinces end.</summary>
    public WordList Places { get; } = new(rules.CityEndings.Concat(rules.RegionEndings), variants);

    /// <summary>Words that end like cities and are none (城市).</summary>
    public WordList NotCityNames { get; } = new(rules.NotCityNames, variants);

    /// <summary>Labels of answers that name nobody (答).</summary>
    public WordList AnswerLabels { get; } = new(rules.Speech.Answers, variants);

    public WordList Surnames { get; } = new(rules.Surnames, variants);

    /// <summary>True where names are told by family names (Chinese); false where by posts and honorifics (Japanese).</summary>
    public bool HasSurnames { get; } = !rules.Surnames.IsEmpty;

    /// <summary>Words for somebody who is not named (一位).</summary>
    public ImmutableArray<string> NamelessOnes { get; } = rules.NamelessOnes;

    /// <summary>Words behind whose words somebody tells (の話として).</summary>
    public ImmutableArray<string> ToldBy { get; } = [.. rules.ToldBy.Select(words => FoldedText.Of(words, variants))];

    public WordList PostScopes { get; } = new(rules.Speech.PostScopes, variants);

    /// <summary>Nations in one or two letters between a foreign name and a post (トランプ米大統領).</summary>
    public WordList PostNations { get; } = new(rules.Speech.PostNations, variants);

    public WordList PostPrefixes { get; } = new(rules.Speech.PostPrefixes, variants);

    public WordList NotBehindEndings { get; } = new(rules.Speech.NotBehindEndings, variants);

    public WordList FamilyNameEndings { get; } = new(rules.Speech.FamilyNameEndings, variants);

    /// <summary>Letters of prepositions, at which a name ends.</summary>
    public string NameBreaks { get; } = Letters(rules.Speech.NameBreaks, variants);

    /// <summary>Letters that stand in no name behind its second one.</summary>
    public string NameStops { get; } = Letters(rules.Speech.NameStops, variants);

    /// <summary>Letters on which posts end that no list holds (员, 师).</summary>
    public string PostLetters { get; } = Letters(rules.Speech.PostLetters, variants);

    /// <summary>Letters behind which stands who is spoken to, though they are family names, too.</summary>
    public string Addressing { get; } = Letters(rules.Speech.Addressing, variants);

    /// <summary>Words for what a firm is (公司, 行), with which a text goes on to speak of one whose name does not tell.</summary>
    public WordList Companies { get; } = new(rules.Speech.Companies, variants);

    /// <summary>Words behind which somebody's name stands, though no post does (岁的).</summary>
    public WordList NameHeads { get; } = new(rules.Speech.NameHeads, variants);

    /// <summary>Words behind which few words between quotation marks are a term.</summary>
    public WordList TermHeads { get; } = new(rules.Speech.TermHeads, variants);

    /// <summary>Words before which few words between quotation marks are a term.</summary>
    public WordList TermTails { get; } = new(rules.Speech.TermTails, variants);

    /// <summary>Letters in which foreign names are written by their sound.</summary>
    public SearchValues<char> Transcriptions { get; } = SearchValues.Create(Letters(rules.Speech.Transcriptions, variants));

    /// <summary>Letters that end a name like a preposition, and begin no phrase.</summary>
    public string NotPhraseBeginnings { get; } = Letters(rules.Speech.NotPhraseBeginnings, variants);

    /// <summary>Letters of prepositions and adverbs with which given names begin, too.</summary>
    public string GivenNameBeginnings { get; } = Letters(rules.Speech.GivenNameBeginnings, variants);

    /// <summary>Letters on which given names end that begin so.</summary>
    public string GivenNameEndings { get; } = Letters(rules.Speech.GivenNameEndings, variants);

    /// <summary>Letters that are part of no name that stands alone.</summary>
    public string NotInNames { get; } = Letters(rules.Speech.NotInNames, variants);

    /// <summary>Letters with which a clause begins that describes somebody.</summary>
    public string ClauseBeginnings { get; } = Letters(rules.Speech.ClauseBeginnings, variants);

    /// <summary>Words behind which stands where somebody comes from.</summary>
    public WordList OriginHeads { get; } = new(rules.Speech.OriginHeads, variants);

    public Datelines Datelines { get; } = new(rules);

    public WordList OrganizationEndings { get; } = new(rules.OrganizationEndings, variants);

    /// <summary>と強調した, とも強調した · との考えを示した, との考えも示した</summary>
    static IEnumerable<string> InBothForms(string cue) =>
        cue.StartsWith('と') ? [cue, cue.Contains('を') ? cue.Replace('を', 'も') : $"とも{cue[1..]}"] : [cue];

    /// <summary>The length of the reporting verb that begins at a position, with its ending where the list has its stem: 強調 + している.</summary>
    public int LengthOfCue(string folded, int at, int end)
    {
        int stem = Cues.LengthAt(folded, at, end);
        return stem > 0 && (!FoldedText.IsHiragana(folded[at + stem - 1]) || folded[at + stem - 1] == 'し') ? stem + _cueEndings.LengthAt(folded, at + stem, end) : stem;
    }

    /// <summary>The first reporting verb of a stretch; null where it holds none.</summary>
    public TextSpan? FindCue(string folded, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            // 声を落とした: no とした.
            bool isWithin = i > from && folded[i] == 'と' && folded[i - 1] is >= '\u3400' and <= '\u9fff';
            if (!isWithin && LengthOfCue(folded, i, end) is > 0 and var length)
                return new(i, length);
        }
        return null;
    }

    /// <summary>True for 报告, 《…白皮书》 and what else can be read.</summary>
    public bool IsText(string folded, TextSpan named)
    {
        int end = named.End > named.Start && folded[named.End - 1] == '》' ? named.End - 1 : named.End;
        return DocumentNouns.LengthEndingAt(folded, end, named.Start) > 0;
    }

    /// <summary>True for texts, states, and nouns that can speak (関係者).</summary>
    public bool IsSpeaker(string folded, TextSpan named) =>
        IsText(folded, named) || SpeakingNouns.LengthEndingAt(folded, named.End, named.Start) > 0 || States.LengthEndingAt(folded, named.End, named.Start) > 0
        || (named.Length > 1 && _peopleEndings.LengthEndingAt(folded, named.End, named.Start) > 0);

    /// <summary>东海公司 has a name, 上市公司 and 日本政府 have none.</summary>
    public bool OwnsName(string folded, int start, int end)
    {
        int at = start;
        while (at < end && Math.Max(Generic.LengthAt(folded, at, end), Math.Max(States.LengthAt(folded, at, end), Determiners.LengthAt(folded, at, end))) is > 0 and var generic)
            at += generic;
        return end - at >= ShortestName;
    }

    /// <summary>Comparable text with the same positions.</summary>
    public string Fold(string text) => FoldedText.Of(text, variants);

    static string Letters(ImmutableArray<string> letters, HanVariants variants) => FoldedText.Of(string.Concat(letters), variants);
}
