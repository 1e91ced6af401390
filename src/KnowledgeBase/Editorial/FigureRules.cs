using System.Collections.Immutable;

namespace KnowledgeBase.Editorial;

/// <summary>How a language writes amounts, shares and counts: the words and what each stands for.</summary>
public sealed record FigureRules
{
    /// <summary>Words for numbers (three = 3, 三 = 3).</summary>
    public ImmutableArray<FigureWord> Numbers { get; init; } = [];

    /// <summary>Words that multiply the number before them (billion = 1000000000, 万 = 10000).</summary>
    public ImmutableArray<FigureWord> Multipliers { get; init; } = [];

    /// <summary>Names and signs of money, and the ISO 4217 code (円 = JPY).</summary>
    public ImmutableArray<FigureWord> Currencies { get; init; } = [];

    /// <summary>Words for shares, and how many percent one is (% = 1, 割 = 10).</summary>
    public ImmutableArray<FigureWord> Shares { get; init; } = [];

    /// <summary>Words for percent that stand before the number (百分之).</summary>
    public ImmutableArray<string> SharesBefore { get; init; } = [];

    /// <summary>Smaller parts behind a share, and how many percent one is (分 behind 割 = 1).</summary>
    public ImmutableArray<FigureWord> Subshares { get; init; } = [];

    /// <summary>Words between the denominator and the numerator of a fraction (分の).</summary>
    public ImmutableArray<string> Fractions { get; init; } = [];

    /// <summary>Names of months: a number after one is a day.</summary>
    public ImmutableArray<string> Months { get; init; } = [];

    /// <summary>Words, in lower case, that may stand between a number and what it counts (new, foreign).</summary>
    public ImmutableArray<string> Adjectives { get; init; } = [];

    /// <summary>Counted things, and their English name (家企业 = companies).</summary>
    public ImmutableArray<FigureWord> Units { get; init; } = [];

    /// <summary>Measure words that fit many things (家, 件, 台): the noun beside one tells what is counted.</summary>
    public ImmutableArray<string> Measures { get; init; } = [];

    /// <summary>Nouns beside a measure word, and their English name (门店 = store).</summary>
    public ImmutableArray<FigureWord> Nouns { get; init; } = [];

    /// <summary>Words behind a number that are no counted thing (years, of); where there are any, other words in -s are.</summary>
    public ImmutableArray<string> NotCounted { get; init; } = [];

    /// <summary>Smaller coins behind an amount, and what share of the money one is (銭 = 0.01).</summary>
    public ImmutableArray<FigureWord> Subunits { get; init; } = [];

    /// <summary>Words before a number that make it a denominator (one in, 每).</summary>
    public ImmutableArray<string> Ratios { get; init; } = [];

    /// <summary>Words between the two numbers of a range (to, 至, から).</summary>
    public ImmutableArray<string> Ranges { get; init; } = [];

    /// <summary>Words before or after a number, and the bound they set (up to = at-most, 超过 = more-than).</summary>
    public ImmutableArray<FigureWord> Bounds { get; init; } = [];

    /// <summary>What figures measure, and its English name (売上高 = sales).</summary>
    public ImmutableArray<FigureWord> Subjects { get; init; } = [];

    /// <summary>Words for a change, and its direction (rose, 同比增长 = rise; down, 減 = fall).</summary>
    public ImmutableArray<FigureWord> Changes { get; init; } = [];

    /// <summary>Words for a comparison, and with what time in English (from a year earlier, 同比, 前年比 = year).</summary>
    public ImmutableArray<FigureWord> Comparisons { get; init; } = [];

    /// <summary>Words before or after a number that name its period, in English (每年 = year).</summary>
    public ImmutableArray<FigureWord> Periods { get; init; } = [];
}

/// <summary>A word of a figure.</summary>
/// <param name="Word">The word.</param>
/// <param name="Meaning">What it stands for.</param>
public sealed record FigureWord(string Word, string Meaning);
