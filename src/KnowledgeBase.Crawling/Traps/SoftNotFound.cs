using System.Text.RegularExpressions;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Markup;

namespace KnowledgeBase.Crawling.Traps;

/// <summary>Recognises pages that are gone although their host answers 200.</summary>
static partial class SoftNotFound
{
    const int HeadBytes = 32 * 1024;

    /// <summary>What gives the page away; null when it seems to be there.</summary>
    public static string? Find(string askedFor, FetchResult.Fetched page)
    {
        Uri asked = new(askedFor);
        Uri final = new(page.FinalUrl);
        if (asked.AbsolutePath.Length > 1 && final.AbsolutePath == "/" && final.Query.Length == 0)
            return "it is gone (it leads to the home page)";
        if (ErrorPath().IsMatch(final.AbsolutePath) && !ErrorPath().IsMatch(asked.AbsolutePath))
            return "it is gone (it leads to an error page)";
        ReadOnlyMemory<byte> head = page.Body[..Math.Min(page.Body.Length, HeadBytes)];
        string text = MarkupDecoder.Decode(head.Span, page.FindHeader("Content-Type")).Text;
        return Headings().Matches(text).Any(heading => Words().IsMatch(Tag().Replace(heading.Groups["text"].Value, " "))) ? "it is gone (its own words say so)" : null;
    }

    [GeneratedRegex(@"/(404|not-?found|error)(\.\w+)?/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ErrorPath();

    [GeneratedRegex(@"<(title|h1)\b[^>]{0,500}>(?<text>.{0,300}?)</\1", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Headings();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    // Whole headings only: a story may speak of a page that was not found. The name of the site may follow.
    [GeneratedRegex(@"^\s*(" + English + "|" + Chinese + "|" + Japanese + @")\s*([|｜\-–—_].{0,60})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    const string English = @"404(\s*(-|:|\||error|not found|file not found).{0,80})?|error 404.{0,60}|not found"
        + @"|(the )?(page|file) (you requested )?(was |is |could |can)?\s?not (be )?found.{0,80}";

    const string Chinese = "(抱歉|很抱歉|对不起)?[，,。]?(您访问的|你访问的)?(页面|网页|頁面|網頁|文章)(不存在|找不到了?|未找到|已(被)?删除|已(被)?刪除|走丢了).{0,40}";

    const string Japanese = "(お探しの|指定された|ご指定の)?(ページ|記事)(は|が)?(見つかりません|見つかりませんでした|存在しません|削除されました).{0,40}";
}
