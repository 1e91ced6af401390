using System.Collections.Immutable;

namespace KnowledgeBase.Crawling.Warc;

/// <summary>A record of a web archive (ISO 28500).</summary>
/// <param name="Fields">The named fields in the order of the file.</param>
/// <param name="Block">What it holds.</param>
sealed record WarcRecord(ImmutableArray<KeyValuePair<string, string>> Fields, ReadOnlyMemory<byte> Block)
{
    /// <summary>warcinfo, request, response, metadata and so on.</summary>
    public string Type => Find("WARC-Type") ?? "";

    public string? Find(string name) =>
        Fields.Where(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(field => field.Value).FirstOrDefault();
}
