using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Crawling;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Inputs;

/// <summary>Finds what <c>kb read</c> is asked to read: a local page, an editor's file, standard input, or a page of the ledger.</summary>
sealed class InputFinder(Session session, ContentFolder content, PageLabels labels)
{
    const string BriefScheme = "brief:";

    /// <exception cref="MistakeException">There is no such thing; the message says what to do.</exception>
    public async Task<ReaderInput> FindAsync(string name, CancellationToken cancel)
    {
        if (labels.PublisherId is { } publisher && content.FindPublisher(publisher) is null)
            throw new MistakeException($"There is no publisher '{publisher}' under {Path.Combine(content.Path, "publishers")}: correct the id or add the publisher there.");
        if (name == PackedStream.StandardInput)
            return new ReaderInput.OfPage(PageOf("http://localhost/", await PackedStream.ReadAllAsync(name, session.Desk, cancel)), []);
        if (File.Exists(name))
            return await ReadFileAsync(Path.GetFullPath(name), cancel);
        if (name.StartsWith(BriefScheme, StringComparison.Ordinal))
            return FindBrief(name[BriefScheme.Length..] + ".md");
        if (IsWebAddress(name))
            return await FindPageAsync(name, cancel);
        if (Directory.Exists(name))
            throw new MistakeException($"{Path.GetFullPath(name)} is a folder: name a page in it, or read many with --batch.");
        throw new MistakeException($"There is no file {Path.GetFullPath(name)}, and '{name}' is no http or https address either.");
    }

    async Task<ReaderInput> ReadFileAsync(string file, CancellationToken cancel)
    {
        if (Path.GetExtension(file).Equals(".md", StringComparison.OrdinalIgnoreCase))
            return FindBrief(Path.GetRelativePath(Path.Combine(content.Path, "articles"), file).Replace('\\', '/'));
        return new ReaderInput.OfPage(PageOf(new Uri(file).AbsoluteUri, await PackedStream.ReadAllAsync(file, session.Desk, cancel)), []);
    }

    ReaderInput.OfBrief FindBrief(string fileInArticles)
    {
        string file = $"articles/{fileInArticles}";
        if (content.Briefs.FirstOrDefault(brief => brief.File == file) is { } brief)
            return new(brief);
        string mistakes = string.Join('\n', content.Problems.Where(problem => problem.File == file).Select(problem => Path.Combine(content.Path, problem.ToString())));
        throw new MistakeException(mistakes.Length > 0
            ? $"The file has mistakes:\n{mistakes}"
            : $"There is no article {Path.GetFullPath(Path.Combine(content.Path, file))}. Markdown is read from articles/<year>/<slug>/{{en,zh,ja}}.md of the content folder; name another one with --content DIR.");
    }

    async Task<ReaderInput> FindPageAsync(string url, CancellationToken cancel)
    {
        await using Ledger ledger = await session.OpenLedgerAsync(cancel);
        var pages = new PageStore(ledger);
        if (await pages.FindAsync(url, cancel) is { } known)
            return new ReaderInput.OfPage(known, (await new PageChain(pages).FindFollowingAsync(known, cancel)).Pages);
        (FetchedPage? page, string? problem) = await new PageFetch(ledger, CrawlerSettings.Read(null), session.Desk.Time).FetchAsync(url, PublisherOf(url), cancel);
        return page is not null ? new ReaderInput.OfPage(page, []) : throw new MistakeException($"{url} is not in the ledger {ledger.Place} and can't be fetched: {problem} The page can also be saved and its file read with --url {url}.");
    }

    FetchedPage PageOf(string fallbackUrl, byte[] body)
    {
        string url = labels.Url ?? fallbackUrl;
        return new()
        {
            Url = url,
            FinalUrl = url,
            PublisherId = PublisherOf(url),
            FetchedAt = session.Desk.Time.GetUtcNow(),
            Status = 200,
            Headers = labels.ContentType is { } type ? [KeyValuePair.Create("Content-Type", type)] : [],
            Body = body,
        };
    }

    string PublisherOf(string url) => labels.PublisherId ?? PublisherByAddress.Find(content, url)?.Id ?? "";

    static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https";
}
