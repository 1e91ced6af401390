namespace KnowledgeBase.Crawling.Fetching;

/// <summary>Tells by header and first bytes whether a body is of the sort that was asked for.</summary>
static class MediaKind
{
    /// <summary>Why it is of another sort, or null.</summary>
    public static string? FindMismatch(string? contentType, ReadOnlySpan<byte> body, Wanted wanted)
    {
        if (body.IsEmpty)
            return "it is empty";
        // A server may call anything text/html; the first bytes don't lie.
        if (NameOf(body) is { } kind && !(wanted == Wanted.Source && kind == "a gzip file"))
            return $"it is {kind}, not a page";
        string type = contentType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        bool isPage = type is "" or "application/xhtml+xml" or "application/xml" or "application/octet-stream" || type.StartsWith("text/", StringComparison.Ordinal);
        return wanted != Wanted.Page || isPage ? null : $"it is {type}, not a page";
    }

    // https://mimesniff.spec.whatwg.org/#matching-a-mime-type-pattern, those a news site is likely to send.
    static string? NameOf(ReadOnlySpan<byte> body) => body switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a picture",
        [0xFF, 0xD8, 0xFF, ..] => "a picture",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "a picture",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => "a picture or sound",
        [0, 0, 0, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "a film",
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] or [(byte)'I', (byte)'D', (byte)'3', ..] => "a sound",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP file",
        [0x1F, 0x8B, ..] => "a gzip file",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an Office file",
        [(byte)'M', (byte)'Z', 0x90, ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "a program",
        _ => null,
    };
}
