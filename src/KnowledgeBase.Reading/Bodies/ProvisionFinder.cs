using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Bodies;

/// <summary>Finds the numbered articles, the chapters and the annexes of a policy document.</summary>
static partial class ProvisionFinder
{
    /// <summary>One article alone is quoted by a report.</summary>
    const int MinArticles = 2;

    /// <summary>Repealed articles leave gaps; a larger one is a reference. A guess, not yet measured.</summary>
    const int MaxGap = 20;

    /// <summary>A longer line that begins with the word annex is a sentence about one.</summary>
    const int MaxAnnexWeight = 240;

    /// <summary>The provisions of a body, in its order.</summary>
    public static ImmutableArray<Provision> Find(string body)
    {
        List<Heading> headings = InOrder(HeadingsOf(body));
        if (headings.Count(heading => heading.Kind == ProvisionKind.Article) < MinArticles)
            headings.RemoveAll(heading => heading.Kind != ProvisionKind.Annex);
        var provisions = ImmutableArray.CreateBuilder<Provision>(headings.Count);
        Dictionary<string, int> keys = new(StringComparer.Ordinal);
        string? annex = null;
        for (int i = 0; i < headings.Count; i++)
        {
            Heading heading = headings[i];
            string key = Unique(heading.Kind != ProvisionKind.Annex && annex is not null ? $"{annex}-{heading.Key}" : heading.Key, keys);
            annex = heading.Kind == ProvisionKind.Annex ? key : annex;
            int next = headings.FindIndex(i + 1, later => later.Kind <= heading.Kind);
            int end = next < 0 ? body.Length : headings[next].Name.Start - BetweenBlocks.Length;
            provisions.Add(new(heading.Kind, key, heading.Name, TextSpan.Between(heading.Name.Start, end)));
        }
        return provisions.ToImmutable();
    }

    /// <summary>True for a line that names a chapter, an article or an annex (第一章 总则, 附件：补助标准).</summary>
    public static bool IsHeading(string line) => HeadingOf(line, 0, line.Length) is not null;

    const string BetweenBlocks = "\n\n";

    static IEnumerable<Heading> HeadingsOf(string body)
    {
        for (int start = 0; start < body.Length;)
        {
            int border = body.IndexOf(BetweenBlocks, start, StringComparison.Ordinal);
            int end = border < 0 ? body.Length : border;
            if (HeadingOf(body, start, end) is { } heading)
                yield return heading;
            start = end + BetweenBlocks.Length;
        }
    }

    static Heading? HeadingOf(string body, int start, int end)
    {
        int length = end - start;
        if (Numbered().Match(body, start, length) is { Success: true } numbered && ProvisionNumber.Find(numbered.Groups["number"].Value) is { } number)
        {
            bool isArticle = numbered.Groups["article"].Success;
            int? branch = ProvisionNumber.Find(numbered.Groups["branch"].Value);
            return new(isArticle ? ProvisionKind.Article : ProvisionKind.Chapter, number, branch, numbered.Groups["unit"].Value, NameOf(numbered));
        }
        if (Annex().Match(body, start, length) is { Success: true } annex && PlainText.Weigh(body.AsSpan(start, length)) <= MaxAnnexWeight)
            return new(ProvisionKind.Annex, ProvisionNumber.Find(annex.Groups["number"].Value) ?? 0, null, "", NameOf(annex));
        return null;
    }

    static TextSpan NameOf(Match match) => new(match.Groups["name"].Index, match.Groups["name"].Length);

    /// <summary>Without what only looks like an article: its number does not follow the one before.</summary>
    static List<Heading> InOrder(IEnumerable<Heading> headings)
    {
        List<Heading> ordered = [];
        int? last = null;
        foreach (Heading heading in headings)
        {
            bool follows = last is not { } before || heading.Number == 1 || heading.Number > before && heading.Number - before <= MaxGap || (heading.Number == before && heading.Branch is not null);
            if (heading.Kind == ProvisionKind.Article && !follows)
                continue;
            ordered.Add(heading);
            last = heading.Kind switch { ProvisionKind.Article => heading.Number, ProvisionKind.Annex => null, _ => last };
        }
        return ordered;
    }

    // The second part of the same name is article-1.2: no key of a first part has a full stop.
    static string Unique(string key, Dictionary<string, int> keys)
    {
        int times = keys[key] = keys.GetValueOrDefault(key) + 1;
        return times == 1 ? key : $"{key}.{times}";
    }

    // 第三条 申请人…, 第5条の2（支払）, 第二章 总则, Article 3. Rent; but not 第三条规定的…, which speaks of one.
    [GeneratedRegex(
        """\G[【\[（(]?(?<name>第\s?(?<number>[〇零一二三四五六七八九十百千两0-9０-９]{1,7})\s?(?:(?<article>[条條])(?:[の之](?<branch>[一二三四五六七八九十0-9０-９]{1,3}))?|(?<unit>编|編|章|节|節|部分))|(?:(?<article>Article|Art\.|ARTICLE)|(?<unit>Chapter|CHAPTER|Part|PART))\s(?<number>[0-9]{1,4}|[IVXLC]{1,7}))(?=$|\n|[\s：:、.．】\]）)—–-]|[（(【「『《]|(?<=[条條章节節编編])(?![规規规定的款项項第及和至与與或、所中のにはがをとから])[\u4E00-\u9FFF])""",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();

    // 附件1：申报表, 別添２, 附則, Annex II. Rates
    [GeneratedRegex(
        """\G[【\[（(]?(?<name>(?:附件|附表|附录|附錄|附图|附則|附则|别添|別添|別紙|別表|別記様式|様式|参考資料|添付資料)(?:\s?第?(?<number>[一二三四五六七八九十0-9０-９]{1,3})[号號]?)?|(?:Annex|ANNEX|Appendix|APPENDIX|Attachment|Schedule|SCHEDULE)(?:\s(?<number>[0-9]{1,3}|[IVX]{1,5}|[A-Z]))?)(?=$|\n|[\s：:.．、】\]）)—–-]|[（(【「『《])""",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Annex();

    sealed record Heading(ProvisionKind Kind, int Number, int? Branch, string Unit, TextSpan Name)
    {
        public string Key => Kind switch
        {
            ProvisionKind.Annex => Number == 0 ? "annex" : $"annex-{Number}",
            ProvisionKind.Chapter => $"{(Unit is "节" or "節" ? "section" : Unit is "编" or "編" or "部分" or "Part" or "PART" ? "part" : "chapter")}-{Number}",
            _ => Branch is { } branch ? $"article-{Number}-{branch}" : $"article-{Number}",
        };
    }
}
