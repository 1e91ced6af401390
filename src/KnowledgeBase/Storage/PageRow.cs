using System.Text.Json;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Storage;

/// <summary>A stored page as the database gives it.</summary>
/// <remarks>Settable properties: SQLite and PostgreSQL give whole numbers of different widths, which constructors would not take.</remarks>
sealed class PageRow
{
    public const string Select =
        """
        SELECT url AS Url, final_url AS FinalUrl, publisher AS PublisherId, page.fetched_at AS FetchedAt, status AS Status, headers AS Headers, body AS Body,
            title AS Title, published_at AS PublishedAt, language AS Language
        FROM page
        """;

    public string Url { get; set; } = "";

    public string FinalUrl { get; set; } = "";

    public string PublisherId { get; set; } = "";

    public long FetchedAt { get; set; }

    public int Status { get; set; }

    public string Headers { get; set; } = "[]";

    public byte[] Body { get; set; } = [];

    public string? Title { get; set; }

    public long? PublishedAt { get; set; }

    public string? Language { get; set; }

    public FetchedPage ToPage() => new()
    {
        Url = Url,
        FinalUrl = FinalUrl,
        PublisherId = PublisherId,
        FetchedAt = DateTimeOffset.FromUnixTimeMilliseconds(FetchedAt),
        Status = Status,
        Headers = [.. JsonSerializer.Deserialize<string[][]>(Headers)!.Select(header => KeyValuePair.Create(header[0], header[1]))],
        Body = PackedBody.Expand(Body),
        Hints = new()
        {
            Title = Title,
            PublishedAt = PublishedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
            Language = Articles.Language.Find(Language),
        },
    };
}
