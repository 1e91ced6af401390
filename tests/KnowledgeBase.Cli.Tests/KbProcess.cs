using System.Diagnostics;

namespace KnowledgeBase.Cli.Tests;

/// <summary>The program as a process of its own; its standard input says nothing and does not end.</summary>
sealed class KbProcess : IDisposable
{
    readonly Process _process;
    readonly Task<string> _output;
    readonly Task<string> _error;

    KbProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync(Cancel);
        _output = process.StandardOutput.ReadToEndAsync(Cancel);
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Runs it to its end with settings in its environment: exit code and standard error.</summary>
    public static async Task<(int Code, string Error)> RunAsync(string[] args, params (string Name, string Value)[] environment)
    {
        using KbProcess process = Start(args, environment);
        return await process.WaitAsync();
    }

    /// <summary>Runs it to its end with settings in its environment: everything it left.</summary>
    public static async Task<Outcome> RunWholeAsync(string[] args, params (string Name, string Value)[] environment)
    {
        using KbProcess process = Start(args, environment);
        (int code, string error) = await process.WaitAsync();
        return new(code, await process._output, error);
    }

    public static KbProcess Start(params string[] args) => Start(args, []);

    static KbProcess Start(string[] args, (string Name, string Value)[] environment)
    {
        string dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var start = new ProcessStartInfo(dotnet, [Path.Combine(AppContext.BaseDirectory, "kb.dll"), .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    public async Task WaitForFileAsync(string file)
    {
        while (!File.Exists(file) && !_process.HasExited)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
    }

    public void Interrupt()
    {
        using Process kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end: exit code and standard error.</summary>
    public async Task<(int Code, string Error)> WaitAsync()
    {
        await _process.WaitForExitAsync(Cancel).WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, Cancel);
        return (_process.ExitCode, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
