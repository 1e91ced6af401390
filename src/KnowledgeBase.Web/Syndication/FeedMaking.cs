using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Stories;
using KnowledgeBase.Web.Words;

namespace KnowledgeBase.Web.Syndication;

/// <summary>Makes the feed of a search.</summary>
sealed class FeedMaking(ReadingRoom room, Visitor visitor, FacetNames names)
{
    // What a feed shows of a text without summary: enough to decide whether to open it. A guess, not yet measured.
    const int MaxSummaryCharacters = 300;

    /// <summary>The newest articles that answer a search.</summary>
    /// <param name="query">The search; order and page are set to the newest.</param>
    /// <param name="format">The format it will be written in.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Feed> MakeAsync(SearchQuery query, IFeedFormat format, CancellationToken cancel)
    {
        SearchQuery newest = query with { Order = SearchOrder.Newest, Page = 1 };
        ImmutableArray<FoundArticle> found = await HitList.LoadAsync(room.Search(newest with { Reader = visitor.Language }), room, cancel);
        ImmutableArray<FeedEntry> entries = [.. found.Select(EntryOf)];
        return new(
            TitleOf(query),
            visitor.Fill("feed.description", TitleOf(query)),
            visitor.Origin + names.AddressOf(newest with { Order = SearchOrder.Relevance }),
            visitor.Origin + names.FeedOf(query, format.Extension),
            visitor.Language,
            entries.Select(entry => entry.PublishedAt).Max() ?? DateTimeOffset.UnixEpoch,
            entries);
    }

    string TitleOf(SearchQuery query)
    {
        IEnumerable<string> chosen = Facet.All.SelectMany(facet => query.ChosenOf(facet).Select(value => names.Of(facet, value)));
        string[] parts = [.. new[] { query.Text }.Where(text => text.Length > 0), .. chosen];
        return parts.Length == 0 ? visitor["site.name"] : $"{string.Join(visitor["list.and"], parts)} – {visitor["site.name"]}";
    }

    // Named after the story: when a reprint comes later, readers are not told the same twice.
    FeedEntry EntryOf(FoundArticle found) => EntryOf(found.Article, found.Versions.First);

    FeedEntry EntryOf(Article article, ArticleId story) => new(
        $"tag:kb,2026:{story}",
        visitor.Origin + visitor.To($"article/{article.Id}"),
        article.Headline,
        SummaryOf(article),
        names.Of(Facet.Publisher, article.PublisherId),
        article.Language,
        article.PublishedAt ?? (article.Published is { } day ? new DateTimeOffset(day.FirstDay, TimeOnly.MinValue, TimeSpan.Zero) : null),
        [.. article.Topics.Select(topic => names.Of(Facet.Topic, topic)), .. article.Cities.Select(city => names.Of(Facet.City, city))]);

    string SummaryOf(Article article)
    {
        Publisher? publisher = room.Content.FindPublisher(article.PublisherId);
        if (article.Summary is { } summary && !DisplayedStory.IsHeadlineOnly(publisher))
            return summary;
        DisplayedStory story = DisplayedStory.Of(article, publisher);
        string text = story.Blocks.IsEmpty ? "" : story.Blocks[0].Span.In(article.Body);
        if (text.Length <= MaxSummaryCharacters)
            return text;
        int end = char.IsHighSurrogate(text[MaxSummaryCharacters - 1]) ? MaxSummaryCharacters - 1 : MaxSummaryCharacters;
        return text[..end] + "…";
    }
}
