using System.Collections.Immutable;
using System.Globalization;

namespace KnowledgeBase.Web.Watching;

/// <summary>A bar of the days of a source.</summary>
/// <param name="X">Left edge, in units of the drawing.</param>
/// <param name="Height">Height, in units of the drawing; at least 2 where there is any article.</param>
/// <param name="IsLast">True for the last 24 hours.</param>
sealed record DayBar(string X, int Height, bool IsLast)
{
    /// <summary>Days drawn: four weeks.</summary>
    public const int MaxDays = 28;

    /// <summary>Width of a bar.</summary>
    public const int BarWidth = 5;

    /// <summary>From the left edge of a bar to that of the next.</summary>
    public const int Step = 8;

    /// <summary>Width of the drawing.</summary>
    public const int Width = (MaxDays * Step) - (Step - BarWidth);

    /// <summary>Height of the tallest bar.</summary>
    public const int MaxHeight = 32;

    /// <summary>The bars, flush right: a source that is watched for a few days has few.</summary>
    /// <param name="days">Articles of each day, oldest first.</param>
    public static ImmutableArray<DayBar> Of(ImmutableArray<int> days)
    {
        int[] shown = [.. days.TakeLast(MaxDays)];
        int most = shown.Append(1).Max();
        return
        [
            .. shown.Select((count, i) => new DayBar(
                ((MaxDays - shown.Length + i) * Step).ToString(CultureInfo.InvariantCulture),
                count == 0 ? 0 : Math.Max(2, (int)Math.Round((double)MaxHeight * count / most)),
                i == shown.Length - 1)),
        ];
    }
}
