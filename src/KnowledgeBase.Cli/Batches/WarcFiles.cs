using KnowledgeBase.Cli.Inputs;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Cli.Stages;
using KnowledgeBase.Crawling.Warc;
using KnowledgeBase.Editorial;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Batches;

/// <summary>Takes pages in from web archives and writes them out.</summary>
sealed class WarcFiles(Session session, Ledger ledger)
{
    /// <summary>True when a file is a web archive, by its name or its first bytes.</summary>
    public static async Task<bool> IsOneAsync(string name, Desk desk, CancellationToken cancel)
    {
        if (name == PackedStream.StandardInput)
            return false;
        if (name.EndsWith(".warc", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase))
            return true;
        await using Stream stream = await PackedStream.OpenAsync(name, desk, cancel);
        byte[] first = new byte[5];
        try
        {
            return await stream.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancel) == first.Length && first.AsSpan().SequenceEqual("WARC/"u8);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Stores the pages of an archive. Returns the exit code: 1 when a record was broken.</summary>
    public async Task<int> ImportAsync(string name, string? publisher, CancellationToken cancel)
    {
        ContentFolder content = session.ReadContent();
        if (publisher is not null && content.FindPublisher(publisher) is null)
            throw new MistakeException($"There is no publisher '{publisher}' under {Path.Combine(content.Path, "publishers")}: correct the id or add the publisher there.");
        await using FileStream file = PackedStream.OpenFile(name);
        var import = new WarcImport(content, ledger, CrawlerSettings.Read(null));
        WarcImportReport done = await new StageDisplay(session.Desk).WatchAsync<WarcImportReport>("import", progress => import.ReadAsync(file, publisher, progress, cancel));
        session.Desk.Output.WriteLine($"import: {Count.Of(done.Stored, "page")} stored, {done.Skipped} passed over, {Count.Of(done.Damaged, "broken record")}");
        if (done.Problem is { } problem)
            session.Desk.Remark($"{name}: {problem}{(done.Damaged > 1 ? $" And {done.Damaged - 1} more." : "")}");
        if (done.Stored == 0 && done.Skipped > 0)
            session.Desk.Remark("note: No page was new and of a known publisher. Pages belong to the publisher whose home is on the same site; --publisher ID gives the others one.");
        return done.Problem is null ? 0 : 1;
    }

    public async Task<int> ExportAsync(string name, CancellationToken cancel)
    {
        await using var file = PartFile.Open(name);
        var export = new WarcExport(ledger, CrawlerSettings.Read(null), session.Desk.Time);
        int written = await new StageDisplay(session.Desk).WatchAsync<int>("export", progress => export.WriteAsync(file.Stream, progress, cancel));
        await file.KeepAsync();
        session.Desk.Remark($"export: {Count.Of(written, "page")}");
        return 0;
    }
}
