using KnowledgeBase.Crawling.Tests.Runs;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace KnowledgeBase.Crawling.Tests;

/// <summary>Runs the tests; or a crawler of its own, when a test asks for one; or a measurement, when a person does.</summary>
static class Program
{
    public static Task<int> Main(string[] arguments) =>
        arguments is ["crawl", .. var rest] ? CrawlerProcess.RunAsync(rest)
        : arguments is ["throughput"] ? Throughput.RunAsync()
        : arguments.Any(argument => argument is "-automated" or "@@") ? ConsoleRunner.Run(arguments)
        : TestPlatformTestFramework.RunAsync(arguments, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}
