using System.ComponentModel.DataAnnotations;
using KnowledgeBase.Crawling;
using Microsoft.Extensions.Configuration;

namespace KnowledgeBase.Cli.Setup;

/// <summary>The crawler's options from environment variables: <c>Crawler__Contact</c>, <c>Crawler__AllowedPrivateEndpoints__0</c> and so on, as for the site.</summary>
static class CrawlerSettings
{
    /// <summary>The environment that the options count in, Production unless something else is said, as for the site: it keeps private networks closed.</summary>
    public static string EnvironmentName => Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? "Production";

    /// <summary>The options, ready to fetch with.</summary>
    /// <exception cref="MistakeException">Nothing may be fetched with them; the message says what to do.</exception>
    public static CrawlerOptions RequireReady(string? contact)
    {
        CrawlerOptions options = Read(contact);
        return options.FindProblem(EnvironmentName) is { } problem ? throw new MistakeException(problem) : options;
    }

    public static CrawlerOptions Read(string? contact)
    {
        IConfigurationSection section = new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection("Crawler");
        try
        {
            CrawlerOptions options = section.Get<CrawlerOptions>() ?? new();
            Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
            return string.IsNullOrWhiteSpace(contact) ? options : options with { Contact = contact.Trim() };
        }
        catch (Exception e) when (e is InvalidOperationException or ValidationException)
        {
            throw new MistakeException($"An environment variable of the crawler can't be used: {e.Message}", e);
        }
    }
}
