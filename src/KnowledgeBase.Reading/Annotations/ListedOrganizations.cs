using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the names of organisations in a text without spaces by other organisations that stand in a list with them, or by the words that close the list.</summary>
sealed class ListedOrganizations(LanguageRules rules, ContentFolder content, OrganizationWords words, HanNameBounds bounds, IntroducedOrganizations introduced, ActingOrganizations acting)
{
    /// <summary>A shorter stretch beside an organisation is rather a word.</summary>
    const int LeastListed = 3;

    /// <summary>The same where no organisation is known in the list.</summary>
    const int LeastClosed = 4;

    /// <summary>A longer stretch is rather a clause (a guess: it holds every one of the examples).</summary>
    const int MostListed = 12;

    /// <summary>A name that only its place in a list shows has no more (a guess).</summary>
    const int MostShown = 8;

    /// <summary>No list of companies in the examples has more; a longer run of commas is a list of other things.</summary>
    const int MostNames = 8;

    readonly WordList _known = new(NamesOf(rules.Language, content), content.HanVariants);
    readonly WordList _houses = new(rules.Organizations.HouseEndings, content.HanVariants);
    readonly WordList _pauses = new(rules.Organizations.Pauses, content.HanVariants);
    readonly WordList _tails = new(rules.Organizations.ListTails, content.HanVariants);
    readonly WordList _heads = new(rules.Organizations.ListHeads, content.HanVariants);
    readonly WordList _companyHeads = new(rules.Organizations.CompanyListHeads, content.HanVariants);
    readonly WordList _plurals = new(rules.Organizations.PluralWords, content.HanVariants);
    readonly WordList _people = new(rules.Posts.Concat(rules.Honorifics), content.HanVariants);

    /// <summary>The names beside those found before, in the order of their positions.</summary>
    /// <param name="folded">The text.</param>
    /// <param name="found">What was found in it.</param>
    public List<TextSpan> Find(string folded, List<TextSpan> found)
    {
        List<TextSpan> listed = [];
        if (rules.Organizations.ListTails.IsEmpty)
            return listed;
        Dictionary<int, int> ends = found.GroupBy(name => name.End).ToDictionary(same => same.Key, same => same.Max(name => name.Length));
        HashSet<int> starts = [.. found.Select(name => name.Start)];
        for (int i = 1; i < folded.Length; i++)
        {
            if (_plurals.LengthAt(folded, i, folded.Length) > 0 && words.ListJoints.LengthEndingAt(folded, i, 0) == 0)
                listed.AddRange(FindPlural(folded, i, ends));
            // 等企业家: people.
            if (_tails.LengthAt(folded, i, folded.Length) is > 0 and var tail && _people.LengthAt(folded, i + 1, folded.Length) < tail)
                listed.AddRange(FindClosed(folded, i, ends));
            else if (_companyHeads.LengthEndingAt(folded, i, 0) > 0)
                listed.AddRange(FindHeaded(folded, i));
            else if ((FindEarlier(folded, i, starts) ?? FindPartner(folded, i, ends)) is { } name)
                listed.Add(name);
        }
        return [.. listed.Where(name => !found.Exists(other => other.Start < name.End && name.Start < other.End))];
    }

    /// <summary>长丰模具、瑞光电工和NAME等企业: what stands between the marks of a list of companies is a company.</summary>
    IEnumerable<TextSpan> FindClosed(string folded, int end, Dictionary<int, int> ends)
    {
        List<TextSpan> names = [];
        bool isKnown = false;
        for (int at = end, count = 0; count < MostNames; count++)
        {
            int length = LengthOfKnown(folded, at, ends);
            isKnown |= length > 0;
            int start = length > 0 ? at - length : bounds.StartOfName(folded, at, Math.Max(0, at - MostListed));
            if (start == at)
                break;
            if (length == 0)
                names.Add(TextSpan.Between(start, at));
            int joint = words.ListJoints.LengthEndingAt(folded, start, 0);
            if (joint == 0)
                break;
            at = start - joint;
        }
        return names.Where(name => name.Length >= (isKnown || names.Count > 1 ? LeastListed : LeastClosed) && IsCompany(folded, name));
    }

    /// <summary>希森美康和深圳迈瑞: 康和 is part of a name elsewhere, and not between two names that are long enough.</summary>
    int BeforeJoint(string folded, int start, int end)
    {
        for (int at = start + LeastClosed; at < end - LeastClosed; at++)
        {
            if (words.ListJoints.LengthAt(folded, at, end) > 0)
                return at;
        }
        return end;
    }

    /// <summary>NAME、NAME都, NAME与NAME均: names of no known word and a trade, from the beginning of a clause.</summary>
    List<TextSpan> FindPlural(string folded, int end, Dictionary<int, int> ends)
    {
        List<TextSpan> names = [];
        int at = end;
        for (int count = 0, joint = 0; count < MostNames; count++, at -= joint)
        {
            int known = LengthOfKnown(folded, at, ends);
            int start = known > 0 ? at - known : bounds.StartOfName(folded, at, Math.Max(0, at - MostShown));
            var name = TextSpan.Between(start, at);
            if (name.Length < LeastListed || (known == 0 && !((words.Trades.LengthEndingAt(folded, at, start) > 0 || _houses.LengthEndingAt(folded, at, start) > 0) && acting.IsUnknownName(folded, start, at) && IsCompany(folded, name))))
                return [];
            if (known == 0)
                names.Add(name);
            joint = words.ListJoints.LengthEndingAt(folded, start, 0);
            at = start;
            if (joint == 0)
                return count > 0 && (start == 0 || !FoldedText.IsHanOrKana(folded[start - 1])) ? names : [];
        }
        return [];
    }

