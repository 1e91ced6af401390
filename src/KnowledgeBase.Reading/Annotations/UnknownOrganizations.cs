using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the names of organisations by rule, whether or not the vocabulary knows them, and every further place where one of them stands.</summary>
sealed class UnknownOrganizations
{
    readonly OrganizationWords _words;
    readonly WordList _branchTails;
    readonly PhraseTrie<bool> _others;
    readonly LatinOrganizations _latin;
    readonly ActingOrganizations? _acting;
    readonly HanOrganizations? _han;
    readonly WordList _posts;

    /// <summary>A Chinese post follows the company at once, a Japanese one the person.</summary>
    readonly bool _hasPossessivelessPosts;

    public UnknownOrganizations(LanguageRules rules, ContentFolder content)
    {
        _words = new(rules, content.HanVariants);
        _branchTails = new(rules.Organizations.FormsAfter.Concat(rules.Organizations.Endings).Concat(rules.Organizations.BranchTails), content.HanVariants);
        _others = NeighbourWords.Trie([.. content.OtherOrganizations.SelectMany(other => other.NamesIn(rules.Language))], content.HanVariants);
        _latin = new(rules);
        _posts = new(rules.Posts, content.HanVariants);
        _hasPossessivelessPosts = rules.Language == Language.Chinese;
        if (rules.Language == Language.English)
            return;
        var bounds = new HanNameBounds(rules, content, _words);
        var introduced = new IntroducedOrganizations(rules, content, _words, bounds);
        _acting = new(rules, content, _words, bounds, introduced);
        _han = new(rules, content, _words, bounds, introduced, _acting);
    }

    /// <summary>How long the name is that begins at each position.</summary>
    /// <param name="text">The text.</param>
    /// <param name="folded">The same, folded.</param>
    public Dictionary<int, int> Find(string text, string folded)
    {
        List<TextSpan> found = [.. _latin.Find(text), .. _han?.Find(folded) ?? [], .. FindOthers(folded)];
        if (_han is not null)
            found = [.. found.Select(name => Whole(folded, name)), .. FindLatin(folded)];
        var names = new PhraseTrie<bool>();
        foreach (TextSpan name in found)
            names.Add(name.In(folded), true);
        Dictionary<int, int> lengths = [];
        if (names.IsEmpty)
            return lengths;
        for (int i = 0; i < folded.Length;)
        {
            int length = names.FindLongest(folded, i).Length;
            if (length > 0)
                lengths[i] = length;
            i += Math.Max(length, 1);
        }
        foreach (TextSpan name in found)
            lengths[name.Start] = Math.Max(name.Length, lengths.GetValueOrDefault(name.Start));
        foreach ((int start, int length) in lengths)
            lengths[start] = EndOfBranch(folded, start + length) - start;
        return lengths;
    }

    /// <summary>Preferred Networks, not Networks: of a name in Latin letters all words belong to it.</summary>
    static TextSpan Whole(string folded, TextSpan name)
    {
        int firstWord = folded.IndexOf(' ', name.Start, name.Length) is >= 0 and var blank ? blank : name.End;
        int start = LatinRun.StartOf(folded, firstWord, 0);
        start = start < firstWord && LatinRun.EndOf(folded, start, folded.Length) >= firstWord ? Math.Min(start, name.Start) : name.Start;
        int end = LatinRun.EndOf(folded, start, folded.Length);
        return end > name.End ? TextSpan.Between(start, end) : TextSpan.Between(start, name.End);
    }

    /// <summary>Canalys分析师, TrendForceのアナリスト: whose post is told is no person, unless a post stands before the name, too.</summary>
    IEnumerable<TextSpan> FindLatin(string folded)
    {
        for (int i = 0; i < folded.Length; i++)
        {
            int end = LatinRun.EndOf(folded, i, folded.Length);
            if (end == i)
                continue;
            int joint = end + _words.Possessives.LengthAt(folded, end, folded.Length);
            if (_posts.LengthAt(folded, joint, folded.Length) > 1 && (joint > end || _hasPossessivelessPosts) && _posts.LengthEndingAt(folded, i, 0) == 0)
                yield return TextSpan.Between(i, end);
            i = end - 1;
        }
    }

    /// <summary>晴川电装 is no 电装: true when the two letters and more before a known name are no word, but the beginning of another name.</summary>
    public bool BeginsOtherName(string folded, int start, int end) => end - start >= HanNameBounds.LeastCharacters && (_acting?.IsUnknown(folded, start, end) ?? false);

    IEnumerable<TextSpan> FindOthers(string folded)
    {
        for (int i = 0; i < folded.Length; i++)
        {
            if (_others.FindLongest(folded, i).Length is > 0 and var length && !FoldedText.CutsKatakana(folded, i) && !FoldedText.CutsKatakana(folded, i + length) && !(_han?.IsCut(folded, i + length) ?? false))
                yield return new(i, length);
        }
    }

    /// <summary>Sony (China), 丰田汽车(中国)投资: where the name of a company ends that is another's in another country; the end of the other's name when there is none.</summary>
    public int EndOfBranch(string folded, int end)
    {
        int open = end < folded.Length && folded[end] == ' ' ? end + 1 : end;
        if (open + 1 >= folded.Length || folded[open] != '(')
            return end;
        int place = _words.BranchPlaces.LengthAt(folded, open + 1, folded.Length);
        int close = open + 1 + place;
        if (place == 0 || close >= folded.Length || folded[close] != ')')
            return end;
        int at = close + 1;
        while (at < folded.Length && _branchTails.LengthAt(folded, folded[at] == ' ' ? at + 1 : at, folded.Length) is > 0 and var tail)
            at += tail + (folded[at] == ' ' ? 1 : 0);
        return at;
    }
}
