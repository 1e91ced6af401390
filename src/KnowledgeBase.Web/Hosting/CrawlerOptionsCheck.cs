using System.ComponentModel.DataAnnotations;
using KnowledgeBase.Crawling;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Checks the ranges of <see cref="CrawlerOptions"/> when the site starts; what they mean together is told by <see cref="CrawlerOptions.FindProblem"/>, and only stops the crawler.</summary>
sealed class CrawlerOptionsCheck : IValidateOptions<CrawlerOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CrawlerOptions options)
    {
        List<ValidationResult> mistakes = [];
        return Validator.TryValidateObject(options, new ValidationContext(options), mistakes, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(mistakes.Select(mistake => $"Crawler:{mistake.MemberNames.FirstOrDefault()}: {mistake.ErrorMessage}"));
    }
}
