using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KnowledgeBase.Web.Syndication;

/// <summary>JSON Feed, version 1.1.</summary>
sealed class JsonFeedFormat : IFeedFormat
{
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Name => "JSON Feed";

    public string Extension => "json";

    public string MediaType => "application/feed+json";

    public byte[] Write(Feed feed) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = feed.Title,
            ["description"] = feed.Description,
            ["home_page_url"] = feed.Page,
            ["feed_url"] = feed.Self,
            ["language"] = feed.Language.Tag,
            ["items"] = new JsonArray([.. feed.Entries.Select(EntryOf)]),
        },
        Options);

    static JsonObject EntryOf(FeedEntry entry)
    {
        var item = new JsonObject
        {
            ["id"] = entry.Id,
            ["url"] = entry.Address,
            ["title"] = entry.Title,
            ["content_text"] = entry.Summary,
            ["language"] = entry.Language.Tag,
            ["authors"] = new JsonArray(new JsonObject { ["name"] = entry.Author }),
            ["tags"] = new JsonArray([.. entry.Categories.Select(category => JsonValue.Create(category))]),
        };
        if (entry.PublishedAt is { } at)
            item["date_published"] = XmlText.Moment(at);
        return item;
    }
}
