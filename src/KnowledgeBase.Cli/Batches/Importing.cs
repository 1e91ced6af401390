using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KnowledgeBase.Cli.Inputs;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Cli.Stages;
using KnowledgeBase.Editorial;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Batches;

/// <summary>Keeps the articles of a file of lines; a bad line is told and the others go on.</summary>
/// <remarks>The reading log remembers which given id became which article, so that runs can name it: see <see cref="GivenIds"/>.</remarks>
sealed class Importing(Desk desk, Vocabulary vocabulary, Ledger ledger)
{
    /// <summary>What the reading log says instead of a reader's stamp.</summary>
    const string Reader = "import";

    readonly ArticleStore _articles = new(ledger);
    readonly ReadingLog _log = new(ledger);

    /// <summary>Returns the exit code: 1 when a line was bad.</summary>
    public async Task<int> RunAsync(string file, CancellationToken cancel)
    {
        StageReport report = await new StageDisplay(desk).WatchAsync("import", progress => ImportAsync(file, progress, cancel));
        desk.Output.WriteLine(StageDisplay.Summary(report));
        return report.Failed == 0 ? 0 : 1;
    }

    async Task<StageReport> ImportAsync(string file, IProgress<StageProgress> progress, CancellationToken cancel)
    {
        long started = desk.Time.GetTimestamp();
        int done = 0, unchanged = 0, failed = 0;
        await foreach (PlacedLine line in JsonLines.ReadAsync(file, desk, cancel))
        {
            switch (await KeepAsync(line, cancel))
            {
                case null: failed++; break;
                case SaveOutcome.Unchanged: unchanged++; break;
                default: done++; break;
            }
            progress.Report(new(done + unchanged + failed, null, line.Place));
        }
        return new StageReport("import", done, unchanged, failed, desk.Time.GetElapsedTime(started));
    }

    async Task<SaveOutcome?> KeepAsync(PlacedLine line, CancellationToken cancel)
    {
        try
        {
            ArticleLine read = ArticleLine.Read(line.Text, vocabulary);
            if (read.Origin is null)
                return await _articles.SaveAsync(read.Article, cancel);
            string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line.Text)));
            return await _log.SaveAsync(new(read.Origin, hash, Reader, desk.Time.GetUtcNow(), read.Article.Id, "read"), read.Article, cancel);
        }
        catch (JsonException e)
        {
            desk.Remark($"{line.Place}: {e.Message}");
            return null;
        }
    }
}
