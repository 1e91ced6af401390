using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Takes off what stands before and behind the name of the organisation whose post somebody holds.</summary>
sealed class JapaneseOwners(HanWords words, LanguageRules rules, HanVariants variants)
{
    readonly string _verbEndings = string.Concat(rules.VerbEndings);
    readonly string _objectMarks = string.Concat(rules.Speech.ObjectMarks);
    readonly WordList _notOwners = new(rules.Speech.NotOwners, variants);
    readonly WordList _ageMarks = new(rules.Speech.AgeMarks, variants);
    readonly WordList _clauseEndings = new(rules.Speech.ClauseEndings, variants);

    /// <summary>The name alone; null where none is left.</summary>
    public string? Clean(string? organization)
    {
        organization = WithoutAge(WithoutAside(organization));
        string folded = words.Fold(organization ?? "");
        if (_notOwners.LengthEndingAt(folded, folded.Length, 0) > 0)
            return null;
        if (organization is [.., var last] && (_verbEndings.Contains(last) || _objectMarks.Contains(last)))
        {
            int particle = organization.AsSpan().IndexOfAny(_objectMarks);
            return particle > 1 && IsOwner(folded, particle, last) ? WithoutClause(organization[..particle], folded[..particle]) : null;
        }
        return WithoutClause(organization, folded);
    }

    /// <summary>経済産業省に勤める: whatever a verb governs; 東京大学で, but not 現職で: what else ends like an organisation.</summary>
    bool IsOwner(string folded, int end, char last) => _verbEndings.Contains(last) || words.OrganizationEndings.LengthEndingAt(folded, end, 0) > 0;

    /// <summary>フォーラムで登壇した三崎海運: what a verb ends is no part of an organisation's name.</summary>
    string? WithoutClause(string? organization, string folded)
    {
        for (int i = (organization?.Length ?? 0) - 2; i > 1; i--)
        {
            // 広島市長の松浦氏と重慶市
            if (organization![i] == 'と' && words.Honorifics.LengthEndingAt(folded, i, 0) > 0)
                return organization[(i + 1)..];
            bool isDescribed = organization[i] == 'の' && _notOwners.LengthEndingAt(folded, i, 0) > 0;
            // ひので銀行
            bool isWithin = _objectMarks.Contains(organization[i]) && organization[i - 1] == 'の';
            if (isDescribed || (!isWithin && _clauseEndings.LengthEndingAt(organization, i + 1, 0) > 0 && !FoldedText.IsHiragana(organization[i + 1])))
                return organization[(i + 1)..];
        }
        return organization;
    }

    /// <summary>ミナト銀行（神戸市）: its seat, its short name, or what else stands in parentheses behind the name.</summary>
    static string? WithoutAside(string? organization)
    {
        int open = organization is [.., ')' or '）'] ? organization.AsSpan().LastIndexOfAny('(', '（') : -1;
        return open > 1 ? organization![..open] : organization;
    }

    /// <summary>食品会社で働く30代, 進出して20年の東亜精機: an age at the end is left out, and what stands before one with の.</summary>
    string? WithoutAge(string? organization)
    {
        string folded = words.Fold(organization ?? "");
        for (int i = folded.Length; i > 1; i--)
        {
            int mark = _ageMarks.LengthEndingAt(folded, i, 1);
            if (mark == 0 || !char.IsDigit(organization![i - mark - 1]))
                continue;
            if (i < organization.Length)
                return organization[i] == 'の' ? organization[(i + 1)..] : organization;
            i -= mark;
            while (i > 0 && char.IsDigit(organization[i - 1]))
                i--;
            return i > 1 ? organization[..i] : null;
        }
        return organization;
    }
}
