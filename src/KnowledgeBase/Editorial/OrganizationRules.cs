using System.Collections.Immutable;

namespace KnowledgeBase.Editorial;

/// <summary>How a language names organisations, so that those the vocabulary does not know are found too.</summary>
public sealed record OrganizationRules
{
    /// <summary>Legal forms on which a company's name ends (Co., Ltd., 有限公司).</summary>
    public ImmutableArray<string> FormsAfter { get; init; } = [];

    /// <summary>Legal forms with which a company's name begins (株式会社).</summary>
    public ImmutableArray<string> FormsBefore { get; init; } = [];

    /// <summary>Nouns on which the name of an organisation ends (Institute, 商会, 研究所).</summary>
    public ImmutableArray<string> Endings { get; init; } = [];

    /// <summary>Those of <see cref="Endings"/> that are everyday words too (材料, 环境): a name ends on one only where a city or description stands before it, or behind it what is said of companies.</summary>
    public ImmutableArray<string> WeakEndings { get; init; } = [];

    /// <summary>What is said of companies directly behind their names (宣布, 社长), where the ending is weak.</summary>
    public ImmutableArray<string> CompanyFollowers { get; init; } = [];

    /// <summary>Words directly before the name of a company, where the ending is weak (收购, 旗下).</summary>
    public ImmutableArray<string> CompanyLeads { get; init; } = [];

    /// <summary>Nouns with which the name of an organisation begins, before "of" and the like (Ministry of, Bank of).</summary>
    public ImmutableArray<string> Heads { get; init; } = [];

    /// <summary>What ministries and bureaus are for (Trade, Tourism): only these are joined by commas and "and" in their names.</summary>
    public ImmutableArray<string> Portfolios { get; init; } = [];

    /// <summary>Words of which alone, with an ending, no name is made (local, 外资, 民間).</summary>
    public ImmutableArray<string> Generic { get; init; } = [];

    /// <summary>Words before which or behind which a name ends where nothing is put between words (的, 与, 由).</summary>
    public ImmutableArray<string> Borders { get; init; } = [];

    /// <summary>Words that, directly behind an ending, make it part of another word (大学 and 生).</summary>
    public ImmutableArray<string> NotBefore { get; init; } = [];

    /// <summary>Letters that, directly behind an ending, make a word for many of it, also where the name is known (中国银行业, 日本银行间市场).</summary>
    public ImmutableArray<string> NotBehindKnown { get; init; } = [];

    /// <summary>Words for a whole country (全国, 日本): with one of them before it and one of <see cref="NationalBodies"/> behind it a generic word is a name, 全国銀行協会.</summary>
    public ImmutableArray<string> Nations { get; init; } = [];

    /// <summary>Endings of bodies that speak for a trade or profession (協会, 联合会).</summary>
    public ImmutableArray<string> NationalBodies { get; init; } = [];

    /// <summary>Places in brackets that make another company of a company: Sony (China), 千葉真空（上海）.</summary>
    public ImmutableArray<string> BranchPlaces { get; init; } = [];

    /// <summary>Words directly before a name that say a company follows (maker, メーカーの, 公司).</summary>
    public ImmutableArray<string> Introductions { get; init; } = [];

    /// <summary>Nouns directly before a name that say what the company is, and are no part of it where nothing is put between words (企业, 大手).</summary>
    public ImmutableArray<string> Descriptions { get; init; } = [];

    /// <summary>What must follow a name before which a comma stands (通信機器大手、NAMEは): particles.</summary>
    public ImmutableArray<string> SubjectTails { get; init; } = [];

    /// <summary>Nouns with which neither begins nor ends a name that only the words around it show (経営破綻, 股价).</summary>
    public ImmutableArray<string> CommonNouns { get; init; } = [];

    /// <summary>Words at the beginning of a bracket behind a company (本社, 证券代码).</summary>
    public ImmutableArray<string> CompanyMarks { get; init; } = [];

    /// <summary>Words directly behind a company, and nothing else (の社長).</summary>
    public ImmutableArray<string> CompanyTails { get; init; } = [];

    /// <summary>Words directly behind a company whose name is in katakana or Latin letters (社は).</summary>
    public ImmutableArray<string> KatakanaTails { get; init; } = [];

    /// <summary>Words in hiragana by which companies are called (みずほ, ひかり): elsewhere hiragana ends a name.</summary>
    public ImmutableArray<string> HiraganaNames { get; init; } = [];

    /// <summary>Words that hold a letter which alone is one of <see cref="Borders"/>, and is none within them (合同, 進出口).</summary>
    public ImmutableArray<string> NotBorders { get; init; } = [];

    /// <summary>Letters among <see cref="Borders"/> that are borders behind a figure only (13日, but 日立).</summary>
    public ImmutableArray<string> BordersBehindFigures { get; init; } = [];

    /// <summary>Letters among <see cref="Borders"/> that are borders behind a word of two letters and more only (企业都, but 北都; 三井和, but 菱和).</summary>
    public ImmutableArray<string> BordersBehindWords { get; init; } = [];

    /// <summary>Verbs of one letter that are borders where a city or a nation follows (离东京证券交易所).</summary>
    public ImmutableArray<string> BordersBeforeCities { get; init; } = [];

    /// <summary>Nouns on which the name of an office ends that a province or city has (厅, 局).</summary>
    public ImmutableArray<string> Offices { get; init; } = [];

    /// <summary>Words for "and" within the name of an office (工业和信息化厅).</summary>
    public ImmutableArray<string> OfficeJoints { get; init; } = [];

