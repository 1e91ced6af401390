using System.Text.RegularExpressions;
using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Stories;

/// <summary>Takes away what stands among and around a story without being part of it: labels, captions, share bars, other stories.</summary>
static partial class StoryTrim
{
    /// <summary>What comes after a sign of the end is another story's teaser, unless more than so much of the prose follows.</summary>
    const double MaxProseAfterEnd = 0.2;

    /// <summary>More prose above the headline is the story, with the headline repeated below it. A guess, checked on the development pages.</summary>
    const double MaxProseBeforeHeadline = 0.3;

    /// <summary>Of a short story the captions of a gallery or the praise of an author can be more, when they are few. A guess, checked on the development pages.</summary>
    const double MaxProseBeforeNearHeadline = 0.5;

    const int MaxBlocksBeforeNearHeadline = 6;

    /// <summary>Labels before and after a story are a small part of it.</summary>
    const double MaxLabelShare = 0.07;

    /// <summary>Of a short story labels can be a large part, but then they are few and short.</summary>
    const int MaxLabels = 8;

    /// <summary>Fewer links are a reference. A guess, checked on the development pages.</summary>
    const int MinMenuLines = 4;

    /// <summary>A greeting may stand among the links. A guess, checked on the development pages.</summary>
    const double MinMenuShare = 0.8;

    /// <summary>A refrain comes back that often in no report (a guess).</summary>
    const int MinRepetitions = 4;

    /// <summary>As long as a sentence of a caption, in Latin letters. A guess: with every repeated line dropped, stories lost words (shingle F1 .968 against .969).</summary>
    const int MinRefrainWeight = 60;

    const int MaxShortLabelWeight = 90;

    /// <summary>A longer line is a sentence that happens to begin like a label.</summary>
    const int MaxLabelWeight = 160;

    public static StoryBody Trim(StoryBody body, string? headline)
    {
        List<StoryBlock> blocks = [.. StoryBlock.Split(body).Where(block => !IsLabel(block))];
        string? headlineLetters = headline is null ? null : PlainText.Letters(headline);
        DropRepeated(blocks);
        DropReferences(blocks);
        CutEnd(blocks);
        CutBeforeHeadline(blocks, headlineLetters);
        CutStart(blocks, headlineLetters);
        CutTail(blocks);
        return blocks.Count == 0 ? StoryBody.Empty : StoryBlock.Join(blocks);
    }

    /// <summary>True for a label, and for what announces other stories.</summary>
    public static bool IsSign(StoryBlock block) => IsLabel(block) || End().IsMatch(block.Text) || StrongEnd().IsMatch(block.Text);

    static bool IsLabel(StoryBlock block) =>
        block.Weight <= MaxLabelWeight && (Label().IsMatch(block.Text) || PictureCredit().IsMatch(block.Text))
        || block.Kind is BodyMarkKind.BlockQuote && block.LinkShare >= 0.95 && block.Weight <= MaxShortLabelWeight
        || block.IsPlain && (block.LinkShare >= 0.95 && block.Weight >= 20 && !block.IsProse && WebAddress.Find(block.Text) is null || !block.Text.Any(char.IsLetter));

    static void CutEnd(List<StoryBlock> blocks)
    {
        double prose = blocks.Where(block => block.IsProse).Sum(block => block.Weight);
        double after = prose;
        for (int i = 0; i < blocks.Count; i++)
        {
            StoryBlock block = blocks[i];
            bool isEnd = StrongEnd().IsMatch(block.Text) && after < prose || End().IsMatch(block.Text) && after <= prose * MaxProseAfterEnd;
            if (isEnd && block.Weight <= MaxLabelWeight)
            {
                blocks.RemoveRange(i, blocks.Count - i);
                return;
            }
            after -= block.IsProse ? block.Weight : 0;
        }
    }

    /// <summary>The same long line again and again is the caption of a gallery or a note about advertisements. A short line comes back for good reason: a label in a list, a question's number.</summary>
    static void DropRepeated(List<StoryBlock> blocks)
    {
        HashSet<string> repeated = [.. blocks.Where(block => block.IsPlain && block.Weight >= MinRefrainWeight).GroupBy(block => block.Text, StringComparer.Ordinal).Where(same => same.Count() >= MinRepetitions).Select(same => same.Key)];
        bool IsRepeated(StoryBlock block) => block.IsPlain && block.Weight >= MinRefrainWeight && repeated.Contains(block.Text);
        if (blocks.Where(IsRepeated).Sum(block => block.Weight) * 2 < blocks.Sum(block => block.Weight))
            blocks.RemoveAll(IsRepeated);
    }

