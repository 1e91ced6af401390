using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>Finds the dates people see on a page: beside the headline first, then where elements are named for dates, then further down.</summary>
sealed partial class ShownDates
{
    /// <summary>A date further down belongs to another story.</summary>
    const int MaxLines = 60;

    /// <summary>A date line has a name or a source beside the date; a sentence has more (a guess; a Han character counts as three letters).</summary>
    const int MaxOtherLetters = 36;

    /// <summary>An element with more parts is no date line (a guess).</summary>
    const int MaxParts = 8;

    const string DateElements =
        "[class*=publish i], [id*=publish i], [class*=pubtime i], [id*=pubtime i], [class*=post-date i], [class*=entry-date i], [class*=article-date i], [class*=article-time i], " +
        "[class*=byline i], [class*=dateline i], [class*=timestamp i], [class*=post-meta i], [class*=entry-meta i], [class*=article-info i], [class*=date i], [id*=date i], [class*=time i], [class*=info i], [class*=source i]";

    readonly IDocument _document;
    readonly ShownLines _lines;
    readonly int _maxLineCharacters;

    /// <param name="document">The page.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="maxLineCharacters">Longer lines are no date lines.</param>
    public ShownDates(IDocument document, ShownLines lines, int maxLineCharacters) => (_document, _lines, _maxLineCharacters) = (document, lines, maxLineCharacters);

    /// <summary>The dates found one way after the other. The later ways cost a walk through the page each, and are gone only when the earlier ones were not enough.</summary>
    public static IEnumerable<FoundDate> InTurn(params IEnumerable<Func<IEnumerable<FoundDate>>> ways) => ways.SelectMany(find => find());

    /// <summary>What time elements say that stand beside the story, those after the headline first.</summary>
    public IEnumerable<FoundDate> Times() => _lines.BelowHeadlineFirst(_document.QuerySelectorAll("time[datetime]").Take(MaxLines)).Select(time => Alone(time.GetAttribute("datetime")!)).OfType<FoundDate>();

    /// <summary>The dates of the story, nearest to the headline first.</summary>
    public IEnumerable<FoundDate> All() => InTurn(Close, Further);

    /// <summary>The dates beside a label or beside the headline.</summary>
    public IEnumerable<FoundDate> Close() => InTurn(Labelled, NearHeadline);

    /// <summary>The dates in elements named for dates, and further down.</summary>
    public IEnumerable<FoundDate> Further() => InTurn(InDateElements, BelowHeadline);

    /// <summary>Lines that are nothing but a date, wherever they stand.</summary>
    public IEnumerable<FoundDate> Anywhere() => _lines.All.Where(line => OtherLetters(line.Text) == 0 && !_lines.IsBeside(line.Element)).Select(line => Alone(line.Text)).OfType<FoundDate>();

    /// <summary>The dates beside the headline that leave out the year (9月15日).</summary>
    /// <param name="year">The year that the address of the page tells; null when it tells none.</param>
    /// <param name="latest">The day of the fetch.</param>
    public IEnumerable<FoundDate> WithoutYear(int? year, DateOnly latest) =>
        LinesNearHeadline().Where(line => line.Length <= _maxLineCharacters).Select(line => YearlessDate.Find(line, year, latest)).OfType<FoundDate>();

    /// <summary>The dates that people are told the story was changed on (Updated: October 30, 2024 · 更新日：2024年10月30日).</summary>
    public IEnumerable<FoundDate> Changes() => Labelled(UpdatedLabel(), UpdatedDate());

    /// <summary>Published: October 29, 2024 · 发布时间：2024-10-29</summary>
    IEnumerable<FoundDate> Labelled() => Labelled(PublishedLabel(), LabelledDate());

