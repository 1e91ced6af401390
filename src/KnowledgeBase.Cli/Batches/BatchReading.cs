using System.Text.Json;
using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Inputs;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Cli.Stages;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading;
using KnowledgeBase.Stages;

namespace KnowledgeBase.Cli.Batches;

/// <summary>Reads many pages or texts and writes what was found, a line each, in the order of the input; nothing is kept.</summary>
sealed class BatchReading(Desk desk, ContentFolder content)
{
    /// <summary>Lines in memory at a time: enough to keep every core busy, however long a page takes.</summary>
    const int LinesAtATime = 64;

    readonly Extractor _extractor = new(content, desk.Time);

    /// <summary>Returns the exit code: 1 when a line could not be read.</summary>
    public async Task<int> RunAsync(string lines, string? file, CancellationToken cancel)
    {
        string folder = lines == PackedStream.StandardInput ? Directory.GetCurrentDirectory() : Path.GetDirectoryName(Path.GetFullPath(lines))!;
        await using OutputFile output = OutputFile.Open(file, desk);
        StageReport report = await new StageDisplay(desk).WatchAsync("read", progress => ReadAsync(lines, folder, output.Writer, progress, cancel));
        await output.KeepAsync();
        desk.Remark(StageDisplay.Summary(report));
        return report.Failed == 0 ? 0 : 1;
    }

    async Task<StageReport> ReadAsync(string lines, string folder, TextWriter writer, IProgress<StageProgress> progress, CancellationToken cancel)
    {
        long started = desk.Time.GetTimestamp();
        int done = 0, failed = 0;
        await foreach (PlacedLine[] some in JsonLines.ReadAsync(lines, desk, cancel).Chunk(LinesAtATime).WithCancellation(cancel))
        {
            foreach (BatchOutput output in some.AsParallel().AsOrdered().WithCancellation(cancel).Select(line => Read(line, folder)))
            {
                await writer.WriteLineAsync(output.ToJson().AsMemory(), cancel);
                (done, failed) = output.Mistake is null ? (done + 1, failed) : (done, failed + 1);
                if (output.Mistake is not null)
                    desk.Remark(output.Mistake);
            }
            progress.Report(new(done + failed, null, some[^1].Place));
        }
        return new StageReport("read", done, 0, failed, desk.Time.GetElapsedTime(started));
    }

    BatchOutput Read(PlacedLine line, string folder)
    {
        string? id = null;
        try
        {
            using var json = JsonDocument.Parse(line.Text);
            var input = new BatchInput(json.RootElement);
            id = input.Id;
            if (input.Text is { } text)
                return BatchOutput.Of(id, _extractor.Extract(text, input.Language));
            return BatchOutput.Of(id, _extractor.Extract(PageOf(input, folder)));
        }
        // One bad line never stops the others.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new BatchOutput { Id = id, Mistake = $"{line.Place}: {e.Message}", Error = e.Message };
        }
    }

    FetchedPage PageOf(BatchInput input, string folder)
    {
        string file = Path.Combine(folder, input.Html ?? throw new JsonException("The line has neither 'html' nor 'text'."));
        // An address nobody has: what it says of the date or the site must not be taken for the page's.
        string url = input.Url ?? "http://localhost/";
        return new()
        {
            Url = url,
            FinalUrl = url,
            PublisherId = PublisherByAddress.Find(content, url)?.Id ?? "",
            FetchedAt = desk.Time.GetUtcNow(),
            Status = 200,
            Headers = input.ContentType is { } type ? [KeyValuePair.Create("Content-Type", type)] : [],
            Body = PackedStream.ReadAllAsync(file, desk, CancellationToken.None).GetAwaiter().GetResult(),
        };
    }
}
