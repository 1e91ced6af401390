using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Where the name of an organisation begins and ends in a text without spaces.</summary>
sealed class HanNameBounds(LanguageRules rules, ContentFolder content, OrganizationWords words)
{
    /// <summary>No name is longer: 大连华信计算机技术股份有限公司 has 15.</summary>
    public const int MaxCharacters = 24;

    /// <summary>A shorter name before an ending is a word (大学, 銀行).</summary>
    public const int LeastCharacters = 2;

    /// <summary>A border of several letters stands no further within a longer word (外商投资).</summary>
    const int LongestInner = 4;

    /// <summary>Days and months have one or two.</summary>
    const int DigitsOfYear = 4;

    /// <summary>A bracket within a name holds no more.</summary>
    const int LongestBracket = 8;

    readonly WordList _generic = new(rules.Organizations.Generic, content.HanVariants);
    readonly WordList _borders = new(rules.Organizations.Borders, content.HanVariants);
    readonly WordList _bordersBehindFigures = new(rules.Organizations.BordersBehindFigures, content.HanVariants);
    readonly WordList _bordersBeforeCities = new(rules.Organizations.BordersBeforeCities, content.HanVariants);
    readonly WordList _bordersBehindWords = new(rules.Organizations.BordersBehindWords, content.HanVariants);
    readonly WordList _notBorders = new(rules.Organizations.NotBorders, content.HanVariants);
    readonly WordList _hiragana = new(rules.Organizations.HiraganaNames, content.HanVariants);

    /// <summary>The words names end with, and legal forms.</summary>
    public WordList Endings { get; } = new(rules.Organizations.Endings.Concat(rules.Organizations.FormsAfter), content.HanVariants);

    /// <summary>The words for nations that names begin with.</summary>
    public WordList Nations { get; } = new(rules.Organizations.Nations, content.HanVariants);

    /// <summary>The names of the cities that are known.</summary>
    public WordList Cities { get; } = new(NamesOfCities(rules.Language, content), content.HanVariants);

    /// <summary>Where a name begins that ends at a position or behind it.</summary>
    /// <param name="folded">The text.</param>
    /// <param name="end">A position within the name.</param>
    /// <param name="first">Where it may begin at the earliest.</param>
    public int StartOfName(string folded, int end, int first)
    {
        int start = end;
        while (start > first && StepBack(folded, start, first) is > 0 and var step)
            start -= step;
        while (start < end && (folded[start] is ')' or '(' or '·' or '-' or '&' or '.' || char.IsAsciiDigit(folded[start])))
            start++;
        // 300家医院 are so many, and no name.
        return start < end && EndsInNumber(folded, start) ? end : AtCity(folded, BehindCutWord(folded, start, end), end);
    }

    /// <summary>Where a name ends that begins at a position.</summary>
    public int EndOfName(string folded, int start)
    {
        int end = start;
        while (end < folded.Length && end - start < MaxCharacters && StepOn(folded, end, start) is > 0 and var step)
            end += step;
        return end;
    }

    /// <summary>True when a stretch holds nothing but words of which no name is made.</summary>
    public bool IsGeneric(string folded, int start, int end)
    {
        while (start < end && Math.Max(_generic.LengthAt(folded, start, end), Endings.LengthAt(folded, start, end)) is > 0 and var length)
            start += length;
        return start == end;
    }

    /// <summary>True when a stretch is one of the words of which no name is made (大分 is none, though 大 and 分 are).</summary>
    public bool IsGenericWord(string folded, int start, int end) => _generic.Contains(folded.AsSpan(start, end - start));

    /// <summary>True when the longest border that ends here is longer than the ending of a name.</summary>
    public bool IsBorder(string folded, int end, int ending) => _borders.LengthEndingAt(folded, end, 0) > ending;

    /// <summary>精密机械有限公司: behind one ending others may follow, with words between that name no one.</summary>
    public int EndOfEndings(string folded, int end)
    {
        for (int at = end; at < folded.Length;)
        {
            // リサーチ&テクノロジーズ
            at += folded[at] == '&' && Endings.LengthAt(folded, at + 1, folded.Length) > 0 ? 1 : 0;
            int ending = Endings.LengthAt(folded, at, folded.Length);
            int length = Math.Max(ending, _generic.LengthAt(folded, at, folded.Length));
            if (length == 0 || _borders.LengthAt(folded, at, folded.Length) > 1)
                return end;
            // 交通大学合作培训电工: what companies do with each other, where no ending follows.
            if (ending == 0 && words.PartnerVerbs.LengthAt(folded, at, folded.Length) > 0 && Endings.LengthAt(folded, at + length, folded.Length) == 0)
                return end;
            at += length;
            end = ending > 0 ? at : end;
        }
        return end;
    }

