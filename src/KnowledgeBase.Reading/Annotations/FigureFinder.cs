using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds amounts of money, shares and counts with their unit. Numbers without a unit, years and days are none.</summary>
/// <remarks>
/// Microsoft.Recognizers.Text.NumberWithUnit does the same for more languages. It was tried and left: version 1.8.13 asks for build tools as run-time packages
/// (NuGet.CommandLine, vswhere) that not every registry has, so it can't be restored everywhere; and the words of trade (個百分点, 家日企, 割), limits and periods would have to be added to it all the same.
/// </remarks>
sealed class FigureFinder(LanguageRules rules, HanVariants variants)
{
    /// <summary>45 Chinese companies: words between the number and what it counts.</summary>
    const int MaxWordsBeforeUnit = 2;

    /// <summary>In 1996 still calls it so: four digits without a comma are a year, unless a known unit follows.</summary>
    const int FirstYear = 1800, LastYear = 2100;

    readonly FigureContext _context = new(rules.Figures, variants);

    readonly FigureWords _words = new(rules.Figures, variants);

    readonly WordList _honorifics = new(rules.Honorifics, variants);

    /// <summary>The figures of a text, in the order of their positions.</summary>
    public ImmutableArray<Figure> Find(string text)
    {
        string folded = FoldedText.WithoutCase(text, variants);
        var found = ImmutableArray.CreateBuilder<Figure>();
        for (int i = 0; i < folded.Length;)
        {
            int end = FindAt(text, folded, i, found);
            i = end > i ? end : i + 1;
        }
        return found.ToImmutable();
    }

    /// <summary>Adds the figure, or the two of a range, that begin at a position; returns where they end, or the position.</summary>
    int FindAt(string text, string folded, int start, ImmutableArray<Figure>.Builder found)
    {
        if (IsWithinWord(folded, start))
            return start;
        if (_words.ShareBefore(folded, start) is > 0 and var share && FigureNumber.Find(_words, folded, start + share) is { } percent)
        {
            Add(folded, start, percent.End, percent.Value, "percent", found);
            return percent.End;
        }
        if (IsMinus(folded, start))
            return FindNegative(text, folded, start, found);
        (int sign, string? currency) = _words.Currency(folded, start);
        int numberStart = sign > 0 ? SkipSpace(folded, start + sign) : start;
        if (FigureNumber.Find(_words, folded, numberStart) is not { } number || (currency is null && _words.IsDay(folded, start)) || IsGivenName(folded, start, number))
            return start;
        if (FindFraction(folded, number) is { } fraction)
        {
            Add(folded, start, fraction.End, fraction.Value, "percent", found);
            return fraction.End;
        }
        if (FindSecond(folded, number) is { } second && Measure(text, folded, second.Start, second.Number, currency) is { Unit: not null } measured)
        {
            decimal value = number.Multiplier == 1 && second.Number.Multiplier > 1 ? number.Value * second.Number.Multiplier : number.Value;
            Add(folded, start, number.End, value * measured.Factor, measured.Unit, found);
            Add(folded, second.Start, measured.End, second.Number.Value * measured.Factor, measured.Unit, found);
            return measured.End;
        }
        if (Measure(text, folded, numberStart, number, currency) is not { Unit: { } unit } single || IsArticle(number, unit, sign > 0) || _words.IsRatio(folded, start))
            return sign > 0 ? numberStart : number.End;
        (decimal smaller, int end) = unit.Length == 3 ? _words.Subunit(folded, single.End) : unit == "percent" && single.Factor > 1 ? _words.Subshare(folded, single.End, single.Factor) : (0, single.End);
        Add(folded, start, end, number.Value * single.Factor + smaller, unit, found);
        return end;
    }

    /// <summary>野々村浩二氏: a number in Han characters behind another one and before an honorific ends a name.</summary>
    bool IsGivenName(string folded, int start, FigureNumber number) =>
        number.IsWord && start > 0 && folded[start - 1] is >= '\u3400' and <= '\u9fff' && _honorifics.LengthAt(folded, number.End, folded.Length) > 0;

    /// <summary>-3.2%, ▲3.2%: the sign belongs to the number; one between two numbers is a range's.</summary>
    static bool IsMinus(string folded, int at) =>
        folded[at] is '-' or '−' or '▲' or '△' && at + 1 < folded.Length && char.IsAsciiDigit(folded[at + 1]) && (at == 0 || folded[at - 1] is ' ' or '(' or ':' or '\t' or '\n' || FoldedText.IsHanOrKana(folded[at - 1]));

    int FindNegative(string text, string folded, int start, ImmutableArray<Figure>.Builder found)
    {
        int before = found.Count;
        int end = FindAt(text, folded, start + 1, found);
        if (found.Count == before)
            return start;
        found[before] = found[before] with { Span = TextSpan.Between(start, found[before].Span.End), Value = -found[before].Value };
        return end;
    }

    /// <summary>3分の1, 三分の二: a share in percent, rounded to two places; numbers only, half of something is none.</summary>
    (decimal Value, int End)? FindFraction(string folded, FigureNumber denominator) =>
        _words.NumeratorAt(folded, denominator.End) is > 0 and var at && FigureNumber.Find(_words, folded, at) is { } numerator && denominator.Value > 1 && numerator.Value < denominator.Value
            ? (decimal.Round(100 * numerator.Value / denominator.Value, 2), numerator.End) : null;

