using System.Text.RegularExpressions;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading;

/// <summary>Tells news, releases and policy apart, by who publishes and by what a rule or notice looks like.</summary>
static partial class KindFinder
{
    /// <summary>A rule has at least a purpose, a scope and a date of effect; a report that quotes one clause has not.</summary>
    const int MinClauses = 3;

    public static ArticleKind Find(Publisher? publisher, string headline, string body) => publisher?.Kind switch
    {
        "ministry" or "agency-government" or "government" => LooksLikeRule(headline, body) ? ArticleKind.Policy : ArticleKind.Release,
        "organization" or "company" or "association" => ArticleKind.Release,
        _ => ArticleKind.News,
    };

    static bool LooksLikeRule(string headline, string body) => RuleHeadline().IsMatch(headline) || Clause().Count(body) >= MinClauses;

    [GeneratedRegex(
        @"(?:通知|公告|办法|辦法|规定|規定|条例|條例|细则|細則|意见|方案|规划|計画|要綱|要領|告示|省令|政令|指針|ガイドライン)(?:[》」』）)】]|について|の(?:公表|公布|制定|改正).{0,12}|$)|\b(?:Notice|Measures|Regulations|Guidelines|Ordinance|Announcement No)\b",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RuleHeadline();

    [GeneratedRegex(@"^(?:第[0-9０-９一二三四五六七八九十百]{1,5}[条條]|Article [0-9]{1,3}\b)", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Clause();
}
