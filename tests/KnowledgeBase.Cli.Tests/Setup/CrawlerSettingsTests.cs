using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Crawling;

namespace KnowledgeBase.Cli.Tests.Setup;

/// <summary>Tests that change the environment of the process run alone.</summary>
[CollectionDefinition(nameof(EnvironmentOfTheProcess), DisableParallelization = true)]
public sealed class EnvironmentOfTheProcess;

[Collection(nameof(EnvironmentOfTheProcess))]
public sealed class CrawlerSettingsTests : IDisposable
{
    const string Contact = "Crawler__Contact", FirstEndpoint = "Crawler__AllowedPrivateEndpoints__0", SecondEndpoint = "Crawler__AllowedPrivateEndpoints__1",
        Redirects = "Crawler__MaxRedirects";

    public void Dispose()
    {
        foreach (string variable in (string[])[Contact, FirstEndpoint, SecondEndpoint, Redirects])
            Environment.SetEnvironmentVariable(variable, null);
    }

    [Fact]
    public void The_environment_sets_the_crawlers_options_and_the_command_line_goes_before_it()
    {
        Environment.SetEnvironmentVariable(Contact, "desk@example.org");
        Environment.SetEnvironmentVariable(FirstEndpoint, "127.77.0.0/24:8070");
        Environment.SetEnvironmentVariable(SecondEndpoint, "10.0.0.0/8:80");

        CrawlerOptions options = CrawlerSettings.Read(null);

        Assert.Equal("desk@example.org", options.Contact);
        Assert.Equal(["127.77.0.0/24:8070", "10.0.0.0/8:80"], options.AllowedPrivateEndpoints);
        Assert.Equal("other@example.org", CrawlerSettings.Read(" other@example.org ").Contact);
    }

    [Theory]
    [InlineData("many")]
    [InlineData("-1")]
    public void A_setting_that_cannot_be_used_is_told_by_its_name(string redirects)
    {
        Environment.SetEnvironmentVariable(Redirects, redirects);

        Assert.Contains("MaxRedirects", Assert.Throws<MistakeException>(() => CrawlerSettings.Read(null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_settings_the_defaults_hold() => Assert.Equal(new CrawlerOptions().Contact, CrawlerSettings.Read(null).Contact);
}
