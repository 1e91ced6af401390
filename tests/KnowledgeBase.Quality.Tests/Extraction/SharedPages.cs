using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KnowledgeBase.Quality.Tests.Extraction;

/// <summary>The pages and scorers that stand beside the repository; not everybody has them.</summary>
sealed class SharedPages
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly string _folder;

    SharedPages(string folder) => _folder = folder;

    /// <summary>The folder, or a skipped test that says what is missing.</summary>
    public static SharedPages FindOrSkip()
    {
        string folder = Path.Combine(Folder(), "eval", "reading");
        Assert.SkipUnless(Directory.Exists(folder), $"The pages are not there: put them into {folder}, or name the folder above with KB_SHARED.");
        Assert.SkipUnless(Python() is not null, "The scorers need python3: install it.");
        return new(folder);
    }

    public string PathOf(string name) => Path.Combine(_folder, name);

    public byte[] ReadBytes(string name)
    {
        byte[] bytes = File.ReadAllBytes(PathOf(name));
        if (!name.EndsWith(".gz", StringComparison.Ordinal))
            return bytes;
        using var whole = new MemoryStream();
        using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        packed.CopyTo(whole);
        return whole.ToArray();
    }

    /// <summary>Runs a scorer over predictions and returns what it prints.</summary>
    public string Score(string scorer, string gold, IEnumerable<JsonObject> predictions, params string[] options)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, predictions.Select(line => line.ToJsonString(Plain)));
            if (Environment.GetEnvironmentVariable("KB_KEEP_PREDICTIONS") is { Length: > 0 } keep)
                File.Copy(file, Path.Combine(keep, Path.GetFileNameWithoutExtension(scorer) + ".jsonl"), overwrite: true);
            return Run([PathOf($"scorers/{scorer}"), PathOf(gold), file, .. options]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>What stands beside the repository, or where <c>KB_SHARED</c> says.</summary>
    public static string Folder() =>
        Environment.GetEnvironmentVariable("KB_SHARED") is { Length: > 0 } shared ? shared : Path.GetFullPath(Path.Combine(RootFolder(), "..", "shared"));

    public static string RootFolder()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "KnowledgeBase.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("KnowledgeBase.sln is in no folder above the tests.");
    }

    static string Run(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Python()!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output;
    }

    static string? Python() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "python.exe" : "python3"))
            .FirstOrDefault(File.Exists);
}
