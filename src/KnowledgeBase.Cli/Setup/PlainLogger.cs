using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Cli.Setup;

/// <summary>Tells warnings of the stages as plain lines; every step when asked to.</summary>
sealed class PlainLogger<T>(Desk desk, bool isVerbose) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= (isVerbose ? LogLevel.Debug : LogLevel.Warning);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        string line = $"{WordOf(logLevel)}: {formatter(state, exception)}";
        desk.Remark(exception is null ? line : isVerbose ? $"{line}\n{exception}" : $"{line}: {exception.Message}");
    }

    static string WordOf(LogLevel level) => level switch
    {
        LogLevel.Warning => "warning",
        LogLevel.Error or LogLevel.Critical => "error",
        _ => "note",
    };
}