    /// <summary>德胜堂 is an old house; another name of three letters is rather a word.</summary>
    int LeastOf(string folded, TextSpan name) => _houses.LengthEndingAt(folded, name.End, name.Start) > 0 ? LeastListed : LeastClosed;

    /// <summary>客户包括NAME、NAME和NAME: what follows until the list ends.</summary>
    IEnumerable<TextSpan> FindHeaded(string folded, int start)
    {
        for (int count = 0; count < MostNames; count++)
        {
            int end = BeforeJoint(folded, start, bounds.EndOfName(folded, start));
            var name = TextSpan.Between(start, end);
            if (name.Length is >= LeastListed and <= MostListed && !folded.AsSpan(name.Start, name.Length).ContainsAnyInRange('0', '9') && IsCompany(folded, name))
                yield return name;
            int joint = words.ListJoints.LengthAt(folded, end, folded.Length);
            if (joint == 0)
                break;
            start = end + joint;
        }
    }

    /// <summary>由NAME、白鹤电机和…: before an organisation in a list, and behind a border of names.</summary>
    TextSpan? FindEarlier(string folded, int end, HashSet<int> starts)
    {
        int joint = words.ListJoints.LengthAt(folded, end, folded.Length);
        bool isBeforeFound = joint > 0 && starts.Contains(end + joint);
        bool isBeforeKnown = joint > 0 && !isBeforeFound && _known.LengthAt(folded, end + joint, folded.Length) > 0;
        if (!isBeforeFound && !isBeforeKnown)
            return null;
        var name = TextSpan.Between(bounds.StartOfName(folded, end, Math.Max(0, end - MostListed)), end);
        // 会长筒井义信与: a person.
        // 选择不与丸红: only at the beginning of a clause.
        bool isFirst = name.Start == 0 || !FoldedText.IsHanOrKana(folded[name.Start - 1]);
        bool isUnknown = acting.IsUnknownName(folded, name.Start, name.End) && (isFirst || _pauses.LengthAt(folded, end, end + joint) > 0);
        return name.Length >= (isUnknown ? LeastOf(folded, name) : LeastClosed) && (isBeforeFound || isUnknown) && _people.LengthEndingAt(folded, name.Start, 0) == 0 && IsCompany(folded, name) ? name : null;
    }

    /// <summary>丸红与NAME签约: beside an organisation, and before what companies do together.</summary>
    TextSpan? FindPartner(string folded, int at, Dictionary<int, int> ends)
    {
        int joint = words.ListJoints.LengthAt(folded, at, folded.Length);
        // 丸红今日与NAME签约
        int subject = at - (joint > 0 ? words.Adverbs.LengthEndingAt(folded, at, 0) : 0);
        int known = joint > 0 ? LengthOfKnown(folded, subject, ends) : 0;
        if (known == 0)
            return null;
        int start = at + joint;
        int end = start;
        int last = Math.Min(bounds.EndOfName(folded, start), start + MostListed);
        while (end < last && words.PartnerVerbs.LengthAt(folded, end, folded.Length) == 0)
            end++;
        var name = TextSpan.Between(start, end);
        // 丸红、NAME和NAME: between the marks of a list made of no word that is known.
        bool isListed = _pauses.LengthAt(folded, at, start) > 0 && end == last && name.Length is >= LeastClosed and <= MostShown && (words.ListJoints.LengthAt(folded, end, folded.Length) > 0 || HanNameBounds.EndsClause(folded, end)) && acting.IsUnknownName(folded, start, end);
        bool isTold = isListed || _heads.LengthEndingAt(folded, subject - known, 0) > 0 || words.PartnerVerbs.LengthAt(folded, end, folded.Length) > 0 || bounds.BeginsDate(folded, end);
        return isTold && name.Length >= LeastListed && IsCompany(folded, name) ? name : null;
    }

    int LengthOfKnown(string folded, int end, Dictionary<int, int> ends) => Math.Max(ends.GetValueOrDefault(end), _known.LengthEndingAt(folded, end, 0));

    /// <summary>Neither a place nor a person nor made of common words.</summary>
    bool IsCompany(string folded, TextSpan name) =>
        introduced.IsName(folded, name.Start, name.End) && words.ProvinceTails.LengthEndingAt(folded, name.End, name.Start) == 0 && _people.LengthEndingAt(folded, name.End, name.Start) == 0
        && bounds.Cities.LengthAt(folded, name.Start, name.End) < name.Length && !(name.Length == LeastListed && words.Surnames.LengthAt(folded, name.Start, name.End) is > 0 and var surname && !(surname > 1 && _houses.LengthEndingAt(folded, name.End, name.Start + surname) > 0));

    static IEnumerable<string> NamesOf(Language language, ContentFolder content) =>
        content.Vocabulary.Organizations.SelectMany(organization => organization.Labels.All.Concat(organization.Alternatives))
            .Concat(content.OtherOrganizations.SelectMany(other => other.NamesIn(language))).Where(name => name.Length > 1 && FoldedText.IsHanOrKana(name[0]));
}
