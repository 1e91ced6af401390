using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>Whom a line names as the author of a page.</summary>
/// <param name="Names">The names; none when the line names nobody.</param>
/// <param name="IsSure">True when one of them is a person's full name; false for what may be a login, a desk or a company.</param>
readonly partial record struct AuthorNames(ImmutableArray<string> Names, bool IsSure)
{
    /// <summary>A longer line is a text about the author. A guess.</summary>
    const int MaxLineCharacters = 600;

    /// <summary>A longer one is no name. A guess.</summary>
    const int MaxNameCharacters = 40;

    const int MaxNameWords = 5;

    /// <summary>Of a name in Han characters or kana: long enough for foreigners and editorial offices, too short for a sentence. A guess.</summary>
    const int MaxIdeographs = 16;

    /// <summary>Nobody.</summary>
    public static AuthorNames None => new([], false);

    /// <summary>The names of a line that is nothing but a byline.</summary>
    public static AuthorNames In(string line)
    {
        if (line.Length > MaxLineCharacters || WebAddress.Find(line) is not null)
            return None;
        string text = Labelled().Match(line) is { Success: true } labelled ? labelled.Groups["names"].Value : Prefix().Replace(line, "");
        text = LastNameFirst().Replace(Tail().Replace(Aside().Replace(text, " "), ""), "${first} ${last}");
        string[] parts = [.. Separator().Split(text).Select(Trim).Where(part => part.Length > 0)];
        string[] own = [.. parts.Where(part => !Degree().IsMatch(part))];
        // What follows the names are posts and the house they write for.
        return Of((own.Length == 0 ? parts : own).TakeWhile((part, at) => IsName(part) && (at == 0 || !Collective().IsMatch(part))));
    }

    /// <summary>All who are named in one of these lines.</summary>
    public static AuthorNames InEach(IEnumerable<string> lines) => Of(lines.SelectMany(line => In(line).Names));

    /// <summary>The names in a line that says what it is (By Mei Tanaka · 文：田中芽衣 · 东京9月15日电（记者 王小明）), or none.</summary>
    public static AuthorNames Told(string line)
    {
        if (Reporters().Match(line) is { Success: true } reporters)
            return Of(reporters.Groups["names"].Value.Split([' ', '　', '、'], StringSplitOptions.RemoveEmptyEntries).Where(IsName));
        if (Signed().Match(line) is { Success: true } signed)
            return In(signed.Groups["names"].Value);
        return (Labelled().IsMatch(line) || By().IsMatch(line)) && In(line) is { IsSure: true } told ? told : None;
    }

    /// <summary>True for words that only lead to a name (By, Author:, 文：).</summary>
    public static bool IsPrefix(string text) => text.Length < MaxNameCharacters && Prefix().Replace(text + " ", "").Trim().Length == 0;

    static AuthorNames Of(IEnumerable<string> names)
    {
        ImmutableArray<string> distinct = [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
        return new(distinct, distinct.Any(IsFullName));
    }

    // The point of J. stays, and that of Jr.
    static string Trim(string part) => Initial().IsMatch(part) ? Bare(part) + "." : Bare(part);

    static string Bare(string part) => part.Trim(' ', '　', '.', ',', '|', '·', '•', '●', '-', '—', '–', '*', '：', ':', '(', ')', '[', ']', '［', '］', '《', '》', '"', '\'', '“', '”');

    static bool IsName(string part)
    {
        string[] words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return part.Length is > 1 and <= MaxNameCharacters && words.Length <= MaxNameWords && !(PlainText.IsIdeographic(part[0]) && part.Length > MaxIdeographs) && part.Any(char.IsLetter) && part.All(IsOfName) && !NoName().IsMatch(part) && AreOfName(words);
    }

    // Mei Tanaka, Ursula von der Leyen, mei tanaka, tanaka85; not "writes about wine".
    static bool AreOfName(string[] words) =>
        words.Length == 1 || (words.Length == 2 && words.All(word => char.IsLower(word[0]))) || (!char.IsLower(words[^1][0]) && words.All(word => !char.IsLower(word[0]) || Particle().IsMatch(word)));

    /// <summary>True for a person's first and last name.</summary>
    public static bool IsFullName(string name) => !Collective().IsMatch(name) && (PlainText.IsIdeographic(name[0]) || name.Contains(' ', StringComparison.Ordinal));

    static bool IsOfName(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is ' ' or '.' or '\'' or '’' or '-' or '‐' or '・' or '·' or '＝' or '=' or '_' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    [GeneratedRegex(@"(?:作者|记者|記者|撰文|文字|責任編集|责任编辑|责编|编辑|編集|執筆|取材[・/／]?文|(?<![^\s|｜])文)\s{0,2}[:：/／●◎＝]\s{0,2}(?<names>[^\s:：|｜0-9]{2,20}(?:[\s、,，·](?![^\s]{2,6}[:：]|翻訳|訳者|编辑|編集|责任|責任|来源)[^\s:：|｜0-9]{2,12}){0,3})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"(?:[（(][^（）()]{0,10}|^[一-鿿]{0,10}[ 　]?)(?:记者|記者)[ 　:：]{0,3}(?<names>(?:[一-鿿]{2,4}|[一-鿿·]{5,12})(?:[ 　、]{1,3}(?:[一-鿿]{2,4}|[一-鿿·]{5,12})){0,5})[ 　]{0,3}(?:[)）／/]|$|发自|發自)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reporters();

    [GeneratedRegex(@"^[\[［](?<names>[^\[\]［］]{2,30}[，,][^\[\]［］]{2,20})[\]］]$|^【[^】＝=]{1,12}[＝=](?<names>[^】]{2,20})】", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Signed();

    [GeneratedRegex(@"^(?i:(?:(?:posted|written|story|words|text|reported)\s+)?by)[:\s]+\p{Lu}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"^(?:(?:(?:posted|written|story|words|text|reported|updated|published|medically reviewed)\s+)?by(?:[:\s]+|(?=[A-Z]))|(?:about the )?authors?(?:[:\s]+|$)|(?:投稿者|著者|作者|訳者?|文|筆者|撰文)\s*[:：/／●]?\s+|文\s*[:：/／●]\s*|[一-鿿]{0,8}\s?(?:记者|記者)[ 　]?(?=[一-鿿]))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s*(?:[|•—]|\s[·@–-]\s|\bon\s+(?=[A-Z0-9])|\s(?:for|of|from|at|in|is)\s|\b(?:Posted|Published|Updated|Last updated)\b|(?:19|20)[0-9]{2}[-/年]|\b(?:" + DateText.Months + @")[a-z]{0,6}\.?\s+[0-9]{1,2}(?:st|nd|rd|th)?\b|\b[0-9]{1,2}[:/ ]).*$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Tail();

    [GeneratedRegex(@"[（(][^()（）]{0,80}[)）]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Aside();

    /// <summary>Tanaka, Mei; two who are called by one name each are rarer.</summary>
    [GeneratedRegex(@"^\s*(?<last>\p{Lu}[\p{Ll}'’-]+), (?<first>\p{Lu}\p{Ll}+(?: \p{Lu}\.?)?)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LastNameFirst();

    [GeneratedRegex(@"\s*(?:[,;，；、/／&|]|\b(?:and|with)\b)\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?:[A-Z]{2,5}|Ph\.?\s?D|M\.?D|Dr|Jr|Sr|Esq)\.?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Degree();

    [GeneratedRegex(@"(?:\b\p{Lu}|\b[JS]r)\.\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Initial();

    [GeneratedRegex(@"^(?:de|da|di|do|du|del|della|dos|la|le|el|al|bin|ibn|van|von|der|den|ter|ten|y|e|zu)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Particle();

    [GeneratedRegex(@"\b(?:about|advertis\w*|anonymous|articles?|contact|contributors?|coordinator|correspondent|demo|director|editors?|engineer|event|heading[0-9]*|login|manager|menu|newsletter|photo(?:s|graph\w*)?|privacy|producer|profile|published|reporter|resources?|specialist|subscribe|undefined|unknown|updates?|updated|videos?|webinar|webmaster|writer)\b|^(?:(?:admin|administrator|all|author|authors|by|blog|comments?|editorial|follow|guest|guide|home|in|log|me|more|name|news|none|null|page|posts?|edit|read|reply|search|share|sign|staff|support|team|us|view)\b\s?)+$|(?-i:[a-z]\.[a-z])|javascript|手机版|質問者|即時報導|共同|時事|新华社|ロイター|报道|来源|來源|出典|登录|评论|分享|更新|公開|公开|記事|一覧|プロフィール|返信|ログイン|关于|阅读|时间|日期|写真|図片|图片|提供|広告|广告|声明|本文|全文", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NoName();

    [GeneratedRegex(@"\b(?:team|desk|staff|newsroom|bureau|collective|inc|llc|ltd|corp|company|news|media|group|magazine|times|journal|daily|agency|association|university|ministry|institute)\.?$|(?:编辑部|編集部|編輯部|新闻|新聞|ニュース|网|網|社|報|报|委员会|委員会|株式会社|有限公司|研究所|総研|事務局|办公室|省|庁|厅)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Collective();
}