    /// <summary>クラウド・ジャパンサービス: a word in katakana is not cut; 0 where what is left of it belongs to no name (テクノロジー ends on ロジ in none).</summary>
    public int EndOfKatakana(string folded, int end)
    {
        int last = end;
        while (FoldedText.CutsKatakana(folded, last))
            last++;
        return IsGeneric(folded, end, last) ? last : 0;
    }

    /// <summary>How much of a name stands directly before a position: a letter, or a word in hiragana by which companies are called (みずほ, ひかり); 0 where it begins.</summary>
    int StepBack(string folded, int position, int first)
    {
        if (_hiragana.LengthEndingAt(folded, position, first) is > 0 and var word)
            return word;
        bool isPart = (IsNameCharacter(folded[position - 1]) || IsBracket(folded, position - 1)) && !EndsInBorder(folded, position, first) && !EndsInNumber(folded, position);
        return isPart ? 1 : 0;
    }

    int StepOn(string folded, int position, int start)
    {
        if (_hiragana.LengthAt(folded, position, folded.Length) is > 0 and var word)
            return word;
        return IsNameCharacter(folded[position]) && !BeginsBorder(folded, position, start) && !BeginsDate(folded, position) ? 1 : 0;
    }

    /// <summary>北浜精机2日宣布: the day is no part of the name.</summary>
    public bool BeginsDate(string folded, int position) => EndOfDate(folded, position) > position;

    /// <summary>Where the day, month or year ends that begins at a position; the position where none does.</summary>
    public int EndOfDate(string folded, int position)
    {
        int end = position;
        while (end < folded.Length && char.IsAsciiDigit(folded[end]))
            end++;
        // 5500日元 is a price.
        int border = end - position is 1 or 2 or DigitsOfYear ? _bordersBehindFigures.LengthAt(folded, end, folded.Length) : 0;
        return border > 0 ? end + border : position;
    }

    /// <summary>在华日资银行: 在 alone is a border, but the name does not begin within 在华.</summary>
    int BehindCutWord(string folded, int start, int end) =>
        start > 0 && start < end && _borders.LengthEndingAt(folded, start, start - 1) > 0 && IsGenericWord(folded, start - 1, start + 1) ? start + 1 : start;

    /// <summary>离东京证券交易所, 应中国钢铁工业协会申请: a verb of one letter is a border where a city or a nation follows.</summary>
    int AtCity(string folded, int start, int end)
    {
        for (int at = end - 1; at > start; at--)
        {
            if (_bordersBeforeCities.LengthEndingAt(folded, at, start) > 0 && Math.Max(Cities.LengthAt(folded, at, end), Nations.LengthAt(folded, at, end)) > 1)
                return at;
        }
        return start;
    }

    /// <summary>True where no letter follows, of which a word may be made.</summary>
    public static bool EndsClause(string folded, int at) => at >= folded.Length || !(FoldedText.IsHanOrKana(folded[at]) || char.IsAsciiLetterOrDigit(folded[at]) || folded[at] is '·' or '-' or '"' or '「' or '“');

    static bool EndsInNumber(string folded, int position) =>
        position > 0 && position < folded.Length && char.IsAsciiDigit(folded[position - 1]) && FoldedText.IsHanOrKana(folded[position]);

    bool EndsInBorder(string folded, int position, int first) => _borders.LengthEndingAt(folded, position, first) is > 0 and var length
        // 上 is a border, and the beginning of 上海; 同 is one, and the end of 合同.
        && !(length == 1 && (IsWithin(Cities, folded, position - 1) || (IsWithin(_notBorders, folded, position - 1) && !IsBehindName(folded, position, first)) || _generic.LengthEndingAt(folded, position, first) > 1 || IsBehindOneLetter(folded, position, first)))
        && !(length > 1 && IsWithinLonger(folded, position - length, position))
        // 5月13日 ends a date; 日本 begins with a letter of it.
        && !(length == 1 && _bordersBehindFigures.Contains(folded.AsSpan(position - 1, 1)) && (position < 2 || !char.IsAsciiDigit(folded[position - 2])));

