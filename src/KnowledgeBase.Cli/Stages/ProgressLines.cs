using System.Globalization;
using KnowledgeBase.Stages;

namespace KnowledgeBase.Cli.Stages;

/// <summary>One stage as lines of a log: one every ten seconds, so that a log stays readable and a long run is seen to live.</summary>
sealed class ProgressLines(string name, TextWriter log, TimeProvider time) : IProgress<StageProgress>
{
    static readonly TimeSpan Gap = TimeSpan.FromSeconds(10);

    readonly Lock _lock = new();
    long _writtenAt = time.GetTimestamp();

    public void Report(StageProgress value)
    {
        lock (_lock)
        {
            if (time.GetElapsedTime(_writtenAt) < Gap)
                return;
            _writtenAt = time.GetTimestamp();
            string total = value.Total is { } all ? string.Create(CultureInfo.InvariantCulture, $" of {all:N0}") : "";
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value.Done:N0}{total}, now {value.Current}"));
        }
    }
}
