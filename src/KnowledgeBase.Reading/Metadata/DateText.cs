using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>Finds the first date in a line of text: in figures, in Chinese, in Japanese with eras, in English.</summary>
static partial class DateText
{
    /// <summary>How the English names of months begin, for patterns.</summary>
    public const string Months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";

    const int TimeLimit = 1000;

    /// <summary>A longer line is no date line.</summary>
    const int MaxCharacters = 300;

    static readonly string[] MonthNames = Months.ToLowerInvariant().Split('|');

    // Spanish, Portuguese, French, German, Dutch and Italian where they differ: such pages carry English stories, too.
    static readonly FrozenDictionary<string, int> OtherMonths = new Dictionary<string, int>
    {
        ["ene"] = 1,
        ["gen"] = 1,
        ["fev"] = 2,
        ["fév"] = 2,
        ["mär"] = 3,
        ["mrt"] = 3,
        ["maa"] = 3,
        ["abr"] = 4,
        ["avr"] = 4,
        ["mai"] = 5,
        ["mag"] = 5,
        ["mei"] = 5,
        ["giu"] = 6,
        ["lug"] = 7,
        ["ago"] = 8,
        ["aoû"] = 8,
        ["set"] = 9,
        ["out"] = 10,
        ["okt"] = 10,
        ["ott"] = 10,
        ["dic"] = 12,
        ["dez"] = 12,
        ["déc"] = 12,
    }.ToFrozenDictionary();

