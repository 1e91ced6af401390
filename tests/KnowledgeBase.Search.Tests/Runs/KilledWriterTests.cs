using System.Diagnostics;
using System.Globalization;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Search.Tests.Runs;

public sealed class KilledWriterTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("kb-killed-").FullName;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Fifty; KB_KILLS sets another number.</summary>
    static int Kills => int.TryParse(Environment.GetEnvironmentVariable("KB_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out int kills) ? kills : 50;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_writer_killed_again_and_again_leaves_an_index_that_is_the_ledger_at_its_revision()
    {
        long revision = 0;
        for (int i = 0; i < Kills; i++)
        {
            await KillAsync(WriterProcess.Start(_folder));
            long next = Check(revision);
            // Each writer was killed after it had indexed something.
            Assert.NotEqual(revision, next);
            revision = next;
        }
        await using Ledger ledger = await Ledger.OpenFolderAsync(_folder, Cancel);
        var articles = new ArticleStore(ledger);
        using (ArticleIndex index = ArticleIndex.OpenForWriting(_folder, Examples.Content))
            await index.UpdateAsync(articles, TimeProvider.System, null, Cancel);
        Assert.Equal(await articles.RevisionAsync(Cancel), Check(revision));
    }

    // Returns the revision the index is at.
    long Check(long before)
    {
        using ArticleIndex index = ArticleIndex.OpenForWriting(_folder, Examples.Content);
        Assert.Null(index.RebuildReason);
        Assert.InRange(index.Revision, before, long.MaxValue);
        Dictionary<string, string> expected = History.At(index.Revision);
        Assert.Equal(expected.Count, index.Count);
        foreach ((string word, string name) in expected)
            Assert.Equal([Articles.ArticleId.Of(name)], index.Search(new SearchQuery { Text = word }).Hits.Select(hit => hit.Id));
        return index.Revision;
    }

    static async Task KillAsync(Process process)
    {
        using (process)
        {
            Assert.Equal("writing", await process.StandardOutput.ReadLineAsync(Cancel));
            await Task.Delay(Random.Shared.Next(400), Cancel);
            Assert.False(process.HasExited);
            // SIGKILL: no handler runs.
            process.Kill();
            await process.WaitForExitAsync(Cancel);
        }
    }
}
