using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Queries;
using Match = System.Text.RegularExpressions.Match;

namespace KnowledgeBase.Search.Translation;

/// <summary>Finds months and large numbers in a query, and writes them as other languages do: December and 12月, 3.5 billion and 35億.</summary>
sealed partial class Amounts(TextAnalysis analysis)
{
    // Below it the digits alone are what all three languages write.
    const decimal Least = 10_000;

    // Nobody counts so far; products stay within what a decimal number holds.
    const decimal TooMuch = 1e16m;

    // More decimals than these are rounded by nobody alike.
    const int MostDecimals = 2;

    static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    static readonly (string Name, decimal Value)[] English = [("trillion", 1e12m), ("billion", 1e9m), ("million", 1e6m), ("thousand", 1e3m), ("bn", 1e9m), ("mn", 1e6m)];

    static readonly (string Sign, decimal Value)[] Chinese = [("万亿", 1e12m), ("亿", 1e8m), ("万", 1e4m)];

    static readonly (string Sign, decimal Value)[] Japanese = [("兆", 1e12m), ("億", 1e8m), ("万", 1e4m)];

    // Words are cut with what follows them: 亿元 and 万人 are one.
    static readonly string[] Counted = ["", "元", "人", "名", "円", "年", "美元", "ドル", "吨", "台", "件"];

    static readonly string[] MonthWords = ["月", "月份", "月末", "月底", "月初", "月中"];

    static readonly Dictionary<char, decimal> Signs = new() { ['十'] = 10, ['百'] = 100, ['千'] = 1000, ['万'] = 1e4m, ['亿'] = 1e8m, ['兆'] = 1e12m };

    /// <summary>The months and numbers of a text, in their order.</summary>
    public IEnumerable<Amount> In(FoldedText text) =>
    [
        .. Named().Matches(text.Forms).Where(match => char.IsUpper(text.Original[text.StartOf(match.Index)])).Select(MonthInEnglish).OfType<Amount>(),
        .. Numbered().Matches(text.Forms).Select(MonthInHan).OfType<Amount>(),
        .. Spelled().Matches(text.Forms).Select(match => NumberOf(match, Digits(match.Groups["digits"].Value) * FactorOf(match.Groups["unit"].Value))).OfType<Amount>(),
        .. Signed().Matches(text.Forms).Select(match => NumberOf(match, SumOf(match.Value))).OfType<Amount>(),
    ];

    Amount? MonthInEnglish(Match match)
    {
        int month = Array.FindIndex(Months, name => name.StartsWith(match.Value[..3], StringComparison.Ordinal)) + 1;
        return new(match.Index, match.Index + match.Length, WordsOf(match.Value)!, Forms((Language.Chinese, MonthForms(month)), (Language.Japanese, MonthForms(month))));
    }

