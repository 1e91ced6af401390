using System.Text.Json;
using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Inputs;

namespace KnowledgeBase.Cli.Batches;

/// <summary>A line that names a page or holds a text: <c>{"id", "html", "url", "content_type"}</c> or <c>{"id", "text", "lang"}</c>.</summary>
sealed class BatchInput(JsonElement line)
{
    public string Id { get; } = JsonText.Require(line, "id");

    /// <summary>The file of the page, beside the lines; may be packed with gzip.</summary>
    public string? Html { get; } = JsonText.Find(line, "html");

    public string? Url { get; } = JsonText.Find(line, "url");

    public string? ContentType { get; } = JsonText.Find(line, "content_type");

    public string? Text { get; } = JsonText.Find(line, "text");

    /// <summary>Null leaves it to the reader.</summary>
    public Language? Language { get; } = Language.Find(JsonText.Find(line, "lang"));
}
