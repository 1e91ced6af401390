namespace KnowledgeBase.Reading.Bodies;

/// <summary>Tells addresses on the web from everything else a link can hold.</summary>
static class WebAddress
{
    /// <summary>The absolute http or https address, or null when the text is none.</summary>
    public static string? Find(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out Uri? address) && IsWeb(address) ? text!.Trim() : null;

    /// <summary>The http or https address a reference leads to from a page, or null when it leads elsewhere.</summary>
    public static string? Find(string? reference, Uri page) =>
        !string.IsNullOrWhiteSpace(reference) && Uri.TryCreate(page, reference.Trim(), out Uri? address) && IsWeb(address) ? address.AbsoluteUri : null;

    static bool IsWeb(Uri address) => address.Scheme is "http" or "https" && address.Host.Length > 0;
}
