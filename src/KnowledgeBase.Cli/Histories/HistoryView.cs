using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Cli.Setup;
using Spectre.Console;

namespace KnowledgeBase.Cli.Histories;

/// <summary>Shows the versions of a story to a person: what went with a minus, what came with a plus, after the sentence both have.</summary>
sealed class HistoryView(Desk desk)
{
    static readonly Style Gone = new(foreground: Color.Red), Come = new(foreground: Color.Green), Quiet = new(decoration: Decoration.Dim);

    public void Show(string url, ImmutableArray<StoryVersion> versions)
    {
        string headline = versions.LastOrDefault(version => version.Headline is not null)?.Headline ?? "no article";
        desk.OutputConsole.Write(new Text(headline + "\n", new Style(decoration: Decoration.Bold)));
        desk.Output.WriteLine(url);
        desk.Output.WriteLine(Count.Of(versions.Length, "version"));
        for (int i = 0; i < versions.Length; i++)
            Show(versions[i], isFirst: i == 0);
    }

    void Show(StoryVersion version, bool isFirst)
    {
        desk.Output.WriteLine();
        string what = version.Refusal is { } refusal ? $"no article: {refusal}"
            : isFirst ? "first fetched"
            : version.Changes.IsEmpty ? "the story is the same; only the page around it changed"
            : Count.Of(version.Changes.Length, "change");
        desk.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{version.FetchedAt.ToUniversalTime():yyyy-MM-dd HH:mm} UTC: {what}"));
        foreach (StoryChange change in version.Changes)
            Show(change);
    }

    void Show(StoryChange change)
    {
        desk.Output.WriteLine($"  {change.Part}");
        if (change.Before is { } shared)
            Write("    ", shared, Quiet);
        foreach (string sentence in change.Removed)
            Write("  - ", sentence, Gone);
        foreach (string sentence in change.Added)
            Write("  + ", sentence, Come);
    }

    void Write(string mark, string sentence, Style style) => desk.OutputConsole.Write(new Text($"{mark}{sentence}\n", style));
}
