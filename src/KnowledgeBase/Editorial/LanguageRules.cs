using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Editorial;

/// <summary>How a language writes who said what and where. Read from <c>content/languages/&lt;code&gt;.yml</c>; every list may be empty.</summary>
public sealed record LanguageRules
{
    /// <summary>The language.</summary>
    public required Language Language { get; init; }

    /// <summary>Pairs of quotation marks.</summary>
    public ImmutableArray<QuotationMarks> QuotationMarks { get; init; } = [];

    /// <summary>Reporting verbs, each form on its own (said, 表示, と述べた).</summary>
    public ImmutableArray<Cue> Cues { get; init; } = [];

    /// <summary>Words that name a source without a verb of saying (according to …, 据…报道, …によると).</summary>
    public ImmutableArray<SourceMark> SourceMarks { get; init; } = [];

    /// <summary>Verbs that report a clause without quotation marks; fewer than <see cref="Cues"/>, because a wrong report is worse than none.</summary>
    public ImmutableArray<string> IndirectCues { get; init; } = [];

    /// <summary>Further verbs that report a clause, where a text or its figures are the subject (数据显示, 通知要求).</summary>
    public ImmutableArray<string> DocumentCues { get; init; } = [];

    /// <summary>Words before a name that are not part of it (Mr., Sen.).</summary>
    public ImmutableArray<string> Titles { get; init; } = [];

    /// <summary>Words after a name that are not part of it (氏, さん, 先生).</summary>
    public ImmutableArray<string> Honorifics { get; init; } = [];

    /// <summary>Posts a person may hold (mayor, 市长, 社長).</summary>
    public ImmutableArray<string> Posts { get; init; } = [];

    /// <summary>Words before a post that belong to it (trade minister, former president).</summary>
    public ImmutableArray<string> PostModifiers { get; init; } = [];

    /// <summary>Words that make another post of a post (vice, deputy): the president is no vice president.</summary>
    public ImmutableArray<string> DeputyWords { get; init; } = [];

    /// <summary>Words that stand for a person named before (he, 他, 同氏).</summary>
    public ImmutableArray<string> Pronouns { get; init; } = [];

    /// <summary>Family names that are written like pronouns (He Lifeng).</summary>
    public ImmutableArray<string> PronounSurnames { get; init; } = [];

    /// <summary>Those of <see cref="Pronouns"/> and <see cref="Titles"/> that stand for a woman.</summary>
    public ImmutableArray<string> Feminine { get; init; } = [];

    /// <summary>Those of <see cref="Pronouns"/> and <see cref="Titles"/> that stand for a man.</summary>
    public ImmutableArray<string> Masculine { get; init; } = [];

    /// <summary>Words that may stand between a speaker and the cue (also, 还, 日前).</summary>
    public ImmutableArray<string> Adverbs { get; init; } = [];

    /// <summary>Words that look like a name, or a part of one, and are none (The, However, 记者).</summary>
    public ImmutableArray<string> NotNames { get; init; } = [];

    /// <summary>Family names, where a name can be told from other words only by them.</summary>
    public ImmutableArray<string> Surnames { get; init; } = [];

    /// <summary>Words for somebody who is not named: the organisation stands before them (一位, 一名).</summary>
    public ImmutableArray<string> NamelessOnes { get; init; } = [];

    /// <summary>Words with their comma behind a source that the speaker passes on (の話として、): what was said begins behind them.</summary>
    public ImmutableArray<string> ToldBy { get; init; } = [];

    /// <summary>What marks the topic of a sentence (は).</summary>
    public ImmutableArray<string> TopicMarks { get; init; } = [];

    /// <summary>What marks one more topic (も).</summary>
    public ImmutableArray<string> AlsoMarks { get; init; } = [];

    /// <summary>What marks the subject of a verb (が).</summary>
    public ImmutableArray<string> SubjectMarks { get; init; } = [];

    /// <summary>Letters behind which <see cref="TopicMarks"/> mark no speaker (では, とは).</summary>
    public ImmutableArray<string> NotTopics { get; init; } = [];

    /// <summary>Letters between a circumstance and a speaker (会談で習主席は).</summary>
    public ImmutableArray<string> CaseParticles { get; init; } = [];

    /// <summary>Letters on which a verb ends that describes the noun behind it (会長を務める寺田さん).</summary>
    public ImmutableArray<string> VerbEndings { get; init; } = [];

    /// <summary>What joins a post to the name behind it (である, を務める).</summary>
    public ImmutableArray<string> PostJoints { get; init; } = [];

    /// <summary>What stands between a speaker and the topic mark or the quotation (から, の間で).</summary>
    public ImmutableArray<string> Origins { get; init; } = [];

    /// <summary>What stands between a speaker and the quotation that follows as a label (の話).</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Words on which the name of an organisation ends (Ministry, 公司, 株式会社).</summary>
    public ImmutableArray<string> OrganizationEndings { get; init; } = [];

