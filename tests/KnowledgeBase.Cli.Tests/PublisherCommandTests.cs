using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Cli.Tests;

public sealed class PublisherCommandTests : IDisposable
{
    readonly Workplace _place = new();
    readonly Newspaper _newspaper = new();

    public void Dispose()
    {
        _newspaper.Dispose();
        _place.Dispose();
    }

    [Fact]
    public async Task What_is_found_becomes_a_publisher_that_passes_the_check_and_is_not_overwritten()
    {
        string file = _place.PathOf("content/publishers/port-times.yml");

        Outcome found = await _place.RunAtAsync(_newspaper, "publisher", "discover", _newspaper.Home, "--id", "port-times");

        Assert.Equal((0, $"{file}: written, switched off. Read the site's terms, give it its names, then set enabled: true."), (found.Code, Assert.Single(found.Lines)));
        Assert.Contains($"{_newspaper.Home}feed.xml: 1 entry, “The Port Times”", found.Error, StringComparison.Ordinal);
        Publisher publisher = _place.ReadContent().FindPublisher("port-times")!;
        Assert.Equal(("The Port Times: news, and more", false), (publisher.Labels.In(Articles.Language.English), publisher.IsEnabled));
        Assert.Equal([new SourceAddress(SourceKind.Feed, _newspaper.Home + "feed.xml", null, null)], publisher.Sources);
        Assert.Equal(0, (await _place.RunAsync("check")).Code);

        string edited = File.ReadAllText(file) + "# an editor's word\n";
        File.WriteAllText(file, edited);
        Outcome again = await _place.RunAtAsync(_newspaper, "publisher", "discover", _newspaper.Home, "--id", "port-times");
        Assert.Equal((1, edited), (again.Code, File.ReadAllText(file)));
        Assert.Contains("--force", again.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await _place.RunAtAsync(_newspaper, "publisher", "discover", _newspaper.Home, "--id", "port-times", "--force")).Code);
        Assert.DoesNotContain("an editor's word", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_prints_the_file_and_writes_nothing()
    {
        Outcome printed = await _place.RunAtAsync(_newspaper, "publisher", "discover", _newspaper.Home, "--dry-run", "--id", "times");

        Assert.Equal(0, printed.Code);
        Assert.StartsWith("id: times\nkind: newspaper\n", printed.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_place.PathOf("content/publishers/times.yml")));
    }

    [Fact]
    public async Task Mistakes_are_told_and_nothing_is_written()
    {
        _newspaper.On("/bare.html", "text/html", "<p>nothing to follow</p>");
        _newspaper.On("/feed.xml", "text/html", "<p>no feed</p>");

        Outcome bare = await _place.RunAtAsync(_newspaper, "publisher", "discover", _newspaper.Home + "bare.html", "--id", "bare");
        Outcome gone = await _place.RunAtAsync(_newspaper, "publisher", "discover", _newspaper.Home + "gone.html", "--id", "gone");
        Outcome taken = await _place.RunAsync("publisher", "discover", "https://example.org/", "--id", "gazette");
        _place.Write("content/publishers/many.yml", "- {id: chronicle, en: The Chronicle, kind: newspaper, language: en}\n");
        Outcome doubled = await _place.RunAsync("publisher", "discover", "https://example.org/", "--id", "chronicle");
        Outcome odd = await _place.RunAsync("publisher", "discover", "https://example.org/", "--id", "The Times");

        Assert.All((Outcome[])[bare, gone, taken, doubled, odd], outcome => Assert.Equal(1, outcome.Code));
        Assert.Contains("names no feed and no sitemap", bare.Error, StringComparison.Ordinal);
        Assert.Contains("it is gone (404)", gone.Error, StringComparison.Ordinal);
        Assert.Contains("is there already", taken.Error, StringComparison.Ordinal);
        Assert.Contains("Another file", doubled.Error, StringComparison.Ordinal);
        Assert.Contains("can't be an id", odd.Error, StringComparison.Ordinal);
        Assert.Equal(["gazette.yml", "many.yml"], Directory.GetFiles(_place.PathOf("content/publishers")).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("https://www.asahi.com/", "asahi")]
    [InlineData("https://www.boj.or.jp/en/", "boj")]
    [InlineData("https://english.news.cn/", "news")]
    [InlineData("https://example.org/", "example")]
    [InlineData("http://127.0.0.1:8080/", "127-0-0-1-8080")]
    public void An_id_is_made_of_what_people_call_the_site(string url, string id) => Assert.Equal(id, PublisherFile.IdOf(new Uri(url)));

    [Fact]
    public void A_file_that_would_be_a_mistake_is_not_left_behind()
    {
        var file = new PublisherFile(_place.ReadContent(), "broken");

        Assert.Contains("can't be written as a publisher", Assert.Throws<MistakeException>(() => file.Write("id: broken\nkind: newspaper\n")).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file.Path));
    }
}
