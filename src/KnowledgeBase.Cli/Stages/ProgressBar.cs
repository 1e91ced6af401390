using System.Globalization;
using KnowledgeBase.Stages;
using Spectre.Console;

namespace KnowledgeBase.Cli.Stages;

/// <summary>One stage as a bar in a terminal; the bar runs to and fro as long as nobody knows how much there is.</summary>
sealed class ProgressBar(string name, ProgressContext bars) : IProgress<StageProgress>
{
    /// <summary>So much of an address leaves room for the bar in 80 columns.</summary>
    const int MaxCurrentLength = 32;

    readonly ProgressTask _bar = bars.AddTask(Markup.Escape(name)).IsIndeterminate();

    public void Report(StageProgress value)
    {
        string total = value.Total is { } all ? string.Create(CultureInfo.InvariantCulture, $" of {all:N0}") : "";
        _bar.Description = Markup.Escape(string.Create(CultureInfo.InvariantCulture, $"{name} {value.Done:N0}{total} {EndOf(value.Current)}"));
        if (value.Total is not > 0)
            return;
        _bar.IsIndeterminate(false);
        _bar.MaxValue = value.Total.Value;
        _bar.Value = value.Done;
    }

    // The end of an address tells more than its beginning.
    static string EndOf(string current) => current.Length <= MaxCurrentLength ? current : string.Concat("…", current.AsSpan(current.Length - MaxCurrentLength));
}
