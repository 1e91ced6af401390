using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>The words of amounts, shares and counts of one language, ready to be looked up.</summary>
sealed class FigureWords
{
    /// <summary>The meaning of units that make no figure: durations.</summary>
    public const string NotCounted = "none";

    /// <summary>No phrase before a number is longer.</summary>
    const int LongestPhrase = 24;

    readonly PhraseTrie<decimal> _numbers;
    readonly PhraseTrie<decimal> _multipliers;
    readonly PhraseTrie<string> _currencies;
    readonly PhraseTrie<decimal> _shares;
    readonly PhraseTrie<string> _units;
    readonly PhraseTrie<string> _ranges;
    readonly PhraseTrie<string> _bounds;
    readonly PhraseTrie<string> _periods;
    readonly PhraseTrie<string> _sharesBefore;
    readonly PhraseTrie<string> _months;
    readonly PhraseTrie<string> _ratios;
    readonly PhraseTrie<decimal> _subunits;
    readonly PhraseTrie<decimal> _subshares;
    readonly PhraseTrie<string> _fractions;
    readonly CountedNouns _nouns;
    readonly FrozenSet<string> _adjectives;

    public FigureWords(FigureRules rules, HanVariants variants)
    {
        PhraseTrie<T> Build<T>(ImmutableArray<FigureWord> words, Func<string, T> read)
        {
            var trie = new PhraseTrie<T>();
            foreach (FigureWord word in words)
                trie.Add(FoldedText.WithoutCase(word.Word, variants), read(word.Meaning));
            return trie;
        }
        _numbers = Build(rules.Numbers, ToNumber);
        _multipliers = Build(rules.Multipliers, ToNumber);
        _currencies = Build(rules.Currencies, code => code);
        _shares = Build(rules.Shares, ToNumber);
        _units = Build(rules.Units, unit => unit);
        _ranges = Build(AsWords(rules.Ranges), meaning => meaning);
        _bounds = Build(rules.Bounds, bound => bound);
        _periods = Build(rules.Periods, period => period);
        _sharesBefore = Build(AsWords(rules.SharesBefore), meaning => meaning);
        _months = Build(AsWords(rules.Months), meaning => meaning);
        _ratios = Build(AsWords(rules.Ratios), meaning => meaning);
        _subunits = Build(rules.Subunits, ToNumber);
        _subshares = Build(rules.Subshares, ToNumber);
        _fractions = Build(AsWords(rules.Fractions), meaning => meaning);
        _nouns = new(rules, variants);
        _adjectives = rules.Adjectives.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>百分之: the length of a word for shares that stands before the number.</summary>
    public int ShareBefore(string folded, int at) => _sharesBefore.FindLongest(folded, at).Length;

    /// <summary>May 5: true where the name of a month stands before a number.</summary>
    public bool IsDay(string folded, int at) => Before(_months, folded, at) is not null;

    /// <summary>one in four, 每四位: the number is a denominator.</summary>
    public bool IsRatio(string folded, int at) => Before(_ratios, folded, at) is not null;

    /// <summary>９０銭 behind ２０円: what a smaller coin adds, and where it ends.</summary>
    public (decimal Value, int End) Subunit(string folded, int at) => Part(_subunits, folded, at);

    /// <summary>5分 behind 7割: what a smaller share adds in percent, and where it ends.</summary>
    public (decimal Value, int End) Subshare(string folded, int at) => Part(_subshares, folded, at);

    /// <summary>3分の1: where the numerator behind a denominator begins; 0 when none does.</summary>
    public int NumeratorAt(string folded, int at) => _fractions.FindLongest(folded, at, isAfterFigure: true, isBeforeFigure: true).Length is > 0 and var length ? at + length : 0;

    (decimal Value, int End) Part(PhraseTrie<decimal> parts, string folded, int at) =>
        at < folded.Length && char.IsAsciiDigit(folded[at]) && FigureNumber.Find(this, folded, at) is { Multiplier: 1 } number && number.End < folded.Length
        && parts.FindLongest(folded, number.End, isAfterFigure: true) is { Length: > 0 } coin ? (number.Value * coin.Value, number.End + coin.Length) : (0, at);

    /// <summary>What a measure word counts here: 50家小店 are stores.</summary>
    public string Counted(string folded, int at, (int Length, string? Value) unit) => _nouns.Find(folded, at, unit.Length) ?? unit.Value!;

    /// <summary>The plural behind a number that stands in no list: 12 bottles.</summary>
    public (string Unit, int End)? FindPlural(string folded, int at) => _nouns.FindPlural(folded, at);

    /// <summary>new, foreign: words between a number and what it counts.</summary>
    public bool IsAdjective(string word) => _adjectives.Contains(word);

    public (int Length, decimal Value) Number(string folded, int at) => _numbers.FindLongest(folded, at);

    public (int Length, decimal Value) Multiplier(string folded, int at) => _multipliers.FindLongest(folded, at, isAfterFigure: true);

    public (int Length, string? Value) Currency(string folded, int at) => _currencies.FindLongest(folded, at, isAfterFigure: true, isBeforeFigure: true);

    public (int Length, decimal Value) Share(string folded, int at) => _shares.FindLongest(folded, at, isAfterFigure: true);

    public (int Length, string? Value) Unit(string folded, int at) => _units.FindLongest(folded, at, isAfterFigure: true);

    public int Range(string folded, int at) => _ranges.FindLongest(folded, at, isAfterFigure: true).Length;

    public (int Length, string? Value) BoundAt(string folded, int at) => _bounds.FindLongest(folded, at, isAfterFigure: true);

    /// <summary>The bound that the words before or after a figure set.</summary>
    public FigureBound BoundAround(string folded, int start, int end) =>
        (Before(_bounds, folded, start) ?? After(_bounds, folded, end)) switch
        {
            "about" => FigureBound.About,
            "at-most" => FigureBound.AtMost,
            "less-than" => FigureBound.LessThan,
            "at-least" => FigureBound.AtLeast,
            "more-than" => FigureBound.MoreThan,
            _ => FigureBound.Exact,
        };

    /// <summary>The period that the words before or after a figure name; null when they name none.</summary>
    public string? PeriodAround(string folded, int start, int end) =>
        After(_periods, folded, end) ?? Before(_periods, folded, start) ?? Before(_periods, folded, start - LengthBefore(_bounds, folded, start));

    static string? After(PhraseTrie<string> phrases, string folded, int end) =>
        end >= folded.Length ? null : phrases.FindLongest(folded, folded[end] == ' ' ? end + 1 : end).Value;

    static string? Before(PhraseTrie<string> phrases, string folded, int start) => FindBefore(phrases, folded, start).Value;

    static int LengthBefore(PhraseTrie<string> phrases, string folded, int start) => FindBefore(phrases, folded, start).Length;

    static (int Length, string? Value) FindBefore(PhraseTrie<string> phrases, string folded, int start)
    {
        int end = start > 0 && folded[start - 1] == ' ' ? start - 1 : start;
        for (int i = Math.Max(0, end - LongestPhrase); i < end; i++)
        {
            if (phrases.FindLongest(folded, i) is { Length: > 0 } phrase && phrase.Length == end - i)
                return (start - i, phrase.Value);
        }
        return default;
    }

    static ImmutableArray<FigureWord> AsWords(ImmutableArray<string> words) => [.. words.Select(word => new FigureWord(word, word))];

    static decimal ToNumber(string meaning) => decimal.Parse(meaning, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
