using KnowledgeBase.Editorial;

namespace KnowledgeBase.Cli.Inputs;

/// <summary>Tells whose a page is that comes without a publisher's id, so that it is read by that publisher's rules.</summary>
static class PublisherByAddress
{
    /// <summary>The publisher whose home page stands on the host of an address; null when none does, or more than one.</summary>
    public static Publisher? Find(ContentFolder content, string url)
    {
        string? host = HostOf(url);
        Publisher[] found = host is null ? [] : [.. content.Publishers.Where(publisher => HostOf(publisher.Home) == host)];
        return found is [var only] ? only : null;
    }

    static string? HostOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? (address.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? address.IdnHost[4..] : address.IdnHost) : null;
}
