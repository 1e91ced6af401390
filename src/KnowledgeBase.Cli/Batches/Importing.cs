using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KnowledgeBase.Articles;
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

    // With a transaction for each article 20,000 of them took 24 s, with these 18.
    const int LinesAtATime = 200;

    readonly ArticleStore _articles = new(ledger);
    readonly ReadingLog _log = new(ledger);
    readonly List<(Storage.Reading, Article)> _read = [];
    readonly List<Article> _exported = [];
    int _done;
    int _unchanged;
    int _failed;

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
        try
        {
            await foreach (PlacedLine line in JsonLines.ReadAsync(file, desk, cancel))
            {
                Read(line);
                if (_read.Count + _exported.Count == LinesAtATime)
                    await KeepAsync(cancel);
                progress.Report(new(_done + _unchanged + _failed + _read.Count + _exported.Count, null, line.Place));
            }
        }
        catch (MistakeException)
        {
            // A file that breaks off: what stands before is kept.
            await KeepAsync(cancel);
            throw;
        }
        await KeepAsync(cancel);
        return new StageReport("import", _done, _unchanged, _failed, desk.Time.GetElapsedTime(started));
    }

    void Read(PlacedLine line)
    {
        try
        {
            ArticleLine read = ArticleLine.Read(line.Text, vocabulary);
            if (read.Origin is null)
                _exported.Add(read.Article);
            else
                _read.Add((new(read.Origin, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line.Text))), Reader, desk.Time.GetUtcNow(), read.Article.Id, "read"), read.Article));
        }
        catch (JsonException e)
        {
            _failed++;
            desk.Remark($"{line.Place}: {e.Message}");
        }
    }

    async Task KeepAsync(CancellationToken cancel)
    {
        IEnumerable<SaveOutcome> outcomes = [.. await _articles.SaveAllAsync(_exported, cancel), .. await _log.SaveAllAsync(_read, cancel)];
        foreach (SaveOutcome outcome in outcomes)
        {
            if (outcome == SaveOutcome.Unchanged)
                _unchanged++;
            else
                _done++;
        }
        _exported.Clear();
        _read.Clear();
    }
}
