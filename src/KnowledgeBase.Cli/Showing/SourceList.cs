using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Crawling.Health;
using KnowledgeBase.Editorial;
using Spectre.Console;

namespace KnowledgeBase.Cli.Showing;

/// <summary>Shows the health of sources to a person: a line that says how each is, and under it what that rests on.</summary>
sealed class SourceList(Desk desk, ContentFolder content)
{
    const string Indent = "          ";

    readonly Names _names = new(content, Language.English);

    /// <param name="shown">Those to list.</param>
    /// <param name="all">Those to count.</param>
    public void Show(ImmutableArray<SourceHealth> shown, ImmutableArray<SourceHealth> all)
    {
        foreach (SourceHealth source in shown)
            Show(source);
        string counts = string.Join(", ", all.GroupBy(source => source.Condition).OrderBy(group => group.Key).Select(group => $"{group.Count()} {WordOf(group.Key)}"));
        desk.Output.WriteLine($"{Count.Of(all.Length, "source")}: {counts}");
    }

    void Show(SourceHealth source)
    {
        desk.OutputConsole.Write(new Text(WordOf(source.Condition).PadRight(Indent.Length), new Style(foreground: ColorOf(source.Condition), decoration: source.IsFlagged ? Decoration.Bold : Decoration.None)));
        desk.Output.WriteLine($"{_names.Publisher(source.PublisherId)} · {source.Kind.ToString().ToLowerInvariant()} · {source.Url}");
        foreach (string line in LinesOf(source))
            desk.Output.WriteLine(Indent + line);
        desk.Output.WriteLine();
    }

    static IEnumerable<string> LinesOf(SourceHealth source)
    {
        if (source.Condition == SourceCondition.New)
        {
            yield return "not polled yet";
            yield break;
        }
        string answered = source.SucceededAt is { } at ? $"last answered well {Moment(at)}" : "never answered well in the last four weeks";
        yield return source.Failures > 0 ? $"{source.Outcome} ({Count.Of(source.Failures, "failure")} in a row); {answered}" : $"{answered}: {source.Outcome}";
        yield return $"{source.LastDay} new in 24 hours, {UsualOf(source)}; {FreshOf(source)}; next poll {(source.DueAt is { } due ? Moment(due) : "soon")}";
        if (source.Sample is { } sample)
            yield return $"{(source.Failures > 0 ? "last good sample" : "sample")}: {sample}";
    }

    static string UsualOf(SourceHealth source) => source.UsualDay is { } usual
        ? string.Create(CultureInfo.InvariantCulture, $"usually {usual:0.#} ({source.UsualLow:0.#}–{source.UsualHigh:0.#})") : "watched for less than a week";

    static string FreshOf(SourceHealth source) => source.FreshAt is { } fresh ? $"last new {Moment(fresh)}" : "nothing new in four weeks";

    static string Moment(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    static string WordOf(SourceCondition condition) => condition.ToString().ToLowerInvariant();

    static Color ColorOf(SourceCondition condition) => condition switch
    {
        SourceCondition.Failing => Color.Red,
        SourceCondition.Silent or SourceCondition.Unusual => Color.Yellow,
        SourceCondition.Well => Color.Green,
        _ => Color.Default,
    };
}
