using System.Globalization;
using KnowledgeBase.Reading.Tests.Runs;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace KnowledgeBase.Reading.Tests;

/// <summary>Runs the tests; or a measurement, when a person asks for it.</summary>
static class Program
{
    public static Task<int> Main(string[] arguments) =>
        arguments is ["throughput", .. var pages] ? Task.FromResult(Throughput.Run(pages is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : null))
        : arguments.Any(argument => argument is "-automated" or "@@") ? ConsoleRunner.Run(arguments)
        : TestPlatformTestFramework.RunAsync(arguments, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}
