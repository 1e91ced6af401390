using System.Collections.Immutable;

namespace KnowledgeBase.Editorial;

/// <summary>How a language tells what was said, and by whom, apart from the words around it; every list may be empty.</summary>
public sealed record SpeechRules
{
    /// <summary>Letters and words on which a clause ends that describes the organisation behind it (登壇した三崎海運).</summary>
    public ImmutableArray<string> ClauseEndings { get; init; } = [];

    /// <summary>Letters behind a noun that a verb governs: what stands before them may be an organisation, what stands behind is none.</summary>
    public ImmutableArray<string> ObjectMarks { get; init; } = [];

    /// <summary>Letters on which no noun ends that speaks (て, し).</summary>
    public ImmutableArray<string> NotNounEndings { get; init; } = [];

    /// <summary>Forms behind a reporting verb that is listed by its stem (強調 + しています).</summary>
    public ImmutableArray<string> CueEndings { get; init; } = [];

    /// <summary>Reporting phrases that follow a plain verb, with nothing that joins them to it (増やす考えを示した).</summary>
    public ImmutableArray<string> ClauseCues { get; init; } = [];

    /// <summary>What ends a hearsay and is no part of what was said (という).</summary>
    public ImmutableArray<string> HearsayEndings { get; init; } = [];

    /// <summary>Where or to whom something is said, between the speaker and the words (記者会見で, 記者団に).</summary>
    public ImmutableArray<string> Occasions { get; init; } = [];

    /// <summary>What ends a sentence that names somebody (だ, です).</summary>
    public ImmutableArray<string> Copulas { get; init; } = [];

    /// <summary>Words that take up what was said in the sentence before (こう, そう).</summary>
    public ImmutableArray<string> Anaphors { get; init; } = [];

    /// <summary>What joins words in quotation marks to a noun that they name (という, との).</summary>
    public ImmutableArray<string> TitleJoints { get; init; } = [];

    /// <summary>What joins words in quotation marks to a noun for what is said (などの, といった).</summary>
    public ImmutableArray<string> VoiceJoints { get; init; } = [];

    /// <summary>Nouns for what is said (声, 批判), of which a sentence tells that there were such words.</summary>
    public ImmutableArray<string> VoiceNouns { get; init; } = [];

    /// <summary>Verbs that give a name to the noun behind them (と呼ぶ); at the end of a sentence they say something of somebody.</summary>
    public ImmutableArray<string> NamingVerbs { get; init; } = [];

    /// <summary>Nouns for what has words in quotation marks for its name (制度, 見出し): nobody says them.</summary>
    public ImmutableArray<string> TitleNouns { get; init; } = [];

    /// <summary>Words for the company that was named last (同社).</summary>
    public ImmutableArray<string> SameCompany { get; init; } = [];

    /// <summary>On what words for people end who are not named (者, 員).</summary>
    public ImmutableArray<string> PeopleEndings { get; init; } = [];

    /// <summary>Letters for a part of the day, behind a date (夜).</summary>
    public ImmutableArray<string> DayTimes { get; init; } = [];

    /// <summary>Fields before a post that belong to it, behind a name (劉勁松 + アジア + 局長).</summary>
    public ImmutableArray<string> PostScopes { get; init; } = [];

    /// <summary>Nations between a foreign name and a post (トランプ + 米 + 大統領).</summary>
    public ImmutableArray<string> PostNations { get; init; } = [];

    /// <summary>Letters before a post that belong to it (元, 前).</summary>
    public ImmutableArray<string> PostPrefixes { get; init; } = [];

    /// <summary>Letters behind a number that tell of a person's or a firm's age, and no organisation's name (30代の, 20年の).</summary>
    public ImmutableArray<string> AgeMarks { get; init; } = [];

    /// <summary>Words that describe who speaks and name no organisation (出身, 市内, 別).</summary>
    public ImmutableArray<string> NotOwners { get; init; } = [];

    /// <summary>Letters behind what else ends the name of a body of one letter (会 in 記者会見).</summary>
    public ImmutableArray<string> NotBehindEndings { get; init; } = [];

    /// <summary>On what family names of two letters end that else end the name of a body (中村, 服部).</summary>
    public ImmutableArray<string> FamilyNameEndings { get; init; } = [];

    /// <summary>Letters of prepositions: a name that seems to end in one is shorter, and a phrase begins (在, 对).</summary>
    public ImmutableArray<string> NameBreaks { get; init; } = [];

    /// <summary>Letters that stand in no name behind its second one (不, 了).</summary>
    public ImmutableArray<string> NameStops { get; init; } = [];

    /// <summary>Letters on which posts end that no list holds (员, 师); a name may follow.</summary>
    public ImmutableArray<string> PostLetters { get; init; } = [];

    /// <summary>Letters behind which stands who is spoken to, though they are family names, too (向).</summary>
    public ImmutableArray<string> Addressing { get; init; } = [];

    /// <summary>Words for what a firm is (公司, 行), with which a text goes on to speak of one whose name does not tell.</summary>
    public ImmutableArray<string> Companies { get; init; } = [];

    /// <summary>Words behind which somebody's name stands, though no post does (岁的).</summary>
    public ImmutableArray<string> NameHeads { get; init; } = [];

    /// <summary>Words behind which few words between quotation marks are a term and nobody's words (所谓, 名为).</summary>
    public ImmutableArray<string> TermHeads { get; init; } = [];

    /// <summary>Words before which few words between quotation marks are a term and nobody's words (政策, 项目).</summary>
    public ImmutableArray<string> TermTails { get; init; } = [];

    /// <summary>Letters in which foreign names are written by their sound.</summary>
    public ImmutableArray<string> Transcriptions { get; init; } = [];

    /// <summary>Letters that end a name like a preposition, and begin no phrase (有 in 有田食品).</summary>
    public ImmutableArray<string> NotPhraseBeginnings { get; init; } = [];

    /// <summary>Letters of prepositions and adverbs with which given names begin, too (和彦, 将太).</summary>
    public ImmutableArray<string> GivenNameBeginnings { get; init; } = [];

    /// <summary>Letters on which given names end that begin so (由纪子, 和彦); no word of a clause does.</summary>
    public ImmutableArray<string> GivenNameEndings { get; init; } = [];

    /// <summary>Letters of pronouns, particles and times, which are part of no name that stands alone.</summary>
    public ImmutableArray<string> NotInNames { get; init; } = [];

    /// <summary>Words behind which stands where somebody comes from (来自).</summary>
    public ImmutableArray<string> OriginHeads { get; init; } = [];

    /// <summary>Letters with which a clause begins that describes somebody, and no organisation's name (来自…的, 负责…的).</summary>
    public ImmutableArray<string> ClauseBeginnings { get; init; } = [];

    /// <summary>Regular expressions of the beginning of a paragraph in a transcript; the first group is who speaks. None where a label is known by its colon alone.</summary>
    public ImmutableArray<string> Turns { get; init; } = [];

    /// <summary>On what the labels end in a transcript of those who ask (記者, 问), and marks before a question (――).</summary>
    public ImmutableArray<string> Askers { get; init; } = [];

    /// <summary>Labels in a transcript that say no more than that an answer follows (答).</summary>
    public ImmutableArray<string> Answers { get; init; } = [];
}
