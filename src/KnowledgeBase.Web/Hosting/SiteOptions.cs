using System.ComponentModel.DataAnnotations;
using KnowledgeBase.Search;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Hosting;

/// <summary>How the site is run. Each can be a line of <c>appsettings.json</c>, an environment variable (<c>Pipeline__Interval</c>) or an argument (<c>--Pipeline:Interval</c>).</summary>
sealed record SiteOptions
{
    /// <summary>The data folder; empty means <c>KB_DATA</c>, else <c>indexes</c> of the repository.</summary>
    public string Data { get; init; } = "";

    /// <summary>The content folder; empty means <c>KB_CONTENT</c>, else <c>content</c> of the repository.</summary>
    public string Content { get; init; } = "";

    /// <summary>The connection string of a PostgreSQL ledger; empty means <c>KB_LEDGER</c>, else SQLite in the data folder.</summary>
    public string Ledger { get; init; } = "";

    /// <summary>The address under which readers know the site (<c>https://kb.example.org</c>), for feeds and links that leave it; empty means the address of each request.</summary>
    public string PublicAddress { get; init; } = "";

    /// <summary>The stages that run inside the site.</summary>
    [Required, ValidateObjectMembers]
    public PipelineOptions Pipeline { get; init; } = new();

    /// <summary>How much of the machine searching may take.</summary>
    [Required, ValidateObjectMembers]
    public SearchOptions Search { get; init; } = new();
}

/// <summary>Checks <see cref="SiteOptions"/> when the site starts.</summary>
[OptionsValidator]
sealed partial class SiteOptionsValidator : IValidateOptions<SiteOptions>;

/// <summary>The stages that run in the background of the site.</summary>
sealed record PipelineOptions
{
    /// <summary>False leaves crawling, reading and indexing to <c>kb</c>; the site then only searches.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>The pause between two runs. One minute: an editor sees a change soon, and a run that finds nothing costs milliseconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(1);
}
