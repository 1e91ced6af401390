using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the names of organisations in a text without spaces by the words they begin or end with.</summary>
sealed class HanOrganizations(LanguageRules rules, HanVariants variants)
{
    /// <summary>No name is longer: 大连华信计算机技术股份有限公司 has 15.</summary>
    const int MaxCharacters = 24;

    /// <summary>A shorter name before an ending is a word (大学, 銀行).</summary>
    const int LeastCharacters = 2;

    readonly WordList _endings = new(rules.Organizations.Endings.Concat(rules.Organizations.FormsAfter), variants);
    readonly WordList _forms = new(rules.Organizations.FormsBefore, variants);
    readonly WordList _generic = new(rules.Organizations.Generic, variants);
    readonly WordList _borders = new(rules.Organizations.Borders, variants);
    readonly WordList _notBefore = new(rules.Organizations.NotBefore, variants);
    readonly WordList _introductions = new(rules.Organizations.Introductions, variants);
    readonly WordList _notAfterIntroduction = new(rules.Posts.Concat(rules.NotNames), variants);

    /// <summary>Two characters behind an introduction are rather a word: 企業の買収.</summary>
    const int LeastIntroduced = 3;

    /// <summary>The names, in the order of their positions; a legal form before a name is no part of it.</summary>
    public List<TextSpan> Find(string folded)
    {
        List<TextSpan> found = [];
        for (int i = 0; i < folded.Length;)
        {
            int from = found.Count > 0 ? found[^1].End : 0;
            TextSpan? name = FindAfterForm(folded, i) ?? FindAfterIntroduction(folded, i) ?? FindEndingAt(folded, i, from);
            if (name is { } span)
                found.Add(span);
            i = name is { } known ? Math.Max(known.End, i + 1) : i + 1;
        }
        return found;
    }

    /// <summary>株式会社NAME</summary>
    TextSpan? FindAfterForm(string folded, int at)
    {
        int form = _forms.LengthAt(folded, at, folded.Length);
        if (form == 0)
            return null;
        int end = EndOfName(folded, at + form);
        return end - (at + form) >= LeastCharacters ? TextSpan.Between(at + form, end) : null;
    }

    /// <summary>機械メーカーのNAME（大阪市）: the words before it say that a company follows.</summary>
    TextSpan? FindAfterIntroduction(string folded, int at)
    {
        int introduction = _introductions.LengthAt(folded, at, folded.Length);
        int start = at + introduction;
        if (introduction == 0)
            return null;
        start += start < folded.Length && folded[start] is '“' or '「' or '"' ? 1 : 0;
        int end = EndOfName(folded, start);
        bool isName = end - start is >= LeastIntroduced and <= MaxCharacters && !IsGeneric(folded, start, end) && _notAfterIntroduction.LengthAt(folded, start, end) == 0 && _notAfterIntroduction.LengthEndingAt(folded, end, start) == 0
            && !char.IsAsciiDigit(folded[start]);
        return isName ? TextSpan.Between(start, end) : null;
    }

    /// <summary>NAME有限公司, NAME研究所: the ending begins here.</summary>
    TextSpan? FindEndingAt(string folded, int at, int from)
    {
        int ending = _endings.LengthAt(folded, at, folded.Length);
        if (ending == 0)
            return null;
        int end = EndOfEndings(folded, at + ending);
        if (_borders.LengthEndingAt(folded, end, 0) > ending || _notBefore.LengthAt(folded, end, folded.Length) > 0)
            return null;
        int start = StartOfName(folded, at, Math.Max(from, at - MaxCharacters));
        return at - start >= LeastCharacters && !IsGeneric(folded, start, at) ? TextSpan.Between(start, end) : null;
    }

    /// <summary>精密机械有限公司: behind one ending others may follow, with words between that name no one.</summary>
    int EndOfEndings(string folded, int end)
    {
        for (int at = end; at < folded.Length;)
        {
            int ending = _endings.LengthAt(folded, at, folded.Length);
            int length = Math.Max(ending, _generic.LengthAt(folded, at, folded.Length));
            if (length == 0)
                return end;
            at += length;
            end = ending > 0 ? at : end;
        }
        return end;
    }

    int StartOfName(string folded, int end, int first)
    {
        int start = end;
        while (start > first && (IsNameCharacter(folded[start - 1]) || IsBracket(folded, start - 1)) && !EndsInBorder(folded, start, first))
            start--;
        while (start < end && (folded[start] is ')' or '(' or '·' or '-' or '&' or '.' || char.IsAsciiDigit(folded[start])))
            start++;
        return start;
    }

    bool EndsInBorder(string folded, int position, int first) => _borders.LengthEndingAt(folded, position, first) is > 0 and var length
        // 5月13日 ends a date; 日本 begins with a letter of it.
        && !(length == 1 && folded[position - 1] is '年' or '月' or '日' && (position < 2 || !char.IsAsciiDigit(folded[position - 2])));

    int EndOfName(string folded, int start)
    {
        int end = start;
        while (end < folded.Length && end - start < MaxCharacters && IsNameCharacter(folded[end]) && _borders.LengthAt(folded, end, folded.Length) == 0)
            end++;
        return end;
    }

    /// <summary>松下电器(中国)有限公司: a bracket within a name holds a place.</summary>
    static bool IsBracket(string folded, int at) => folded[at] switch
    {
        ')' => at >= 3 && folded.LastIndexOf('(', at, Math.Min(at, 8)) is > 0 and var open && FoldedText.IsHanOrKana(folded[open - 1]) && at + 1 < folded.Length && FoldedText.IsHanOrKana(folded[at + 1]),
        '(' => folded.IndexOf(')', at, Math.Min(8, folded.Length - at)) is > 0 and var close && close + 1 < folded.Length && FoldedText.IsHanOrKana(folded[close + 1]),
        _ => false,
    };

    bool IsGeneric(string folded, int start, int end)
    {
        while (start < end && Math.Max(_generic.LengthAt(folded, start, end), _endings.LengthAt(folded, start, end)) is > 0 and var length)
            start += length;
        return start == end;
    }

    static bool IsNameCharacter(char c) => (FoldedText.IsHanOrKana(c) && !FoldedText.IsHiragana(c)) || char.IsAsciiLetterOrDigit(c) || c is '·' or 'ー' or '&' or '-' or '.';
}
