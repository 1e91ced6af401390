using System.Security.Cryptography;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Words;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Web.Syndication;

/// <summary>Where feeds are: the address of any search page, with the format after the word "search".</summary>
static class FeedAddresses
{
    public static void MapFeeds(this WebApplication app) =>
        app.MapGet("/{lang:language}/search.{extension}", AnswerAsync);

    static async Task<IResult> AnswerAsync(string extension, HttpContext context, FeedMaking making, CancellationToken cancel)
    {
        if (FeedFormats.Find(extension) is not { } format)
            return Results.NotFound();
        SearchQuery query = AskedQuery.Of(context.Request);
        Feed feed = await making.MakeAsync(query, format, cancel);
        byte[] bytes = format.Write(feed);
        // Feed readers ask often: who has the same bytes already gets none. The tag is weak because compression may change them on the way.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"", isWeak: true);
        return Results.Bytes(bytes, $"{format.MediaType}; charset=utf-8", lastModified: feed.UpdatedAt, entityTag: tag);
    }
}
