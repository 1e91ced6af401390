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

    /// <summary>Words for a whole country (全国, 日本): with one of them before it and one of <see cref="NationalBodies"/> behind it a generic word is a name, 全国銀行協会.</summary>
    public ImmutableArray<string> Nations { get; init; } = [];

    /// <summary>Endings of bodies that speak for a trade or profession (協会, 联合会).</summary>
    public ImmutableArray<string> NationalBodies { get; init; } = [];

    /// <summary>Places in brackets that make another company of a company: Sony (China), 千葉真空（上海）.</summary>
    public ImmutableArray<string> BranchPlaces { get; init; } = [];

    /// <summary>Words directly before a name that say a company follows (maker, メーカーの, 公司).</summary>
    public ImmutableArray<string> Introductions { get; init; } = [];
}
