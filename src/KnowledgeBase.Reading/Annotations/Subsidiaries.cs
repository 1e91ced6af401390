using System.Collections.Frozen;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Tells companies that are called by the name of another and the place where they work (华为日本公司, 索尼中国总裁, トヨタ自動車九州は, BYD Japan said) or in whose trade (三菱电机自动化总经理) from what a company does there (丰田中国市场, Toyota China sales).</summary>
sealed class Subsidiaries(LanguageRules rules, ContentFolder content)
{
    readonly FrozenSet<string> _companies = content.Vocabulary.Organizations.Where(organization => organization.Kind is "company" or "bank").Select(organization => organization.Id).ToFrozenSet(StringComparer.Ordinal);
    readonly WordList _places = new(rules.Organizations.BranchPlaces, content.HanVariants);
    readonly WordList _forms = new(rules.Organizations.FormsAfter, content.HanVariants);
    readonly WordList _posts = new(rules.Posts.Concat(rules.Language == Language.English ? rules.Titles : []), content.HanVariants);
    readonly WordList _verbs = new(rules.Language == Language.English ? rules.Cues.Select(cue => cue.Word) : rules.SubjectMarks.IsEmpty ? rules.IndirectCues : [], content.HanVariants);
    readonly WordList _heads = new(rules.SubjectMarks.IsEmpty ? rules.Organizations.CompanyTails : [], content.HanVariants);
    readonly WordList _trades = new(rules.Organizations.BranchTails, content.HanVariants);
    readonly string _subjectMarks = string.Concat(rules.TopicMarks.Concat(rules.AlsoMarks).Concat(rules.SubjectMarks));

    /// <summary>Where the name of the subsidiary ends that begins with the name of a company; the end of that name when it is the company itself.</summary>
    /// <param name="id">The organisation's id in the vocabulary; other organisations than companies have offices, which are themselves.</param>
    /// <param name="folded">Folded text.</param>
    /// <param name="end">Where the known name ends.</param>
    public int EndOf(string id, string folded, int end)
    {
        if (!_companies.Contains(id))
            return end;
        if (_trades.LengthAt(folded, end, folded.Length) is > 0 and var trade && IsHead(folded, end + trade))
            return end + trade;
        int start = rules.Language == Language.English && end < folded.Length && folded[end] == ' ' ? end + 1 : end;
        int place = start < folded.Length && (rules.Language != Language.English || start > end) ? _places.LengthAt(folded, start, folded.Length) : 0;
        int at = start + place;
        if (place == 0 || FoldedText.CutsWord(folded, at) || FoldedText.CutsKatakana(folded, at))
            return end;
        if (rules.Language == Language.English)
            return EndsName(folded, at) ? at : end;
        int form = _forms.LengthAt(folded, at, folded.Length);
        bool isSubject = form > 0 || IsHead(folded, at) || _verbs.LengthAt(folded, EndOfDay(folded, at), folded.Length) > 0 || (_subjectMarks.Length > 0 && (_posts.LengthAt(folded, at, folded.Length) > 0 || (at < folded.Length && _subjectMarks.Contains(folded[at]))));
        return isSubject ? at + form : end;
    }

    /// <summary>总裁, 执行副总裁: a post that only companies give.</summary>
    bool IsHead(string folded, int at) => _heads.LengthEndingAt(folded, at + Math.Max(_posts.LengthAt(folded, at, folded.Length), _heads.LengthAt(folded, at, folded.Length)), at) > 0;

    /// <summary>丰田中国15日宣布</summary>
    static int EndOfDay(string folded, int at)
    {
        int end = at;
        while (end < folded.Length && char.IsAsciiDigit(folded[end]))
            end++;
        return end > at && end < folded.Length && folded[end] == '日' ? end + 1 : at;
    }

    /// <summary>A mark, the possessive, a post or a verb of saying: no noun goes on with what is sold or made there.</summary>
    bool EndsName(string folded, int at)
    {
        if (at >= folded.Length || folded[at] is not ' ')
            return at >= folded.Length || folded[at] is not '-';
        int word = at + 1;
        int length = word < folded.Length ? Math.Max(_posts.LengthAt(folded, word, folded.Length), _verbs.LengthAt(folded, word, folded.Length)) : 0;
        return word < folded.Length && (folded[word] == '(' || (length > 0 && !FoldedText.CutsWord(folded, word + length)));
    }
}
