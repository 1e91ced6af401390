using System.Globalization;
using System.Runtime.InteropServices;

namespace KnowledgeBase.Benchmarks;

/// <summary>What this process has used, as Linux counts it.</summary>
static partial class Usage
{
    const int ProcessCpuClock = 2;
    const int ThreadCpuClock = 3;

    /// <summary>CPU time of all threads, compiler and garbage collector among them, in seconds.</summary>
    public static double ProcessCpuSeconds => Read(ProcessCpuClock);

    /// <summary>CPU time of this thread, in seconds.</summary>
    public static double ThreadCpuSeconds => Read(ThreadCpuClock);

    /// <summary>The most memory it had at once, in MB.</summary>
    public static int PeakMemoryMegabytes => Status("VmHWM");

    /// <summary>The memory it has, in MB.</summary>
    public static int MemoryMegabytes => Status("VmRSS");

    static int Status(string name)
    {
        string line = File.ReadLines("/proc/self/status").First(each => each.StartsWith(name + ":", StringComparison.Ordinal));
        return int.Parse(line.Where(char.IsAsciiDigit).ToArray(), CultureInfo.InvariantCulture) / 1024;
    }

    static double Read(int clock)
    {
        if (ClockGetTime(clock, out TimeSpec time) != 0)
            throw new InvalidOperationException($"The clock {clock} can't be read: error {Marshal.GetLastPInvokeError()}.");
        return time.Seconds + (time.Nanoseconds / 1e9);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