    Amount? MonthInHan(Match match)
    {
        int month = int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture);
        string name = month is > 0 and < 13 ? Months[month - 1] : "";
        IEnumerable<TranslatedForm> english = new[] { name, name.Length > 3 ? name[..3] : name }.Distinct().Select(each => Form(each, WordsOf(each)));
        return name.Length == 0 ? null : new(match.Index, match.Index + match.Length, Counting(match.Groups["month"].Value, "月"), Forms((Language.English, english), (Language.Chinese, MonthForms(month)), (Language.Japanese, MonthForms(month))));
    }

    Amount? NumberOf(Match match, decimal value) => value < Least ? null : new(
        match.Index, match.Index + match.Length, LiteralOf(match.Value),
        Forms((Language.English, InEnglish(value)), (Language.Chinese, InHan(value, Chinese)), (Language.Japanese, InHan(value, Japanese))));

    IEnumerable<TranslatedForm> InEnglish(decimal value)
    {
        foreach ((string name, decimal unit) in English.Where(unit => value >= unit.Value && unit.Name != "thousand"))
        {
            string written = PlainOf(value / unit) is { } digits ? name.Length == 2 ? digits + name : $"{digits} {name}" : "";
            if (written.Length > 0)
                yield return Form(written, WordsOf(written));
        }
        yield return Form(PlainOf(value) ?? "", WordsOf(PlainOf(value) ?? ""));
    }

    // 1.75亿 and 1億7500万.
    IEnumerable<TranslatedForm> InHan(decimal value, (string Sign, decimal Value)[] units)
    {
        foreach ((string sign, decimal unit) in units.Where(unit => value >= unit.Value))
        {
            if (PlainOf(value / unit) is { } digits)
            {
                foreach (string counted in Counted)
                    yield return Form(digits + sign + counted, Counting(digits, sign + counted));
            }
            decimal whole = decimal.Floor(value / unit);
            decimal rest = value - (whole * unit);
            if (rest > 0 && units.FirstOrDefault(lower => lower.Value < unit) is { Sign: { } lowerSign } next && PlainOf(rest / next.Value) is { } left && PlainOf(whole) is { } first)
                yield return Form(first + sign + left + lowerSign, new Unit.Sequence([first, FormsOf(sign), left, FormsOf(lowerSign)], [0, 1, 2, 3]));
            else if (rest > 0 && unit == Least && PlainOf(rest) is { } last)
                yield return Form(whole + sign + last, new Unit.Sequence([PlainOf(whole)!, FormsOf(sign), last], [0, 1, 2]));
        }
        yield return Form(PlainOf(value) ?? "", WordsOf(PlainOf(value) ?? ""));
    }

    TranslatedForm[] MonthForms(int month) => [.. MonthWords.Select(word => Form(month + word, Counting(month.ToString(CultureInfo.InvariantCulture), word)))];

    static ImmutableDictionary<Language, ImmutableArray<TranslatedForm>> Forms(params (Language Language, IEnumerable<TranslatedForm> Forms)[] forms) =>
        forms.ToImmutableDictionary(each => each.Language, each => each.Forms.Where(form => form.Unit is not null).DistinctBy(form => form.Unit.Key).ToImmutableArray());

    static TranslatedForm Form(string written, Unit? unit) => new(written, unit!, 1, WideningReason.Dictionary, IsCertain: true);

    Unit.Sequence Counting(string digits, string word) => new([digits, FormsOf(word)], [0, 1]);

    Unit LiteralOf(string written)
    {
        FoldedText folded = analysis.Fold(written);
        List<AnalyzedTerm> words = analysis.Words(folded);
        return words is [var only] ? new Unit.Word(only.Text.ToString()) : new Unit.Sequence([.. words.Select(word => word.Text.ToString())], [.. words.Select(word => word.Position)]);
    }

    Unit? WordsOf(string written) => written.Length == 0 ? null : LiteralOf(written);

    string FormsOf(string word) => analysis.Fold(word).Forms;

    static string? PlainOf(decimal value) => decimal.Round(value, MostDecimals) == value ? value.ToString("0.##", CultureInfo.InvariantCulture) : null;

    static decimal FactorOf(string unit) => unit.Length == 0 ? 1 : English.First(each => each.Name == unit).Value;

    static decimal Digits(string digits) => decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal value) && value < 1e12m ? value : 0;

    static decimal SumOf(string written)
    {
        decimal sum = 0;
        foreach (Match part in Part().Matches(written))
            sum = Math.Min(TooMuch, sum + (Digits(part.Groups["digits"].Value) * part.Groups["signs"].Value.Aggregate(1m, (product, sign) => Math.Min(product * Signs[sign], TooMuch))));
        return sum < TooMuch ? sum : 0;
    }

    [GeneratedRegex(@"\b(january|february|march|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\bmay(?= \d)|(?<=\d )may\b")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![\d.,])(?<month>\d{1,2}) ?月")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?<![\d.,])(?<digits>\d+(,\d{3})*(\.\d+)?)( |-)?(?<unit>thousand|million|billion|trillion|bn|mn)\b|(?<![\d.,a-z])(?<digits>\d{5,12}|\d{1,3}(,\d{3})+)(?<unit>)(?![\d.,]*\d|[a-z]| ?[十百千万亿兆])")]
    private static partial Regex Spelled();

    [GeneratedRegex(@"(?<![\d.,])(\d+([.,]\d+)* ?[十百千]?[万亿兆]{1,2} ?)+(\d{1,4}(?![\d.,]))?")]
    private static partial Regex Signed();

    [GeneratedRegex(@"(?<digits>\d+([.,]\d+)*) ?(?<signs>[十百千万亿兆]*)")]
    private static partial Regex Part();
}

/// <summary>A month or a number in a query.</summary>
/// <param name="Start">Where it begins in the folded text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Literal">As it is written.</param>
/// <param name="Forms">As it may be written in each language.</param>
sealed record Amount(int Start, int End, Unit Literal, ImmutableDictionary<Language, ImmutableArray<TranslatedForm>> Forms);
