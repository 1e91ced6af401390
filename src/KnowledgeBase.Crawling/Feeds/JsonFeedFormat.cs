using System.Collections.Immutable;
using System.Text.Json;

namespace KnowledgeBase.Crawling.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/).</summary>
sealed class JsonFeedFormat : IFeedFormat
{
    static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    public Feed? Find(FeedText text)
    {
        if (text.Root is not null || text.Text.AsSpan().TrimStart() is not ['{', ..])
            return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text.Text.TrimStart('\uFEFF'), Lenient);
            return Read(document.RootElement, text.Address);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static Feed? Read(JsonElement root, Uri address)
    {
        string version = TextOf(root, "version") ?? "";
        if (!version.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) && ItemsOf(root, "items").Length == 0)
            return null;
        return new()
        {
            Version = version.EndsWith("1.1", StringComparison.Ordinal) ? "json11" : "json1",
            Title = TextOf(root, "title"),
            Link = Address(root, "home_page_url", address),
            Self = Address(root, "feed_url", address),
            Description = TextOf(root, "description"),
            Language = TextOf(root, "language"),
            Author = AuthorOf(root),
            Hubs = [.. ItemsOf(root, "hubs").Select(hub => Address(hub, "url", address)).OfType<string>()],
            Entries = [.. ItemsOf(root, "items").Where(entry => entry.ValueKind == JsonValueKind.Object).Select(entry => ReadEntry(entry, address))],
        };
    }

    static FeedEntry ReadEntry(JsonElement entry, Uri address) => new()
    {
        Id = TextOf(entry, "id"),
        Title = TextOf(entry, "title"),
        Link = Address(entry, "url", address) ?? Address(entry, "external_url", address),
        Summary = TextOf(entry, "summary"),
        Content = TextOf(entry, "content_html") ?? TextOf(entry, "content_text"),
        Author = AuthorOf(entry),
        PublishedAt = FeedDate.Find(TextOf(entry, "date_published")),
        UpdatedAt = FeedDate.Find(TextOf(entry, "date_modified")),
        Categories = [.. ItemsOf(entry, "tags").Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!)],
        Enclosures = [.. ItemsOf(entry, "attachments").Select(file => Address(file, "url", address)).OfType<string>()],
    };

    static string? AuthorOf(JsonElement element)
    {
        IEnumerable<JsonElement> authors = element.TryGetProperty("author", out JsonElement author) ? [author] : [];
        return ItemsOf(element, "authors").Concat(authors).Select(one => TextOf(one, "name")).FirstOrDefault(name => name is not null);
    }

    static string? Address(JsonElement element, string name, Uri address) => FeedAddress.Find(TextOf(element, name), address);

    // Numbers stand where text should: an id is often one.
    static string? TextOf(JsonElement element, string name) =>
        element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out JsonElement value) ? null
        : value.ValueKind switch
        {
            JsonValueKind.String when value.GetString() is { Length: > 0 } text => text,
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };

    static ImmutableArray<JsonElement> ItemsOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement items) && items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray()] : [];
}