    /// <summary>What, directly after a city's name, makes it the name of an organisation (Steel, ガス, 汽车).</summary>
    public ImmutableArray<string> CityOrganizationTails { get; init; } = [];

    /// <summary>What, directly before a city's name, makes it the name of an organisation (University of, Bank of).</summary>
    public ImmutableArray<string> CityOrganizationHeads { get; init; } = [];

    /// <summary>What, directly after a city's name, makes it another place (Prefecture, 県).</summary>
    public ImmutableArray<string> OtherPlaceTails { get; init; } = [];

    /// <summary>Phrases that hold a city's name and are about something else (Kyoto Protocol, 北京ダック).</summary>
    public ImmutableArray<string> NotCities { get; init; } = [];

    /// <summary>Ids of cities whose name also stands for a government.</summary>
    public ImmutableArray<string> Capitals { get; init; } = [];

    /// <summary>What, directly after a capital's name, makes it stand for the government (has urged, 当局).</summary>
    public ImmutableArray<string> GovernmentTails { get; init; } = [];

    /// <summary>What governments do (lift, 取消): behind a capital's name, with or without an adverb between, it makes the name stand for the government. English verbs stand in their plain form.</summary>
    public ImmutableArray<string> GovernmentVerbs { get; init; } = [];

    /// <summary>Words that may stand between a capital and the verb (also, 此前).</summary>
    public ImmutableArray<string> GovernmentAdverbs { get; init; } = [];

    /// <summary>What marks a capital as the subject of a sentence whose end says what a government does (は, としては).</summary>
    public ImmutableArray<string> GovernmentSubjects { get; init; } = [];

    /// <summary>What governments do, at the end of a sentence (主張, 反発).</summary>
    public ImmutableArray<string> GovernmentStances { get; init; } = [];

    /// <summary>What, directly before a capital's name, makes it a place (in, 在).</summary>
    public ImmutableArray<string> CapitalPlaceHeads { get; init; } = [];

    /// <summary>What, directly after a capital's name, makes it a place (で, residents).</summary>
    public ImmutableArray<string> CapitalPlaceTails { get; init; } = [];

    /// <summary>What, directly before a capital's name, makes it stand for the government (relations with, pressure on).</summary>
    public ImmutableArray<string> GovernmentHeads { get; init; } = [];

    /// <summary>Capitals outside the vocabulary: a capital named together with one stands for its government (Washington, 华盛顿).</summary>
    public ImmutableArray<string> OtherCapitals { get; init; } = [];

    /// <summary>Words that join two capitals (and, 与).</summary>
    public ImmutableArray<string> CapitalJoints { get; init; } = [];

    /// <summary>Ids of cities, and of companies, whose name is a family name too: a post or a given name beside it makes it a person's.</summary>
    public ImmutableArray<string> CitySurnames { get; init; } = [];

    /// <summary>On what the name of a city ends, also of one that the vocabulary does not know (市).</summary>
    public ImmutableArray<string> CityEndings { get; init; } = [];

    /// <summary>What, directly behind <see cref="CityEndings"/>, makes a post of it (市长): what stands before may be a person.</summary>
    public ImmutableArray<string> CityPosts { get; init; } = [];

    /// <summary>On what the name of the region ends that stands before a city (福岛县郡山市).</summary>
    public ImmutableArray<string> RegionEndings { get; init; } = [];

    /// <summary>Letters of which no given name is made, so that no person is named where one follows a name (福冈县, 福冈的).</summary>
    public ImmutableArray<string> NotGivenNames { get; init; } = [];

    /// <summary>Cities whose name alone is another city's in the vocabulary, with what tells them from it (Suzhou, Anhui).</summary>
    public ImmutableArray<string> OtherCities { get; init; } = [];

    /// <summary>What, directly after a name, makes it a district, a town or a village (区, Ward).</summary>
    public ImmutableArray<string> DistrictTails { get; init; } = [];

    /// <summary>What, directly after a city's name, says that the words behind name a place or a thing there, and no company (Airport, ショー).</summary>
    public ImmutableArray<string> CityPlaceNouns { get; init; } = [];

    /// <summary>What, directly before a doubtful name, makes it a city (in, 位于).</summary>
    public ImmutableArray<string> DoubtfulCityHeads { get; init; } = [];

    /// <summary>What, directly after a doubtful name, makes it a city (-based, に本社).</summary>
    public ImmutableArray<string> DoubtfulCityTails { get; init; } = [];

    /// <summary>Words that end in <see cref="CityEndings"/> and name no city (城市, 都市).</summary>
    public ImmutableArray<string> NotCityNames { get; init; } = [];

    /// <summary>Family names that end like the names of cities (高市).</summary>
    public ImmutableArray<string> FamilyNamesLikeCities { get; init; } = [];

    /// <summary>What, directly before a city's name, makes it background (based in, 总部位于).</summary>
    public ImmutableArray<string> PassingHeads { get; init; } = [];

