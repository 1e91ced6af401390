using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Markup;
using KnowledgeBase.Crawling.Robots;
using KnowledgeBase.Editorial;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Sources;

/// <summary>A page that lists articles; a CSS selector says which links count, another one where the list goes on.</summary>
sealed class ListingSource(Publisher publisher, SourceAddress address, Fetcher fetcher) : ISource
{
    /// <summary>New articles stand on the first pages of a list.</summary>
    const int MaxPages = 5;

    public async Task<Harvest> PollAsync(SourceState? before, CancellationToken cancel)
    {
        var links = new LinkList(publisher, address);
        FetchResult result = await fetcher.FetchAsync(new(address.Url, Wanted.Source, publisher.Gap, before?.ETag, before?.LastModified), cancel);
        if (result is not FetchResult.Fetched first)
            return new(result, []);
        try
        {
            var met = new HashSet<string>(StringComparer.Ordinal) { address.Url };
            for (FetchResult.Fetched? page = first; page is not null;)
            {
                string? next = Collect(page, links);
                bool goesOn = next is not null && met.Count < MaxPages && met.Add(next);
                page = goesOn ? await fetcher.FetchAsync(new(next!, Wanted.Source, publisher.Gap), cancel) as FetchResult.Fetched : null;
            }
        }
        catch (DomException)
        {
            return new(new FetchResult.Failed($"the selector '{address.Links}' or '{address.Next}' can't be read as CSS", IsLasting: true), []);
        }
        return new(result, links.Links);
    }

    string? Collect(FetchResult.Fetched page, LinkList links)
    {
        using IHtmlDocument document = new HtmlParser().ParseDocument(MarkupDecoder.Decode(page.Body.Span, page.FindHeader("Content-Type")).Text);
        Uri around = new(page.FinalUrl);
        if (document.QuerySelector("base[href]")?.GetAttribute("href") is { } named && Uri.TryCreate(around, named, out Uri? said))
            around = said;
        if (PageDirectives.Of(page).IsNoFollow)
            return null;
        foreach (IElement link in document.QuerySelectorAll(address.Links!).Where(link => !IsNoFollow(link)))
            links.Add(link.GetAttribute("href"), around, PlainTitle.Find(link.TextContent));
        return address.Next is null ? null : CanonicalLink.Find(document.QuerySelector(address.Next)?.GetAttribute("href"), around);
    }

    static bool IsNoFollow(IElement link) => link.GetAttribute("rel")?.Contains("nofollow", StringComparison.OrdinalIgnoreCase) == true;
}