    /// <summary>寿险公司和信托: "and" is a border behind the end of another name, though 和信 is a name.</summary>
    bool IsBehindName(string folded, int position, int first) =>
        words.ListJoints.LengthEndingAt(folded, position, position - 1) > 0 && Endings.LengthEndingAt(folded, position - 1, first) > 1;

    /// <summary>菱和化工, 北都制粉: what joins words of two letters and more, or follows one, is part of a name behind a single letter.</summary>
    bool IsBehindOneLetter(string folded, int position, int first)
    {
        if (_bordersBehindWords.LengthEndingAt(folded, position, position - 1) == 0 || position - LeastCharacters < first || !IsNameCharacter(folded[position - LeastCharacters]) || char.IsAsciiLetterOrDigit(folded[position - LeastCharacters]))
            return false;
        int letter = position - LeastCharacters;
        bool isFirst = letter == 0 || !IsNameCharacter(folded[letter - 1]) || _borders.LengthEndingAt(folded, letter, 0) > 1;
        return isFirst && !IsGenericWord(folded, letter, letter + 1) && _borders.LengthAt(folded, letter, letter + 1) == 0;
    }

    /// <summary>外商投资 is one word, though 投资 alone is a border.</summary>
    bool IsWithinLonger(string folded, int start, int end)
    {
        for (int at = Math.Max(0, start - LongestInner); at <= start; at++)
        {
            if (_notBorders.LengthAt(folded, at, folded.Length) is var length && length > end - start && at + length >= end)
                return true;
        }
        return false;
    }

    /// <summary>日 is a border behind a figure, and else a part of 日立 and 日本, as 本 is.</summary>
    bool BeginsBorder(string folded, int at, int start) =>
        _borders.LengthAt(folded, at, folded.Length) is > 0 and var length
        && (length > 1 ? !IsWithinLonger(folded, at, at + length) : (!IsWithin(_notBorders, folded, at) && !IsWithin(Cities, folded, at) && !(_bordersBehindFigures.Contains(folded.AsSpan(at, 1)) && (at == start || !char.IsAsciiDigit(folded[at - 1]))) && (at == start || Nations.LengthAt(folded, at - 1, at + 1) < 2) && !(at == start + 1 && _bordersBehindWords.LengthAt(folded, at, at + 1) > 0 && IsBehindOneLetter(folded, at + 1, start))));

    /// <summary>True when the letter is one of a longer word of a list.</summary>
    static bool IsWithin(WordList list, string folded, int at)
    {
        for (int start = Math.Max(0, at - 2); start <= at; start++)
        {
            if (list.LengthAt(folded, start, folded.Length) is > 1 and var length && start + length > at)
                return true;
        }
        return false;
    }

    /// <summary>松下电器(中国)有限公司: a bracket within a name holds a place.</summary>
    bool IsBracket(string folded, int at) => folded[at] switch
    {
        ')' => at >= 3 && folded.LastIndexOf('(', at, Math.Min(at, LongestBracket)) is > 0 and var open && FoldedText.IsHanOrKana(folded[open - 1]) && IsPlace(folded, open + 1, at) && at + 1 < folded.Length && FoldedText.IsHanOrKana(folded[at + 1]),
        '(' => folded.IndexOf(')', at, Math.Min(LongestBracket, folded.Length - at)) is > 0 and var close && IsPlace(folded, at + 1, close) && close + 1 < folded.Length && FoldedText.IsHanOrKana(folded[close + 1]),
        _ => false,
    };

    bool IsPlace(string folded, int start, int end) => Math.Max(words.BranchPlaces.LengthAt(folded, start, end), Cities.LengthAt(folded, start, end)) == end - start;

    static IEnumerable<string> NamesOfCities(Language language, ContentFolder content) =>
        content.Vocabulary.Cities.SelectMany(city => city.Labels.All.Concat(city.Alternatives)).Concat(content.OtherCities.Select(city => city.NameIn(language))).Where(name => name.Length > 1 && FoldedText.IsHanOrKana(name[0]));

    static bool IsNameCharacter(char c) => (FoldedText.IsHanOrKana(c) && !FoldedText.IsHiragana(c)) || char.IsAsciiLetterOrDigit(c) || c is '·' or 'ー' or '&' or '-' or '.';
}