    /// <summary>What, directly after a city's name, makes it background (-based, に本社を置く).</summary>
    public ImmutableArray<string> PassingTails { get; init; } = [];

    /// <summary>Words of the first lines by which the place of a dateline is the place of the event (here, 此间, 当地).</summary>
    public ImmutableArray<string> HereWords { get; init; } = [];

    /// <summary>What, directly before a city's name, makes it the scene of something (held in, opened in).</summary>
    public ImmutableArray<string> EventHeads { get; init; } = [];

    /// <summary>What, directly after a city's name, makes it the scene of something (举行, で開催).</summary>
    public ImmutableArray<string> EventTails { get; init; } = [];

    /// <summary>What, directly after a city's name, makes it the name of a thing that is no organisation (Tower, ドーム).</summary>
    public ImmutableArray<string> CityThingTails { get; init; } = [];

    /// <summary>Regular expressions of the line or bracket at the beginning that names the author; the last group is the name.</summary>
    public ImmutableArray<string> Bylines { get; init; } = [];

    /// <summary>How it names organisations.</summary>
    public OrganizationRules Organizations { get; init; } = new();

    /// <summary>Regular expressions of the dateline at the beginning of a text.</summary>
    public ImmutableArray<string> Datelines { get; init; } = [];

    /// <summary>Nouns that can speak though they are no posts (report, ministry, voter).</summary>
    public ImmutableArray<string> SpeakingNouns { get; init; } = [];

    /// <summary>Nouns for a body that speaks without its name (the ministry, the company).</summary>
    public ImmutableArray<string> BodyNouns { get; init; } = [];

    /// <summary>On what the naming of a text as a speaker ends (report, 白皮书, 声明).</summary>
    public ImmutableArray<string> DocumentNouns { get; init; } = [];

    /// <summary>Words that stand for a state and its government as the one who speaks (中国, 日方, 日本側), though they name no speaker elsewhere.</summary>
    public ImmutableArray<string> States { get; init; } = [];

    /// <summary>Words for bodies that are named by a list of their fields (Ministry of Economy, Trade and Industry).</summary>
    public ImmutableArray<string> ListedBodies { get; init; } = [];

    /// <summary>Articles and the like, with which the naming of a person by a noun begins (the, a, his).</summary>
    public ImmutableArray<string> Determiners { get; init; } = [];

    /// <summary>Those of them that point at somebody or something told of before (the, its).</summary>
    public ImmutableArray<string> DefiniteDeterminers { get; init; } = [];

    /// <summary>Words with which a sentence begins that tells when or how first (When, Asked).</summary>
    public ImmutableArray<string> AdverbialOpeners { get; init; } = [];

    /// <summary>Prepositions: a name after one is not the subject of a sentence.</summary>
    public ImmutableArray<string> Prepositions { get; init; } = [];

    /// <summary>Words that join two verbs of one subject (and).</summary>
    public ImmutableArray<string> Conjunctions { get; init; } = [];

    /// <summary>Words that begin a clause about the name before them (who).</summary>
    public ImmutableArray<string> Relatives { get; init; } = [];

    /// <summary>Small words inside a name (van, de).</summary>
    public ImmutableArray<string> NameParticles { get; init; } = [];

    /// <summary>Words whose full stop does not end a sentence (Mr., Inc.).</summary>
    public ImmutableArray<string> Abbreviations { get; init; } = [];

    /// <summary>How it tells what was said, and by whom, apart from what stands around it.</summary>
    public SpeechRules Speech { get; init; } = new();

    /// <summary>How it writes amounts, shares and counts.</summary>
    public FigureRules Figures { get; init; } = new();
}

/// <summary>A pair of quotation marks.</summary>
/// <param name="Open">The opening mark.</param>
/// <param name="Close">The closing mark; the same as the opening one for straight marks.</param>
/// <param name="InnerOnly">True for marks that quote only within a quote (‘ ’, 『 』): alone they mark titles of works.</param>
public sealed record QuotationMarks(char Open, char Close, bool InnerOnly);

/// <summary>A reporting verb in one of its forms.</summary>
/// <param name="Word">The form.</param>
/// <param name="Position">Where it may stand.</param>
public sealed record Cue(string Word, CuePosition Position);

/// <summary>Where a cue may stand.</summary>
public enum CuePosition
{
    /// <summary>Before or after the words, before or after the speaker (said).</summary>
    Anywhere,

    /// <summary>Only after the speaker (told, 表示).</summary>
    AfterSpeaker,

    /// <summary>Without a speaker of its own: the one of the sentence (saying, adding).</summary>
    Participle,
}

/// <summary>Words around the name of a source.</summary>
/// <param name="Before">What stands before it; empty when nothing does.</param>
/// <param name="After">What stands after it; empty when nothing does.</param>
public sealed record SourceMark(string Before, string After);