    /// <summary>The dates behind a label, in its line or in the next.</summary>
    IEnumerable<FoundDate> Labelled(Regex label, Regex labelledDate)
    {
        for (int i = 0; i < _lines.All.Count; i++)
        {
            (IElement element, string text) = _lines.All[i];
            string labelled = label.IsMatch(text) && i + 1 < _lines.All.Count ? $"{text} {_lines.All[i + 1].Text}" : text;
            if (labelled.Length <= 2 * _maxLineCharacters && labelledDate.Match(labelled) is { Success: true } match && !_lines.IsBeside(element) && DateText.FindAlone(match.Groups["date"].Value, _maxLineCharacters) is { } date)
                yield return date;
        }
    }

    IEnumerable<FoundDate> NearHeadline() => LinesNearHeadline().Select(Alone).OfType<FoundDate>();

    IEnumerable<string> LinesNearHeadline() => _lines.NearHeadline().Select(line => line.Text).Where(line => OtherLetters(line) <= MaxOtherLetters);

    IEnumerable<FoundDate> InDateElements() =>
        _lines.BelowHeadlineFirst(_document.QuerySelectorAll(DateElements).Where(element => element.ChildElementCount <= MaxParts)).Take(MaxLines)
            .Select(element => Alone(PlainText.OneLine(element.TextContent))).OfType<FoundDate>();

    IEnumerable<FoundDate> BelowHeadline() =>
        _lines.BelowHeadline(MaxLines).Where(line => !_lines.IsBeside(line.Element)).Select(line => Alone(line.Text)).OfType<FoundDate>();

    /// <summary>Updated Oct. 30, 2024 | Published Oct. 29, 2024: of a line that tells both, the day of publication.</summary>
    FoundDate? Alone(string text) =>
        (text.Length <= _maxLineCharacters && UpdatedDate().IsMatch(text) && PublishedBeside().Match(text) is { Success: true } published ? DateText.Find(published.Groups["date"].Value) : null)
        ?? DateText.FindAlone(text, _maxLineCharacters);

    static int OtherLetters(string line) => PlainText.Weigh(string.Concat(DateWords().Replace(line, "").Where(char.IsLetter)));

    [GeneratedRegex(@"^(?:first\s)?(?:published|posted|publication date|date published|発表日|公開日|掲載日|投稿日|更新日|发布(?:时间|日期)|發布(?:時間|日期)|时间|日期|来源时间)(?:\s(?:on|at))?\s{0,3}[:：]?\s{0,3}(?<date>.{6,60})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LabelledDate();

    [GeneratedRegex(@"^(?:published|posted|publication date|date published|公開日|掲載日|投稿日|发布时间|發布時間)(?:\s(?:on|at))?\s{0,3}[:：]?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PublishedLabel();

    [GeneratedRegex(@"(?:\b(?:published|posted)(?:\s(?:on|at))?|発表日|公開日?時?|掲載日?時?|投稿日?時?|配信日?時?|发布(?:时间|日期|于)?|發布(?:時間|日期|於)?)\s{0,3}[:：]?\s{0,3}(?<date>[^|｜]{6,40})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PublishedBeside();

    [GeneratedRegex(@"(?:^|[|｜·•\s（(])(?:last\s)?(?:(?:updated|modified|revised)(?:\s(?:on|at))?|最終更新日?時?|最后更新(?:时间|日期|于)?|更新(?:日時?|时间|日期|時間|于|於)?|修改(?:时间|日期))\s{0,3}[:：]?\s{0,3}(?<date>.{6,60})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex UpdatedDate();

    [GeneratedRegex(@"^(?:last\s)?(?:(?:updated|modified|revised)(?:\s(?:on|at))?|最終更新日?時?|最后更新(?:时间|日期)?|更新(?:日時?|时间|日期|時間))\s{0,3}[:：]?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex UpdatedLabel();

    [GeneratedRegex(@"\b(?:" + DateText.Months + @")[a-z]{0,6}\b|\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b|\b(?:am|pm|st|nd|rd|th|at|on|JST|GMT|UTC|EST|EDT|PST|PDT|published|posted|updated|last|date)\b|[年月日时時分秒点午前後上下月火水木金土曜星期]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DateWords();
}
