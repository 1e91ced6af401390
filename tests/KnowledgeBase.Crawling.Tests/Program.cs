using KnowledgeBase.Crawling.Tests.Runs;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace KnowledgeBase.Crawling.Tests;

/// <summary>Runs the tests; or, when a test asks for it, a crawler of its own in this process.</summary>
static class Program
{
    public static Task<int> Main(string[] arguments) =>
        arguments is ["crawl", .. var rest] ? CrawlerProcess.RunAsync(rest)
        : arguments.Any(argument => argument is "-automated" or "@@") ? ConsoleRunner.Run(arguments)
        : TestPlatformTestFramework.RunAsync(arguments, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}
