using System.Collections.Immutable;
using System.Text;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Tests;

static class Examples
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    public static Article Article(string url) => new()
    {
        Id = ArticleId.Of(url),
        Url = url,
        Language = Language.English,
        Kind = ArticleKind.News,
        PublisherId = "example",
        Headline = "A headline",
        Body = "First paragraph.\n\nSecond paragraph.",
    };

    public static FetchedPage Page(string url, string body) => new()
    {
        Url = url,
        FinalUrl = url,
        PublisherId = "example",
        FetchedAt = Noon,
        Status = 200,
        Headers = [KeyValuePair.Create("Content-Type", "text/html"), KeyValuePair.Create("ETag", "\"1\"")],
        Body = Encoding.UTF8.GetBytes(body),
    };

    public static ImmutableArray<T> Many<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];
}