    /// <summary>A list of sources is longer than many a story, and none of it; what a next section says may be.</summary>
    static void DropReferences(List<StoryBlock> blocks)
    {
        int start = blocks.FindIndex(block => block.IsHeading && References().IsMatch(block.Text));
        if (start <= 0 || !blocks.Take(start).Any(block => block.IsProse))
            return;
        int end = blocks.FindIndex(start + 1, block => block.IsHeading);
        blocks.RemoveRange(start, (end < 0 ? blocks.Count : end) - start);
    }

    /// <summary>What stands above the headline is the site's: players, badges, the names of columns.</summary>
    static void CutBeforeHeadline(List<StoryBlock> blocks, string? headlineLetters)
    {
        int at = blocks.FindLastIndex(block => SaysTheSame(block.Text, headlineLetters));
        double before = blocks.Take(at + 1).Where(block => block.IsProse).Sum(block => block.Weight);
        double most = at <= MaxBlocksBeforeNearHeadline ? MaxProseBeforeNearHeadline : MaxProseBeforeHeadline;
        if (at >= 0 && before <= most * blocks.Where(block => block.IsProse).Sum(block => block.Weight))
            blocks.RemoveRange(0, at + 1);
    }

    static void CutStart(List<StoryBlock> blocks, string? headlineLetters)
    {
        int first = blocks.FindIndex(block => block.IsProse);
        // Lines that are no sentences are a text of their own when there are many: verses, programmes, lists.
        if (first < 0 || !AreLabels(blocks.Take(first), blocks))
            return;
        // A section heading, the name of a chapter or the caption of an article over the first paragraph belongs to it, the headline does not.
        while (first > 0 && (blocks[first - 1].IsHeading || ProvisionFinder.IsHeading(blocks[first - 1].Text) || IsCaption(blocks[first - 1], of: blocks[first])) && !SaysTheSame(blocks[first - 1].Text, headlineLetters))
            first--;
        blocks.RemoveRange(0, first);
    }

    /// <summary>（目的） over 第１条: what an article of a rule is about.</summary>
    static bool IsCaption(StoryBlock block, StoryBlock of) => block.Text is ['（' or '(', .., '）' or ')'] && block.Weight <= MaxShortLabelWeight && ProvisionFinder.IsHeading(of.Text);

    static void CutTail(List<StoryBlock> blocks)
    {
        // The rows of a table and the names of annexes are no labels, however short.
        int last = blocks.FindLastIndex(block => block.IsProse || block.Kind is BodyMarkKind.TableRow || ProvisionFinder.IsHeading(block.Text));
        while (last >= 0 && last + 1 < blocks.Count && !blocks[last + 1].IsPlain && !blocks[last + 1].IsHeading && blocks[last + 1].LinkShare < 0.8)
            last++;
        while (last >= 0 && last + 2 < blocks.Count && IsLastAnswer(blocks[last + 1], blocks[last + 2]) && blocks.Take(last).Any(block => block.Kind == blocks[last + 1].Kind))
            last += 2;
        if (last >= 0 && AreLabels(blocks.Skip(last + 1), blocks))
            blocks.RemoveRange(last + 1, blocks.Count - last - 1);
    }

    // Funding: / The Port Fund. – a heading like those before it, and a full stop, however little is between them.
    static bool IsLastAnswer(StoryBlock heading, StoryBlock answer) => heading.IsHeading && answer.IsPlain && answer.LinkShare == 0 && answer.Text is [.., '.' or '。'];

    static bool AreLabels(IEnumerable<StoryBlock> edge, List<StoryBlock> all)
    {
        double weight = all.Sum(block => block.Weight);
        return edge.Sum(block => block.Weight) <= MaxLabelShare * weight || IsMenu(edge)
            || edge.Count() <= MaxLabels && edge.All(block => block.Weight <= MaxShortLabelWeight) && all.Where(block => block.IsProse).Sum(block => block.Weight) > weight / 2;
    }

    // Links and the headings over them: where else the site leads.
    static bool IsMenu(IEnumerable<StoryBlock> edge)
    {
        List<StoryBlock> lines = [.. edge.Where(block => !block.IsHeading)];
        return lines.Count >= MinMenuLines && lines.Where(block => block.LinkShare >= 0.95).Sum(block => block.Weight) >= MinMenuShare * lines.Sum(block => block.Weight);
    }