    /// <summary>The second number of a range, directly behind the first one and a word for ranges.</summary>
    (FigureNumber Number, int Start)? FindSecond(string folded, FigureNumber first)
    {
        int at = SkipSpace(folded, first.End);
        // 两、三成: two neighbours in words.
        if (first is { IsWord: true, Multiplier: 1 } && at < folded.Length && folded[at] == '、' && FigureNumber.Find(_words, folded, at + 1) is { IsWord: true, Multiplier: 1 } next && next.Value == first.Value + 1)
            return (next, at + 1);
        if (at >= folded.Length || _words.Range(folded, at) is not (> 0 and var length))
            return null;
        int start = SkipSpace(folded, at + length);
        start = start < folded.Length && _words.Currency(folded, start) is { Length: > 0 } again && !char.IsAsciiLetter(folded[start]) ? start + again.Length : start;
        return FigureNumber.Find(_words, folded, start) is { } number && (!number.IsWord || (first.IsWord && FoldedText.IsHanOrKana(folded[start]))) ? (number, start) : null;
    }

    /// <summary>What a number measures: the unit, what to multiply by, and where it ends.</summary>
    (string? Unit, decimal Factor, int End)? Measure(string text, string folded, int start, FigureNumber number, string? currency)
    {
        int at = number.End;
        // 300多家, 3割超: an estimate between number and unit.
        if (at < folded.Length && _words.BoundAt(folded, at) is { Length: 1 or 2 } bound && FoldedText.IsHanOrKana(folded[at]))
            at += bound.Length;
        at = at < folded.Length && folded[at] is ' ' or '-' ? at + 1 : at;
        if (at < folded.Length && _words.Currency(folded, at) is { Length: > 0 } money && (currency is null || currency == money.Value))
            return (money.Value, 1, at + money.Length);
        at = SkipBound(folded, at);
        if (currency is not null)
            return (currency, 1, number.End);
        if (at >= folded.Length)
            return null;
        if (_words.Unit(folded, at) is { Length: > 0 } points && points.Value == "percentage point")
            return (points.Value, 1, at + points.Length);
        if (_words.Share(folded, at) is { Length: > 0 } share)
            return ("percent", share.Value, at + share.Length);
        if (FindUnit(text, folded, at) is { } counted)
            return counted;
        return number is { IsWord: false, Multiplier: 1, Value: >= FirstYear and <= LastYear } && number.End - start == 4 ? null
            : _words.FindPlural(folded, at) is { } plural ? (plural.Unit, 1, plural.End) : null;
    }

    /// <summary>three or more employees</summary>
    int SkipBound(string folded, int at) =>
        at < folded.Length && char.IsAsciiLetter(folded[at]) && _words.BoundAt(folded, at) is { Length: > 0 } bound && at + bound.Length < folded.Length && folded[at + bound.Length] == ' ' ? at + bound.Length + 1 : at;

    (string? Unit, decimal Factor, int End)? FindUnit(string text, string folded, int at)
    {
        for (int word = 0; word <= MaxWordsBeforeUnit && at < folded.Length; word++)
        {
            if (_words.Unit(folded, at) is { Length: > 0 } unit)
                return unit.Value == FigureWords.NotCounted ? null : (_words.Counted(folded, at, unit), 1, at + unit.Length);
            int next = at;
            while (next < folded.Length && (char.IsAsciiLetter(folded[next]) || folded[next] is '-' or '\''))
                next++;
            bool isDescription = next > at && next < folded.Length && folded[next] == ' ' && (char.IsAsciiLetterUpper(text[at]) || _words.IsAdjective(folded[at..next]));
            if (!isDescription)
                break;
            at = next + 1;
        }
        return null;
    }

    void Add(string folded, int start, int end, decimal value, string unit, ImmutableArray<Figure>.Builder found) => found.Add(new()
    {
        Span = TextSpan.Between(start, end),
        // Without the zeros behind the point that multiplying leaves.
        Value = value / 1.0000000000000000000000000000m,
        Unit = unit,
        Bound = _words.BoundAround(folded, start, end),
        Period = _words.PeriodAround(folded, start, end),
        Subject = _context.FindSubject(folded, start, end),
        Change = unit is "percent" or "percentage point" ? _context.FindChange(folded, start, end) : null,
        ComparedWith = unit is "percent" or "percentage point" or "times" ? _context.FindComparison(folded, start, end) : null,
    });

    /// <summary>One company, 一家企业, １人当たり: the number is no more than an article or a denominator.</summary>
    static bool IsArticle(FigureNumber number, string unit, bool hasSign) => number is { Value: 1, Multiplier: 1 } && !hasSign && unit is not ("percent" or "percentage point" or "times");

    /// <summary>G7, 第3回, 第十二条, 数十亿, 1.5: a number begins here only where none of these stands before.</summary>
    static bool IsWithinWord(string folded, int start)
    {
        if (start == 0)
            return false;
        char before = folded[start - 1];
        bool isWithinDigits = before is '.' or ',' && start > 1 && char.IsAsciiDigit(folded[start - 2]) && char.IsAsciiDigit(folded[start]);
        return FoldedText.IsAlphabetic(before) || before is '第' || isWithinDigits || (FigureNumber.IsHanNumeral(folded[start]) && (before is '数' or '几' || FigureNumber.IsHanNumeral(before)));
    }

    static int SkipSpace(string folded, int at) => at < folded.Length && folded[at] == ' ' ? at + 1 : at;
}
