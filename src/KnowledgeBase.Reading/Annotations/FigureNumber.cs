using System.Globalization;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>A number where it stands.</summary>
/// <param name="Value">The number, multiplied.</param>
/// <param name="Multiplier">The last multiplier (million, 万); 1 when there is none.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsWord">True when it is written in words (three, 三).</param>
readonly record struct FigureNumber(decimal Value, decimal Multiplier, int End, bool IsWord)
{
    /// <summary>More digits are no amount.</summary>
    const int MostDigits = 18;

    /// <summary>Larger than any amount of money in any currency: what is beyond is no number of the real world, and no decimal.</summary>
    const decimal Largest = 1e20m;

    /// <summary>Reads the number that begins at a position; null when none does.</summary>
    public static FigureNumber? Find(FigureWords words, string folded, int start)
    {
        decimal total = 0;
        decimal last = decimal.MaxValue;
        int at = start;
        while (Simple(words, folded, at) is var (value, end, isWord))
        {
            decimal multiplier = 1;
            while (MultiplierAt(words, folded, end) is { Length: > 0 } found && multiplier * found.Value <= Largest)
                (multiplier, end) = (multiplier * found.Value, found.End);
            // 3万3165億 counts the whole number before it, 1億2千万 only its own part.
            decimal whole = multiplier > last ? total + value : value;
            if (whole > Largest / multiplier)
                return null;
            total = multiplier > last ? whole * multiplier : total + value * multiplier;
            int next = Math.Max(end, EndOfAnd(folded, end, multiplier));
            bool goesOn = multiplier > 1 && multiplier != last && next < folded.Length && (char.IsAsciiDigit(folded[next]) || IsHanDigit(folded[next]) || next > end);
            if (!goesOn || Simple(words, folded, next) is null)
                return new(total, multiplier, end, isWord);
            (last, at) = (multiplier, next);
        }
        return null;
    }

    /// <summary>One hundred and forty: where the second part begins; 0 when there is none.</summary>
    static int EndOfAnd(string folded, int end, decimal multiplier) =>
        multiplier == 100 && string.CompareOrdinal(folded, end, " and ", 0, 5) == 0 ? end + 5 : 0;

    static (int Length, int End, decimal Value) MultiplierAt(FigureWords words, string folded, int at)
    {
        int next = at < folded.Length && folded[at] is ' ' or '-' ? at + 1 : at;
        (int length, decimal value) = next < folded.Length ? words.Multiplier(folded, next) : default;
        // 兆瓦 is a unit that begins like a multiplier.
        return length > 0 && words.Unit(folded, next).Length > length ? default : (length, next + length, value);
    }

    static (decimal Value, int End, bool IsWord)? Simple(FigureWords words, string folded, int start)
    {
        if (start >= folded.Length)
            return null;
        if (char.IsAsciiDigit(folded[start]))
            return Digits(folded, start);
        // 百二十万, 千五百, 百万: one hundred without the one. 百货 and 千家万户 are words.
        if (folded[start] is '百' or '千' && start + 1 < folded.Length && IsHanNumeral(folded[start + 1]))
            return (1, start, true);
        return IsHanDigit(folded[start]) || folded[start] == '十' ? HanNumber(words, folded, start) : EnglishNumber(words, folded, start);
    }

    /// <summary>1,234.5</summary>
    static (decimal, int, bool)? Digits(string folded, int start)
    {
        int i = start;
        while (i < folded.Length && (char.IsAsciiDigit(folded[i]) || IsGroup(folded, i, start)))
            i++;
        if (i + 1 < folded.Length && folded[i] is '.' or '·' && char.IsAsciiDigit(folded[i + 1]))
        {
            i++;
            while (i < folded.Length && char.IsAsciiDigit(folded[i]))
                i++;
        }
        string digits = folded[start..i].Replace('·', '.').Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal);
        return digits.Length <= MostDigits ? (decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), i, false) : null;
    }

    static bool IsGroup(string folded, int i, int start) =>
        folded[i] is ',' or '，' && i - start is > 0 && i + 3 < folded.Length && char.IsAsciiDigit(folded[i + 1]) && char.IsAsciiDigit(folded[i + 2]) && char.IsAsciiDigit(folded[i + 3])
        && (i + 4 >= folded.Length || !char.IsAsciiDigit(folded[i + 4]));

    /// <summary>三, 十五, 三十, 二〇二四; hundreds and more are multipliers.</summary>
    static (decimal, int, bool)? HanNumber(FigureWords words, string folded, int start)
    {
        decimal total = 0;
        decimal digit = folded[start] == '十' ? 1 : 0;
        int i = start;
        for (; i < folded.Length; i++)
        {
            if (folded[i] == '十' && i + 1 < folded.Length)
                (total, digit) = (total + Math.Max(digit, 1) * 10, 0);
            else if (words.Number(folded, i) is { Length: 1 } number)
                digit = i > start && IsHanDigit(folded[i - 1]) ? digit * 10 + number.Value : number.Value;
            else
                break;
            if (i - start > 8)
                return null;
        }
        // 两三家, 三四十家: so many or so many.
        if (i >= start + 2 && IsHanDigit(folded[start]) && words.Number(folded, start).Value + 1 == words.Number(folded, start + 1).Value && (i == start + 2 || folded[start + 2] == '十'))
            return null;
        total += digit * (folded[start] == '十' && i == start + 1 ? 0 : 1);
        (total, i) = WithDecimals(words, folded, total, i);
        // 零部件 begins with a zero that counts nothing.
        return total > 0 ? (total, i, true) : null;
    }

    /// <summary>十二点五: what stands behind the point, and where it ends; 三点五十分 is a time.</summary>
    static (decimal Value, int End) WithDecimals(FigureWords words, string folded, decimal whole, int end)
    {
        int at = end + 1;
        decimal place = 1;
        decimal value = whole;
        while (end < folded.Length && folded[end] == '点' && at < folded.Length && IsHanDigit(folded[at]) && folded[at] is not ('半' or '两') && words.Number(folded, at) is { Length: 1 } digit && at - end < MostDigits)
            (value, place, at) = (value + digit.Value * (place / 10), place / 10, at + 1);
        bool isTime = at < folded.Length && folded[at] is '十' or '分' or '刻' or '点' or '钟';
        return at > end + 1 && !isTime ? (value, at) : (whole, end);
    }

    /// <summary>three, twenty-five, half a (million).</summary>
    static (decimal, int, bool)? EnglishNumber(FigureWords words, string folded, int start)
    {
        (int length, decimal value) = words.Number(folded, start);
        if (length == 0)
            return null;
        int end = start + length;
        if (value >= 20 && end + 1 < folded.Length && folded[end] == '-' && words.Number(folded, end + 1) is { Length: > 0, Value: < 10 } ones)
            (value, end) = (value + ones.Value, end + 1 + ones.Length);
        return (value, end, true);
    }

    /// <summary>True for what a number in Han characters is made of.</summary>
    public static bool IsHanNumeral(char c) => IsHanDigit(c) || c is '十' or '百' or '千' or '万' or '亿' or '億';

    static bool IsHanDigit(char c) => c is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '〇' or '零' or '两' or '半';
}
