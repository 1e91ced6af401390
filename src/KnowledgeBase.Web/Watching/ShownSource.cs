using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Crawling.Health;

namespace KnowledgeBase.Web.Watching;

/// <summary>What everybody may see of a source's health.</summary>
/// <remarks>The site has no accounts, so whatever it shows is public. Left out is what could tell of a network or carry a key: addresses of an intranet, whatever
/// stands behind the question mark of an address, and the errors in the words of the network; <c>kb sources</c> shows them to the operator.</remarks>
/// <param name="Health">The health; its address, outcome and sample are not for show.</param>
/// <param name="Address">Host and path; null when it is not public.</param>
/// <param name="Link">Where it can be opened; null when it is not public, or would need what is left out.</param>
/// <param name="Sample">The first article of the last good poll; null when there is none to show.</param>
/// <param name="Bars">New articles of each day, to be drawn.</param>
sealed record ShownSource(SourceHealth Health, string? Address, string? Link, string? Sample, ImmutableArray<DayBar> Bars)
{
    // What is left of an address that is no article's title.
    const string Scheme = "://";

    // Names that never lead to the public internet (RFC 6761, 6762, 8375) and those that intranets use.
    static readonly ImmutableArray<string> PrivateEndings = [".localhost", ".local", ".internal", ".intranet", ".lan", ".home", ".corp", ".private", ".home.arpa"];

    /// <summary>What may be seen of a source.</summary>
    public static ShownSource Of(SourceHealth health)
    {
        bool isPublic = Uri.TryCreate(health.Url, UriKind.Absolute, out Uri? address) && IsPublic(address);
        string? sample = isPublic && health.Sample?.Contains(Scheme, StringComparison.Ordinal) == false ? health.Sample : null;
        return new(
            health,
            isPublic ? $"{address!.Host}{address.AbsolutePath.TrimEnd('/')}" : null,
            isPublic && address!.Query.Length == 0 ? health.Url : null,
            sample,
            DayBar.Of(health.Days));
    }

    /// <summary>Why it fails: the part of the label's key after <c>sources.why.</c></summary>
    public string Reason => Health switch
    {
        { IsDisallowed: true } => "disallowed",
        { Status: 404 or 410 } => "gone",
        { Status: 401 or 402 or 403 or 407 or 451 } => "notLetIn",
        { Status: 429 or 503 } => "askedTooMuch",
        { Status: >= 400 } => "answers",
        { Status: not null } => "unreadable",
        _ => "noAnswer",
    };

    /// <summary>What a usual day brings: 8–15, or one number; null while it is watched for less than a week.</summary>
    public string? Usual => Health switch
    {
        { UsualLow: { } low, UsualHigh: { } high } when Math.Ceiling(low) < Math.Floor(high) => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(low):0}–{Math.Floor(high):0}"),
        { UsualDay: { } usual } => usual.ToString("0", CultureInfo.InvariantCulture),
        _ => null,
    };

    static bool IsPublic(Uri address) =>
        address.HostNameType == UriHostNameType.Dns && address.IsDefaultPort && address.UserInfo.Length == 0 && address.Host.Contains('.', StringComparison.Ordinal)
        && !PrivateEndings.Any(ending => address.Host.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