    /// <summary>Nouns behind the name of a province or city (省, 県, 市).</summary>
    public ImmutableArray<string> ProvinceTails { get; init; } = [];

    /// <summary>Kinds of authority of which a state has one for each purpose, so that the purpose names it (Finance Ministry, Tourism Agency, 厅).</summary>
    public ImmutableArray<string> StateBodies { get; init; } = [];

    /// <summary>Those that only states but <see cref="Nations"/> have (部): the ministries of these are in the vocabulary.</summary>
    public ImmutableArray<string> ThirdStateBodies { get; init; } = [];

    /// <summary>Possessives within which a name goes on (People's Court).</summary>
    public ImmutableArray<string> InnerPossessives { get; init; } = [];

    /// <summary>Those of <see cref="FormsAfter"/> that are part of a name (Port Group).</summary>
    public ImmutableArray<string> FormsWithin { get; init; } = [];

    /// <summary>Places that, alone in a bracket behind a name, make no company of it: whose home they are may be a person.</summary>
    public ImmutableArray<string> NotBranches { get; init; } = [];

    /// <summary>Words behind the place in brackets that go on with the name of the branch (丰田汽车（中国）投资), besides legal forms and endings.</summary>
    public ImmutableArray<string> BranchTails { get; init; } = [];

    /// <summary>Particles behind the company with which a release begins; none where any word may follow.</summary>
    public ImmutableArray<string> ReleaserTails { get; init; } = [];

    /// <summary>What the bracket before a company's release holds: the word for the year.</summary>
    public ImmutableArray<string> ReleaseMarks { get; init; } = [];

    /// <summary>Marks at the end of an introduction behind which more than a name must follow (大手、).</summary>
    public ImmutableArray<string> Pauses { get; init; } = [];

    /// <summary>What stands between the names of a list (、, 与, 以及).</summary>
    public ImmutableArray<string> ListJoints { get; init; } = [];

    /// <summary>What closes a list of companies (等企业, 三家公司).</summary>
    public ImmutableArray<string> ListTails { get; init; } = [];

    /// <summary>What companies do with each other (签约, 合资): with another company before "and" and one of these behind, a name is a company's.</summary>
    public ImmutableArray<string> PartnerVerbs { get; init; } = [];

    /// <summary>Words before the city of a company's seat, behind which its name follows (总部位于杭州的NAME).</summary>
    public ImmutableArray<string> SeatHeads { get; init; } = [];

    /// <summary>Words between a seat and the name, or a name and the share in it (的).</summary>
    public ImmutableArray<string> Possessives { get; init; } = [];

    /// <summary>What one holds of a company (股权): NAME的51%股权.</summary>
    public ImmutableArray<string> ShareTails { get; init; } = [];

    /// <summary>Words before the names of a list of companies (包括, 客户有): with one of them known, the others are names too.</summary>
    public ImmutableArray<string> ListHeads { get; init; } = [];

    /// <summary>Words behind which companies alone are listed (客户包括): none of the names need be known.</summary>
    public ImmutableArray<string> CompanyListHeads { get; init; } = [];

    /// <summary>What only companies do (推出, 裁员): a name of no known words before it, at the beginning of a clause, is a company's.</summary>
    public ImmutableArray<string> CompanyVerbs { get; init; } = [];

    /// <summary>What companies trade in (车灯, 文具): behind letters of no known word, and before <see cref="CompanyFollowers"/>, one ends a name.</summary>
    public ImmutableArray<string> Trades { get; init; } = [];

    /// <summary>Words behind more than one subject (都, 均): names of no known word before them, joined like a list, are companies'.</summary>
    public ImmutableArray<string> PluralWords { get; init; } = [];

    /// <summary>Words of one letter behind such a name at the beginning of a clause (把, 将).</summary>
    public ImmutableArray<string> TraderFollowers { get; init; } = [];

    /// <summary>What only companies do in a city (落户): as <see cref="CompanyVerbs"/>, before the city.</summary>
    public ImmutableArray<string> CityVerbs { get; init; } = [];

    /// <summary>Words between a company and the city where it does something (在), with one of <see cref="CompanyVerbs"/> behind.</summary>
    public ImmutableArray<string> CityLinks { get; init; } = [];

    /// <summary>On what the name of an old house ends (屋, 堂): before <see cref="CompanyVerbs"/> three letters are a name.</summary>
    public ImmutableArray<string> HouseEndings { get; init; } = [];

    /// <summary>What only companies have in a city (工厂, 门店): as <see cref="CompanyVerbs"/>, behind a possessive and the city.</summary>
    public ImmutableArray<string> Plants { get; init; } = [];

    /// <summary>Words before whoever makes or supplies something (由), with one of <see cref="AgentTails"/> behind it.</summary>
    public ImmutableArray<string> AgentHeads { get; init; } = [];

    /// <summary>What a company does for another (供货, 承建).</summary>
    public ImmutableArray<string> AgentTails { get; init; } = [];

    /// <summary>Words before the source of a figure (据), with one of <see cref="SourceTails"/> behind it.</summary>
    public ImmutableArray<string> SourceHeads { get; init; } = [];

    /// <summary>Words behind the source of a figure (统计): whoever gathers figures is an organisation.</summary>
    public ImmutableArray<string> SourceTails { get; init; } = [];

    /// <summary>Words that end like an office and are none (当局, 各部).</summary>
    public ImmutableArray<string> NotOffices { get; init; } = [];
}