    /// <summary>The first date in the text with its time and zone where they follow, or null.</summary>
    /// <param name="text">The text; only its first 300 characters are looked at.</param>
    /// <param name="isDayFirst">How 3/4/2023 is meant: true for 3 April, false for March 4.</param>
    public static FoundDate? Find(string? text, bool isDayFirst = false)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        string line = Narrow(text.Length > MaxCharacters ? text[..MaxCharacters] : text);
        return new[]
            {
                Read(line, YearFirst().Match(line)),
                Read(line, Compact().Match(line)),
                ReadEra(line, Era().Match(line)),
                Read(line, DayMonth().Match(line)),
                Read(line, MonthDay().Match(line)),
                Read(line, YearMonthName().Match(line)),
                ReadFigures(line, Figures().Match(line), isDayFirst),
            }
            .OfType<(int At, FoundDate Date)>().OrderBy(found => found.At).Select(found => (FoundDate?)found.Date).FirstOrDefault();
    }

    /// <summary>The date when the text is hardly more than one, or null: a line that tells a date within a sentence is not the date of the page.</summary>
    public static FoundDate? FindAlone(string text, int maxCharacters) => text.Length <= maxCharacters ? Find(text) : null;

    static (int, FoundDate)? Read(string line, Match match) =>
        match.Success ? At(line, match, Number(match, "y"), MonthOf(match.Groups["m"].Value), Number(match, "d")) : null;

    static (int, FoundDate)? ReadEra(string line, Match match)
    {
        if (!match.Success)
            return null;
        int first = match.Groups["era"].Value switch { "令和" or "R" => 2018, "平成" or "H" => 1988, "昭和" => 1925, _ => 1911 };
        int year = match.Groups["y"].Value == "元" ? 1 : Number(match, "y");
        return At(line, match, first + year, Number(match, "m"), Number(match, "d"));
    }

    static (int, FoundDate)? ReadFigures(string line, Match match, bool isDayFirst)
    {
        if (!match.Success)
            return null;
        var (first, second) = (Number(match, "a"), Number(match, "b"));
        bool dayFirst = first > 12 || second <= 12 && (isDayFirst || match.Groups["s"].Value is "." or "-");
        return At(line, match, Number(match, "y"), dayFirst ? second : first, dayFirst ? first : second);
    }

    static (int, FoundDate)? At(string line, Match match, int year, int month, int day) =>
        DateAt(line, match, year, month, day) is { } date ? (match.Index, date) : null;

    /// <summary>A day with the time and zone that stand behind it; null when the calendar has no such day.</summary>
    public static FoundDate? DateAt(string line, Match match, int year, int month, int day)
    {
        if (year is < 1900 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        Match clock = Clock().Match(line, match.Index + match.Length);
        TimeOnly? time = clock.Success ? TimeOf(clock) : null;
        return new(new(year, month, day), time, time is null ? null : OffsetOf(clock.Groups["z"].Value));
    }

    static TimeOnly? TimeOf(Match clock)
    {
        var (hour, minute) = (Number(clock, "h"), Number(clock, "min"));
        string half = clock.Groups["half"].Value + clock.Groups["before"].Value;
        if (hour <= 12 && half is ['p' or 'P', ..] or "午後" or "下午" or "晚上")
            hour = hour % 12 + 12;
        else if (hour == 12 && half.Length > 0)
            hour = 0;
        int second = clock.Groups["s"].Success ? Number(clock, "s") : 0;
        return hour < 24 && minute < 60 && second < 60 ? new TimeOnly(hour, minute, second) : null;
    }

    static TimeSpan? OffsetOf(string zone)
    {
        // GMT+8
        zone = zone.AsSpan().IndexOfAny('+', '-') is > 0 and var sign ? zone[sign..] : zone;
        if (zone is ['+' or '-', ..])
        {
            string figures = zone[1..].Replace(":", "", StringComparison.Ordinal);
            figures = figures.Length is 1 or 3 ? "0" + figures : figures;
            var offset = new TimeSpan(int.Parse(figures[..2], CultureInfo.InvariantCulture), figures.Length == 4 ? int.Parse(figures[2..], CultureInfo.InvariantCulture) : 0, 0);
            return offset > TimeSpan.FromHours(14) ? null : zone[0] == '-' ? -offset : offset;
        }
        // CST is left out: it is China's, Central American and Cuban time.
        return zone.ToUpperInvariant() switch
        {
            "Z" or "GMT" or "UTC" => TimeSpan.Zero,
            "JST" => TimeSpan.FromHours(9),
            "BJT" or "HKT" or "SGT" => TimeSpan.FromHours(8),
            "EST" => TimeSpan.FromHours(-5),
            "EDT" => TimeSpan.FromHours(-4),
            "PST" => TimeSpan.FromHours(-8),
            "PDT" => TimeSpan.FromHours(-7),
            "BST" or "CET" => TimeSpan.FromHours(1),
            "CEST" => TimeSpan.FromHours(2),
            _ => null,
        };
    }

    /// <summary>The month a number or the beginning of a name stands for; 0 when it stands for none.</summary>
    public static int MonthOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int month) ? month
        : text.Length < 3 ? 0 : text[..3].ToLowerInvariant() is var name && OtherMonths.TryGetValue(name, out int other) ? other : Array.IndexOf(MonthNames, name) + 1;

    static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>Full-width figures and signs, and days written in Han figures (二〇二三年九月十五日), as plain figures.</summary>
    public static string Narrow(string text) =>
        HanFigures().Replace(WithoutWidth(text), match => ProvisionNumber.Find(match.Value)?.ToString(CultureInfo.InvariantCulture) ?? match.Value);

    static string WithoutWidth(string text) => string.Create(text.Length, text, static (line, source) =>
    {
        for (int i = 0; i < line.Length; i++)
        {
            line[i] = source[i] switch
            {
                >= '０' and <= '９' => (char)(source[i] - '０' + '0'),
                '：' => ':',
                '／' => '/',
                '．' => '.',
                '－' => '-',
                '○' or '零' => '〇',
                var c => c,
            };
        }
    });

    [GeneratedRegex(@"[〇一二三四五六七八九十]{1,4}(?=[年月日])", RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex HanFigures();

    [GeneratedRegex(@"(?<![0-9])(?<y>(?:19|20)[0-9]{2})\s{0,2}(?:[-/.]|年)\s{0,2}(?<m>[0-9]{1,2})\s{0,2}(?:[-/.]|月)\s{0,2}(?<d>[0-9]{1,2})(?![0-9])日?", RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![0-9])(?<y>20[0-9]{2})(?<m>[01][0-9])(?<d>[0-3][0-9])(?![0-9](?![0-9]{3}(?:[0-9]{2})?(?![0-9])))", RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex Compact();

    [GeneratedRegex(@"(?<era>令和|平成|昭和|民國|民国|(?<![A-Za-z])[RH](?=[0-9]))\s?(?<y>元|[0-9]{1,3})\s?(?:年|\.)\s?(?<m>[0-9]{1,2})\s?(?:月|\.)\s?(?<d>[0-9]{1,2})日?", RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex Era();

    [GeneratedRegex(@"(?<![0-9])(?<d>[0-9]{1,2})(?:st|nd|rd|th|er|\.)?[\s-]{1,3}(?:of\s|de\s)?(?<m>" + Months + @"|Ene|Gen|Fev|Fév|Mär|Mrt|Maa|Abr|Avr|Mai|Mag|Mei|Giu|Lug|Ago|Aoû|Set|Out|Okt|Ott|Dic|Dez|Déc)[a-zé]{0,7}\.?,?[\s-]{1,3}(?:de\s)?(?<y>(?:19|20)[0-9]{2})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeLimit)]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"(?<![A-Za-z])(?<m>" + Months + @")[a-z]{0,6}\.?\s{1,3}(?<d>[0-9]{1,2})(?:st|nd|rd|th)?,?\s{0,3}(?<y>(?:19|20)[0-9]{2})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeLimit)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"(?<![0-9])(?<y>(?:19|20)[0-9]{2}),?[\s-](?<m>" + Months + @")[a-z]{0,6}\.?[\s-](?<d>[0-9]{1,2})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeLimit)]
    private static partial Regex YearMonthName();

    [GeneratedRegex(@"(?<![0-9/.-])(?<a>[0-9]{1,2})(?<s>[/.-])(?<b>[0-9]{1,2})\k<s>(?<y>(?:19|20)[0-9]{2})(?![0-9])", RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex Figures();

    [GeneratedRegex(@"\G(?:T|[\s,|@·•-]|at\b|\(?[月火水木金土日]曜?日?\)?|星期[一二三四五六日]|（[月火水木金土日]）){0,6}(?<before>午前|午後|上午|下午|晚上)?\s?(?<h>[0-9]{1,2})(?::|時|时|点)(?<min>[0-9]{2})(?:(?::|分)(?<s>[0-9]{1,2})(?:\.[0-9]+)?)?分?秒?\s?(?<half>[ap]\.?m\.?)?\s?\(?(?<z>Z|(?:GMT|UTC)\s?[+-][0-9]{1,2}(?::?[0-9]{2})?|[+-][0-9]{2}:?(?:[0-9]{2})?|[A-Z]{3,4})?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeLimit)]
    private static partial Regex Clock();
}
