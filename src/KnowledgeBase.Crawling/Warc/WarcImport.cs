using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KnowledgeBase.Articles;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Robots;
using KnowledgeBase.Crawling.Sources;
using KnowledgeBase.Editorial;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Warc;

/// <summary>What an import did.</summary>
/// <param name="Stored">Pages stored.</param>
/// <param name="Skipped">Records that are no page we may keep, belong to no publisher, or are older than what is stored.</param>
/// <param name="Damaged">Records that are broken; the others were read all the same.</param>
/// <param name="Problem">What was wrong with the first broken record, or that the file is no web archive; null when all was well.</param>
public sealed record WarcImportReport(int Stored, int Skipped, int Damaged, string? Problem);

/// <summary>Stores the pages of a web archive, ours or another's, such as those of Common Crawl's CC-NEWS.</summary>
/// <param name="content">Whose publishers the pages belong to, by their sites.</param>
/// <param name="ledger">Where the pages go.</param>
/// <param name="options">How large a page may be.</param>
public sealed class WarcImport(ContentFolder content, Ledger ledger, CrawlerOptions options)
{
    readonly PageStore _pages = new(ledger);
    readonly ImmutableArray<(Uri Home, string Id)> _homes =
        [.. content.Publishers.Where(publisher => publisher.Home is not null).Select(publisher => (new Uri(publisher.Home!), publisher.Id))];

    /// <summary>Stores what a file holds. A broken record stops nothing: those before and after it are stored.</summary>
    /// <param name="from">The file, packed or not; it must be one that can be sought in.</param>
    /// <param name="publisherId">The publisher of pages that name none and whose site is no known publisher's; null passes over them.</param>
    /// <param name="progress">Hears how many records are read; null when nobody listens.</param>
    /// <param name="cancel">Gives up; what is stored stays.</param>
    public async Task<WarcImportReport> ReadAsync(Stream from, string? publisherId, IProgress<StageProgress>? progress, CancellationToken cancel)
    {
        var reader = new WarcReader(from, options.MaxBodyBytes * 2);
        (int stored, int skipped, int read) = (0, 0, 0);
        WarcRecord? response = null;
        await foreach (WarcRecord record in reader.ReadAsync(cancel))
        {
            read++;
            progress?.Report(new(read, null, record.Find("WARC-Target-URI") ?? record.Type));
            bool isMetadata = record.Type == "metadata" && record.Find("WARC-Concurrent-To") == response?.Find("WARC-Record-ID");
            // A response waits one record long for what is said of it.
            if (response is not null)
                Count(await KeepAsync(response, isMetadata ? FieldsOf(record) : null, publisherId, cancel));
            response = record.Type == "response" ? record : null;
        }
        if (response is not null)
            Count(await KeepAsync(response, null, publisherId, cancel));
        return new(stored, skipped, reader.Damaged, read == 0 ? "It holds no record of a web archive." : reader.FirstDamage);

        void Count(bool isStored) => (stored, skipped) = isStored ? (stored + 1, skipped) : (stored, skipped + 1);
    }

    async Task<bool> KeepAsync(WarcRecord record, ILookup<string, string>? said, string? publisherId, CancellationToken cancel)
    {
        if (FindPage(record, said, publisherId) is not { } page || (await _pages.FindAsync(page.Url, cancel))?.FetchedAt >= page.FetchedAt)
            return false;
        await _pages.AddLinksAsync([new() { Url = page.Url, PublisherId = page.PublisherId, SourceUrl = "warc", Hints = page.Hints }], page.FetchedAt, cancel);
        await _pages.SavePageAsync(page, new(page.Url, page.FetchedAt, "fetched", "imported", page.Status, page.Body.Length, TimeSpan.Zero), dueAt: null, cancel);
        return true;
    }

    FetchedPage? FindPage(WarcRecord record, ILookup<string, string>? said, string? publisherId)
    {
        string target = record.Find("WARC-Target-URI")?.Trim('<', '>') ?? "";
        if (!Uri.TryCreate(target, UriKind.Absolute, out Uri? address) || Redirect.FindProblem(address) is not null
            || !DateTimeOffset.TryParse(record.Find("WARC-Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            || ArchivedResponse.Find(record.Block, options.MaxBodyBytes) is not { Status: 200 } response)
            return null;
        bool isPage = MediaKind.FindMismatch(Answer.FindHeader(response.Headers, "Content-Type"), response.Body.Span, Wanted.Page) is null
            && !PageDirectives.Of(response.Headers, response.Body.Span).IsNoIndex;
        string? publisher = said?["publisher"].FirstOrDefault() ?? _homes.Where(home => WebSite.AreOne(home.Home, address)).Select(home => home.Id).FirstOrDefault() ?? publisherId;
        return !isPage || publisher is null ? null : new()
        {
            Url = CanonicalLink.Find(said?["askedFor"].FirstOrDefault() ?? target, address) ?? target,
            FinalUrl = target,
            PublisherId = publisher,
            FetchedAt = date,
            Status = response.Status,
            Headers = response.Headers,
            Body = response.Body,
            Hints = HintsOf(said),
        };
    }

    static PageHints HintsOf(ILookup<string, string>? said) => said is null ? new() : new()
    {
        Title = said["title"].FirstOrDefault(),
        PublishedAt = DateTimeOffset.TryParse(said["published"].FirstOrDefault(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at) ? at : null,
        Language = Language.Find(said["language"].FirstOrDefault()),
    };

    static ILookup<string, string> FieldsOf(WarcRecord record) =>
        Encoding.UTF8.GetString(record.Block.Span).Split("\r\n").Where(line => line.Contains(": ", StringComparison.Ordinal))
            .ToLookup(line => line[..line.IndexOf(": ", StringComparison.Ordinal)], line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..], StringComparer.OrdinalIgnoreCase);
}
