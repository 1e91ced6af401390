using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Pages;

/// <summary>Tells, before anything is read, why what a server sent can't be an article.</summary>
static class PageRefusal
{
    /// <summary>A story of this size does not exist; pages that large are lists or data.</summary>
    const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>The reason in one line, or null when it may be an article.</summary>
    public static string? Find(FetchedPage page)
    {
        if (page.Status is < 200 or > 299)
            return $"the server answered with status {page.Status}";
        if (page.Body.Length > MaxBytes)
            return $"the page has {page.Body.Length / 1024 / 1024} MB; at most {MaxBytes / 1024 / 1024} are read";
        if (page.Body.Span.Trim(" \t\r\n\0"u8).IsEmpty)
            return "the page is empty";
        return FindByContent(page.Body.Span) ?? FindByLabel(page.FindHeader("Content-Type"), page.Body.Span);
    }

    static string? FindByContent(ReadOnlySpan<byte> body) => body switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "it is a picture (PNG), not a page",
        [0xFF, 0xD8, 0xFF, ..] => "it is a picture (JPEG), not a page",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "it is a picture (GIF), not a page",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => "it is a picture or sound (RIFF), not a page",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "it is a PDF; only its address is kept",
        [(byte)'P', (byte)'K', 3, 4, ..] => "it is a ZIP archive or office document, not a page",
        _ => null,
    };

    static string? FindByLabel(string? contentType, ReadOnlySpan<byte> body)
    {
        string type = (contentType ?? "").Split(';')[0].Trim();
        bool isForeign = type.Contains('/', StringComparison.Ordinal)
            && !type.Contains("html", StringComparison.OrdinalIgnoreCase) && !type.Contains("xml", StringComparison.OrdinalIgnoreCase);
        // Servers that know no better say text/plain or octet-stream of everything.
        bool isVague = type.Equals("text/plain", StringComparison.OrdinalIgnoreCase) || type.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase);
        return isForeign && !(isVague && body.TrimStart(" \t\r\n\u00EF\u00BB\u00BF"u8) is [(byte)'<', ..]) ? $"it is {type}, not a page" : null;
    }
}
