using System.Collections.Frozen;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the names of organisations in Latin letters by their capitals and by the words they are made of.</summary>
sealed class LatinOrganizations(LanguageRules rules)
{
    /// <summary>A company, a maker of machine tools: so many words after the comma may stand before the word that says so.</summary>
    const int MaxWordsOfDescription = 5;

    /// <summary>No organisation has a longer name; what is longer is a headline in capitals.</summary>
    const int MaxWords = 14;

    readonly FrozenSet<string> _forms = rules.Organizations.FormsAfter.Select(form => form.TrimEnd('.')).ToFrozenSet(StringComparer.Ordinal);
    readonly FrozenSet<string> _endings = rules.Organizations.Endings.ToFrozenSet(StringComparer.Ordinal);
    readonly FrozenSet<string> _seats = rules.PassingTails.Where(tail => tail[0] == '-').ToFrozenSet(StringComparer.Ordinal);
    readonly FrozenSet<string> _portfolios = rules.Organizations.Portfolios.ToFrozenSet(StringComparer.Ordinal);
    readonly FrozenSet<string> _heads = rules.Organizations.Heads.ToFrozenSet(StringComparer.Ordinal);
    readonly FrozenSet<string> _stateBodies = rules.Organizations.StateBodies.ToFrozenSet(StringComparer.Ordinal);
    readonly FrozenSet<string> _innerPossessives = rules.Organizations.InnerPossessives.ToFrozenSet(StringComparer.Ordinal);
    readonly FrozenSet<string> _formsWithin = rules.Organizations.FormsWithin.ToFrozenSet(StringComparer.Ordinal);
    readonly FrozenSet<string> _nations = rules.Organizations.Nations.ToFrozenSet(StringComparer.Ordinal);
    readonly FrozenSet<string> _placeNouns = rules.CityPlaceNouns.ToFrozenSet(StringComparer.Ordinal);
    readonly FrozenSet<string> _generic = rules.Organizations.Generic.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    readonly FrozenSet<string> _determiners = rules.Determiners.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    readonly FrozenSet<string> _introductions = rules.Organizations.Introductions.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    readonly FrozenSet<string> _notNames = rules.NotNames.ToFrozenSet(StringComparer.Ordinal);
    readonly FrozenSet<string> _posts = rules.Posts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    readonly FrozenSet<string> _titles = rules.Titles.Concat(rules.Posts).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names, in the order of their positions; a legal form set behind a name is no part of it.</summary>
    public List<TextSpan> Find(string text)
    {
        List<TextSpan> found = [];
        List<TextSpan> words = LatinWords.Cut(text);
        for (int i = 0; i < words.Count;)
        {
            int end = IsNameWord(text, words, i) ? EndOfRun(text, words, i) : i;
            if (end > i && FindName(text, words, i, end) is { } name)
                found.Add(name);
            i = Math.Max(end, i + 1);
        }
        return found;
    }

    /// <summary>Capitalised words with single spaces between; "of", "and", "&amp;" within the name of an institution.</summary>
    int EndOfRun(string text, List<TextSpan> words, int start)
    {
        int i = start + 1;
        while (i < words.Count && i - start < MaxWords && !IsPossessive(text, words[i - 1]))
        {
            string between = text[words[i - 1].End..words[i].Start];
            if (between is " " && (IsCapital(text, words[i]) || words[i].In(text) == "&"))
                i++;
            else if (between is ", " or "., " or " " && _forms.Contains(words[i].In(text)))
                i++;
            else if (between is " " && JoinedBy(text, words, start, i) is > 0 and var joint)
                i += joint + 1;
            else if (between is ", " && IsList(text, words, start, i))
                i++;
            else
                break;
        }
        return i;
    }