    static bool SaysTheSame(string text, string? headlineLetters) =>
        headlineLetters is not null && text.Length >= headlineLetters.Length && PlainText.Letters(text).Equals(headlineLetters, StringComparison.OrdinalIgnoreCase);

    // Who made a picture: what it is, and by, of or a colon.
    [GeneratedRegex(
        @"^(?:(?:file|stock|cover|lead|header|featured?|top|main) )?(?:photo|photograph|photography|picture|image|illustration|graphic|artwork|video|credit)s?(?: (?:credit|source|courtesy))?s?(?:\s*[:：/©]|\s+(?:by|courtesy of|via)\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PictureCredit();

    [GeneratedRegex(
        @"^(?:advert(?:isement)?s?$|continue reading|story continues|read (?:more|next|the full|also)|see (?:more|also):|more:|also on |watch:|file photo|getty images|click here|sign (?:in|up)\b|get the latest|like this story|log in|share(?: this)?\b|tweet$|print$|email$|follow us|subscribe|related:|skip to content|loading|this slideshow requires|image \d+ of|\d+ of \d+|caption$|close$|compare (?:new|used) car|copy link|" +
        @"related coverage|we want to hear|to (?:view|read|continue reading) (?:the|this) .{0,40}subscribe|if you['’]?re (?:already )?(?:seeing|a subscriber)|already a (?:subscriber|member)|first-time subscribers|for the latest (?:news|stories|headlines)\b|download (?:the|our) .{0,30}apps?\b|support (?:our|independent) journalism|this (?:post|article|page) contains (?:references|affiliate)|release date:|.{0,40}\bis not responsible for the (?:opinions|content)|advertisement\b.{0,30}below$|" +
        @"正文$|关键[字词]|本文来源|播报文章|（?\(?编辑[:：]|点击|扫一扫|分享到|分享$|返回搜狐|查看更多|展开|收起|举报|责任编辑|责编|编辑[:：]|原标题|来源[:：]|时间[:：]|发布于|打开APP|关注我们|听新闻|字号|打印|" +
        @"続きを読む|関連記事|あわせて読みたい|この記事をシェア|ツイート|シェア|印刷|写真[:：]|画像[:：]|広告$)|\((?:Image|Photo|Pic|Picture)s?:[^)]*\)\s*$|^©|^\(?Photo by |all rights reserved|（編集[:：]|未经(?:书面)?授权|版权所有|無断転載|請按此|阅读 \(",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Label();

    [GeneratedRegex(
        @"^(?:you (?:may|might) also|related (?:articles?|stories|posts?|content|topics|news|links|reading)|related$|don[’']t miss$|recommended|more (?:from|on|stories|news|articles|like)|most (?:read|popular|viewed)|don'?t miss|tell us what you think|like this:|comments?(?: \(\d+\))?$|leave a (?:comment|reply)|share this|about the authors?|read next|trending|latest (?:news|stories)|sponsored|tags?:|filed under|explore more|keep reading|what to read next|popular (?:posts|articles)|further reading$|the contents of this site|" +
        @"热门(?:推荐|文章)|更多|免责声明|声明[:：]|本文来源|上一篇|下一篇|扫描二维码|转载请注明|おすすめ(?:記事)?$|人気記事|ランキング|著者プロフィール|コメント(?:する)?$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex End();

    [GeneratedRegex(@"^(?:references|bibliography|works cited|参考(?:文献|资料|資料)|參考(?:文獻|資料))(?:\s?[\[［【].{1,6}[\]］】])?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex References();

    // In Chinese and Japanese pages these stand below the story only, and more than the story may follow.
    [GeneratedRegex(
        @"^(?:你可能|您可能|查看更多|相关(?:新闻|阅读|文章|推荐|报道|链接)|推荐阅读|延伸阅读|相關(?:新聞|文章)|延伸閱讀|更多新聞|猜你喜欢|大家都在看|其他人[也正都]?在看|大家也在看|首页 \| |平台声明|以上内容（|网友评论|为您推荐|不喜欢$|関連(?:記事|ニュース|リンク|キーワード)|関連するニュース|あわせて読みたい|この記事の関連|前の記事|次の記事)",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StrongEnd();
}
