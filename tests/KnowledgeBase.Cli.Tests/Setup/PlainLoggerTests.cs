using KnowledgeBase.Cli.Setup;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Cli.Tests.Setup;

public class PlainLoggerTests
{
    [Fact]
    public void A_warning_is_a_plain_line_with_its_reason_and_without_stack_trace()
    {
        Assert.Equal("warning: a page can't be read: too deep\n", Log(isVerbose: false, LogLevel.Warning));
        Assert.Equal("", Log(isVerbose: false, LogLevel.Information));
    }

    [Fact]
    public void Verbose_tells_the_whole_exception()
    {
        Assert.Contains("InvalidDataException", Log(isVerbose: true, LogLevel.Warning), StringComparison.Ordinal);
        Assert.StartsWith("note: a page", Log(isVerbose: true, LogLevel.Debug), StringComparison.Ordinal);
    }

    static string Log(bool isVerbose, LogLevel level)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var desk = new Desk(Stream.Null, TextWriter.Null, error, TimeProvider.System);
        var reason = new InvalidDataException("too deep");
        new PlainLogger<Desk>(desk, isVerbose).Log(level, default, "a page can't be read", reason, (state, _) => state);
        return error.ToString();
    }
}