    /// <summary>Ministry of X, Chamber of X and Y: how many small words stand before the next capital; 0 when the name ends here.</summary>
    int JoinedBy(string text, List<TextSpan> words, int start, int i)
    {
        int next = i;
        while (next < words.Count && next < i + 2 && words[next].In(text) is "of" or "for" or "and" or "the" or "on" && text[words[next - 1].End..words[next].Start] == " ")
            next++;
        if (next == i || next >= words.Count || text[words[next - 1].End..words[next].Start] != " " || !IsCapital(text, words[next]) || _titles.Contains(words[next].In(text)))
            return 0;
        bool isAnd = words[i].In(text) == "and";
        // The Ministry of X and the Commission are two, the Bank of China on Monday is one and a day; a nation ends the name.
        if ((isAnd && (next - i > 1 || _nations.Contains(words[i - 1].In(text)))) || (_notNames.Contains(words[next].In(text)) && !_portfolios.Contains(words[next].In(text)) && !_nations.Contains(words[next].In(text))))
            return 0;
        if (!isAnd)
            return words[i].In(text) != "the" && (_heads.Contains(words[i - 1].In(text)) || HasHead(text, words, start, i)) ? next - i : 0;
        // The Bureau of Commerce and Mizuho are two, the Ministry of Economy and Trade is one.
        bool isList = text.AsSpan(words[start].Start, words[i].Start - words[start].Start).Contains(',');
        bool isOne = isList || _portfolios.Contains(words[next].In(text)) || (!_portfolios.Contains(words[i - 1].In(text)) && !BeginsName(text, words, next));
        // The Japan Science and Technology Agency.
        if (_portfolios.Contains(words[i - 1].In(text)) && _portfolios.Contains(words[next].In(text)) && next + 1 < words.Count && _heads.Contains(words[next + 1].In(text)))
            return next - i;
        return HasHead(text, words, start, i) && !_heads.Contains(words[next].In(text)) && isOne ? next - i : 0;
    }

    /// <summary>The University of Tokyo and Hokkaido University: behind "and" another name begins.</summary>
    bool BeginsName(string text, List<TextSpan> words, int start)
    {
        for (int i = start; i < words.Count && IsCapital(text, words[i]) && (i == start || text[words[i - 1].End..words[i].Start] == " "); i++)
        {
            if (_endings.Contains(words[i].In(text)))
                return true;
        }
        return false;
    }

    /// <summary>Ministry of Land, Infrastructure, Transport and Tourism.</summary>
    bool IsList(string text, List<TextSpan> words, int start, int i) =>
        HasHead(text, words, start, i) && _portfolios.Contains(words[i].In(text)) && i + 1 < words.Count
        && text[words[i].End..words[i + 1].Start] is ", " or " " && (words[i + 1].In(text) is "and" or "&" || (IsCapital(text, words[i + 1]) && i + 2 < words.Count && words[i + 2].In(text) == "and"));

    bool HasHead(string text, List<TextSpan> words, int start, int end)
    {
        for (int i = start; i + 1 < end; i++)
        {
            if (_heads.Contains(words[i].In(text)) && words[i + 1].In(text) is "of" or "for")
                return true;
        }
        return false;
    }

    TextSpan? FindName(string text, List<TextSpan> words, int first, int end)
    {
        int start = first;
        while (start < end && (IsSeat(words[start].In(text)) || (_notNames.Contains(words[start].In(text)) && !BeginsPortfolio(text, words, start, end)) || _titles.Contains(words[start].In(text)) || words[start].In(text) is "of" or "and" or "the"))
            start++;
        bool isHeaded = HasHead(text, words, start, end);
        int last = isHeaded ? EndBeforePost(text, words, start, end) : end;
        while (!isHeaded && last > start && !_endings.Contains(Bare(text, words[last - 1])) && !_forms.Contains(Bare(text, words[last - 1])))
            last--;
        // Torch Development Zone is a place.
        if (last < end && last > start && _placeNouns.Contains(words[last].In(text)))
            return null;
        if (last == start)
            return start == first && IsIntroduced(text, words, first, end) && !IsGeneric(text, words, start, end) ? SpanOf(text, words, start, end) : null;
        int core = last;
        while (core > start && _forms.Contains(Bare(text, words[core - 1])) && !_formsWithin.Contains(Bare(text, words[core - 1])) && !(core - start <= 2 && _endings.Contains(Bare(text, words[core - 1]))))
            core--;
        return core > start && !IsGeneric(text, words, start, core) ? SpanOf(text, words, start, core) : null;
    }

