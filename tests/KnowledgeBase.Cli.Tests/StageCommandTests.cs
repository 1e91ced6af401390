using KnowledgeBase.Articles;
using KnowledgeBase.Search;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Tests;

public sealed class StageCommandTests : IDisposable
{
    readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Run_reads_and_indexes_what_editors_wrote_even_when_nobody_is_crawled()
    {
        _place.WriteBrief("kobe-rent", "en", "Kobe pays half the rent", "The city covers half of the rent.");

        Outcome run = await _place.RunAsync("run");

        Assert.Equal(0, run.Code);
        Assert.StartsWith("note: Nothing is crawled: no publisher is enabled.", Assert.Single(run.Remarks), StringComparison.Ordinal);
        Assert.Collection(
            run.Lines,
            line => Assert.StartsWith("read: 1 read, 0 unchanged, 0 failed in ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("index: 1 indexed, 0 unchanged, 0 failed in ", line, StringComparison.Ordinal));
        Assert.StartsWith("1 article ", (await _place.RunAsync("search", "rent")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crawl_without_enabled_publishers_or_contact_says_what_to_do()
    {
        Outcome nobody = await _place.RunAsync("crawl");
        _place.Write("content/publishers/times.yml", "- {id: times, en: The Times, kind: newspaper, language: en, enabled: true, sources: [{feed: \"http://127.0.0.1:9/feed\"}]}\n");
        Outcome anonymous = await _place.RunAsync("crawl");

        Assert.Equal((1, 1), (nobody.Code, anonymous.Code));
        Assert.Contains("enabled: true", nobody.Error, StringComparison.Ordinal);
        Assert.Contains("--contact", anonymous.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_crawls_a_newspaper_over_HTTP_and_makes_it_searchable()
    {
        using var newspaper = new Newspaper();
        _place.Write("content/publishers/times.yml", $"- {"{"}id: times, en: The Port Times, kind: newspaper, language: en, enabled: true, gap: 0, sources: [{"{"}feed: \"{newspaper.Home}feed.xml\"{"}"}]{"}"}\n");
        string[] args = ["run", "--contact", "desk@example.org", "--data", _place.Data, "--content", _place.Content];

        (int code, string error) = await KbProcess.RunAsync(args, ("Crawler__AllowedPrivateEndpoints__0", $"127.0.0.0/8:{newspaper.Port}"), ("DOTNET_ENVIRONMENT", "Development"));

        Assert.Equal(0, code);
        Assert.Contains("private networks", error, StringComparison.Ordinal);
        Assert.Contains("The Port Times", (await _place.RunAsync("search", "rent")).Output, StringComparison.Ordinal);
        Assert.Equal("Kobe pays half the rent", (await _place.RunAsync("read", newspaper.Home + "news/1.html")).Lines[0]);
    }

    [Fact]
    public async Task A_page_that_nobody_crawled_is_fetched_under_the_crawlers_rules()
    {
        using var newspaper = new Newspaper();
        string[] args = ["read", newspaper.Home + "news/1.html", "--data", _place.Data, "--content", _place.Content];
        (string, string) contact = ("Crawler__Contact", "desk@example.org");

        (int anonymous, string who) = await KbProcess.RunAsync(args);
        (int guarded, string where) = await KbProcess.RunAsync(args, contact);
        (int allowed, string nothing) = await KbProcess.RunAsync(args, contact, ("Crawler__AllowedPrivateEndpoints__0", $"127.0.0.0/8:{newspaper.Port}"), ("DOTNET_ENVIRONMENT", "Development"));

        Assert.Equal((1, 1, 0), (anonymous, guarded, allowed));
        Assert.Contains("Crawler:Contact", who, StringComparison.Ordinal);
        Assert.Contains("can't be fetched", where, StringComparison.Ordinal);
        Assert.Empty(nothing);
    }

    [Fact]
    public async Task Mistakes_in_content_are_told_and_stop_nothing()
    {
        _place.WriteBrief("kobe-rent", "en", "Kobe pays half the rent", "The city covers half of the rent.");
        _place.Write("content/articles/2019/broken/en.md", "No front matter.\n");

        Outcome outcome = await _place.RunAsync("read");

        Assert.StartsWith("warning: 1 mistake in ", Assert.Single(outcome.Remarks), StringComparison.Ordinal);
        Assert.StartsWith("read: 1 read", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_tells_each_step()
    {
        _place.WriteBrief("kobe-rent", "en", "Kobe pays half the rent", "The city covers half of the rent.");

        Assert.Contains("note: brief:2019/kobe-rent/en: read", (await _place.RunAsync("read", "--verbose")).Remarks);
    }

    [Fact]
    public async Task An_interrupted_run_ends_with_130_and_the_next_one_goes_on()
    {
        _place.WriteBrief("kobe-rent", "en", "Kobe pays half the rent", "The city covers half of the rent.");
        _place.Input = new EndlessLines();
        using var interruption = new CancellationTokenSource(TimeSpan.FromSeconds(2), TimeProvider.System);

        Outcome interrupted = await _place.RunUntilAsync(["import", "-"], interruption.Token);
        Outcome next = await _place.RunAsync("run");

        Assert.Equal(130, interrupted.Code);
        Assert.Equal("kb: stopped. What was done is kept; the same command goes on from there.", interrupted.Remarks[^1]);
        await using Ledger ledger = await _place.OpenLedgerAsync();
        Assert.NotNull(await new ArticleStore(ledger).FindAsync(ArticleId.Of("import:n1"), TestContext.Current.CancellationToken));
        Assert.Equal(0, next.Code);
    }

    [Fact]
    public async Task Ctrl_c_ends_a_process_that_waits()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A process can't be sent Ctrl-C there.");
        using KbProcess process = KbProcess.Start("import", "-", "--data", _place.Data, "--content", _place.Content);
        await process.WaitForFileAsync(Path.Combine(_place.Data, "knowledge.db"));

        process.Interrupt();

        Assert.Equal((130, "kb: stopped. What was done is kept; the same command goes on from there.\n"), await process.WaitAsync());
    }

    [Fact]
    public async Task A_second_process_on_the_same_index_is_told_who_holds_it()
    {
        await _place.RunAsync("run");
        using var writer = ArticleIndex.OpenForWriting(_place.Data, _place.ReadContent());
        using KbProcess process = KbProcess.Start("index", "--data", _place.Data, "--content", _place.Content);

        (int code, string error) = await process.WaitAsync();

        Assert.Equal(1, code);
        Assert.Contains($"{Environment.ProcessId}", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    /// <summary>Standard input of a program that never stops writing articles.</summary>
    sealed class EndlessLines : Stream
    {
        int _count;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            byte[] line = System.Text.Encoding.UTF8.GetBytes($$"""{"id":"n{{++_count}}","lang":"en","title":"Number {{_count}}","text":"Text."}""" + "\n");
            line.CopyTo(buffer, offset);
            return line.Length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
