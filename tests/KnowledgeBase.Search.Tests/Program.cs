using KnowledgeBase.Search.Tests.Runs;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace KnowledgeBase.Search.Tests;

/// <summary>Runs the tests; or a writer of its own, when a test asks for one.</summary>
static class Program
{
    public static Task<int> Main(string[] arguments) =>
        arguments is ["write", var folder] ? WriterProcess.RunAsync(folder)
        : arguments.Any(argument => argument is "-automated" or "@@") ? ConsoleRunner.Run(arguments)
        : TestPlatformTestFramework.RunAsync(arguments, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}