    /// <summary>Bank of Japan Governor NAME; but Office of the Governor.</summary>
    int EndBeforePost(string text, List<TextSpan> words, int start, int end)
    {
        for (int i = start + 3; i + 1 < end; i++)
        {
            if (_posts.Contains(words[i].In(text)) && IsCapital(text, words[i - 1]))
                return i;
        }
        return end;
    }

    /// <summary>The maker NAME; a unit of NAME; their firm, NAME, grew; NAME, a maker of tools.</summary>
    bool IsIntroduced(string text, List<TextSpan> words, int start, int end)
    {
        if (start > 0 && IsIntroduction(text, words, start))
            return true;
        if (end + 1 >= words.Count || text[words[end - 1].End..words[end].Start] != ", " || words[end].In(text) is not ("a" or "an" or "the" or "one"))
            return false;
        for (int i = end + 1; i < Math.Min(words.Count, end + 1 + MaxWordsOfDescription); i++)
        {
            if (text[words[i - 1].End..words[i].Start] is not (" " or "-"))
                return false;
            if (_introductions.Contains(words[i].In(text)))
                return true;
        }
        return false;
    }

    bool IsIntroduction(string text, List<TextSpan> words, int start)
    {
        string between = text[words[start - 1].End..words[start].Start];
        string word = words[start - 1].In(text);
        return between == " " ? _introductions.Contains(word) || (start > 1 && _introductions.Contains($"{words[start - 2].In(text)} {word}"))
            : between == ", " && _introductions.Contains(word) && start > 1 && (IsPossessive(text, words[start - 2]) || _determiners.Contains(words[start - 2].In(text)));
    }

    /// <summary>Trade Bank is no name; Finance Ministry, Ministry of Finance and Japan Federation of Shipping are.</summary>
    bool IsGeneric(string text, List<TextSpan> words, int start, int end) =>
        !IsOfState(text, words, start, end) && !(HasHead(text, words, start, end) && _nations.Contains(words[start].In(text)))
        && Enumerable.Range(start, end - start).Select(i => Bare(text, words[i])).All(word => _generic.Contains(word) || _endings.Contains(word) || _forms.Contains(word));

    /// <summary>A state has one of each kind, so that what it is for names it; behind "and" only half of the name stands.</summary>
    bool IsOfState(string text, List<TextSpan> words, int start, int end) =>
        end - start > 1 && !(start > 0 && words[start - 1].In(text) == "and" && text[words[start - 1].End..words[start].Start] == " ") && (_stateBodies.Contains(words[start].In(text)) || _stateBodies.Contains(Bare(text, words[end - 1]))) && (_portfolios.Contains(words[start].In(text)) || _portfolios.Contains(Bare(text, words[end - 1])));

    /// <summary>Foreign Affairs Office: foreign is no name, and the beginning of this one.</summary>
    bool BeginsPortfolio(string text, List<TextSpan> words, int start, int end) =>
        start + 1 < end && _portfolios.Contains(words[start].In(text)) && _portfolios.Contains(words[start + 1].In(text));

    /// <summary>Saga-based Ariake Cells: what stands before the name is where it sits.</summary>
    bool IsSeat(string word) => word.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && _seats.Contains(word[hyphen..]);

    bool IsNameWord(string text, List<TextSpan> words, int i) =>
        IsCapital(text, words[i]) && !(_notNames.Contains(words[i].In(text)) && i + 1 < words.Count && !IsCapital(text, words[i + 1]));

    static bool IsCapital(string text, TextSpan word) => char.IsUpper(text[word.Start]);

    bool IsPossessive(string text, TextSpan word) => word.In(text) is [.., '\'' or '’', 's'] or [.., 's', '\'' or '’'] && !_innerPossessives.Contains(word.In(text).Replace('’', '\''));

    static string Bare(string text, TextSpan word) => NamedPerson.WithoutPossessive(word.In(text));

    static TextSpan SpanOf(string text, List<TextSpan> words, int start, int end) =>
        new(words[start].Start, words[end - 1].Start + Bare(text, words[end - 1]).Length - words[start].Start);
}
