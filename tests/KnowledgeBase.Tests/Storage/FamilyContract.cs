using KnowledgeBase.Articles;
using KnowledgeBase.Families;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Tests.Storage;

/// <summary>What the ledger promises of stories, whichever database keeps it.</summary>
public abstract class FamilyContract
{
    const long Way = 7;

    protected abstract Task<Ledger> OpenAsync();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Versions_of_a_story_are_found_first_come_first_and_each_gets_a_new_revision()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        Assert.Equal(2, await TellAsync(articles, Of("en") with { Editorial = "kobe" }, Of("other"), Of("ja") with { Editorial = "kobe" }));

        Assert.Equal([ArticleId.Of("en"), ArticleId.Of("ja")], await articles.Families.FindAsync(ArticleId.Of("ja"), Cancel));
        Assert.Equal([ArticleId.Of("other")], await articles.Families.FindAsync(ArticleId.Of("other"), Cancel));
        Assert.Equal([ArticleId.Of("nowhere")], await articles.Families.FindAsync(ArticleId.Of("nowhere"), Cancel));
        Assert.Equal([ArticleId.Of("en")], (await articles.Families.FindAllAsync([ArticleId.Of("other"), ArticleId.Of("en")], Cancel)).Keys);
        Assert.Equal(
            [("other", null), ("en", "en"), ("ja", "en")],
            (await articles.ChangesAfterAsync(0, 10, Cancel)).Select(change => (change.Article!.Url, NameOf(change.Family))).OrderBy(pair => pair.Url == "other" ? 0 : 1).ThenBy(pair => pair.Url));
        Assert.Equal(5, await articles.RevisionAsync(Cancel));
    }

    [Fact]
    public async Task The_same_again_moves_nothing()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        FamilyTraits[] both = [Worded("a", 1) with { Links = [ArticleId.Of("b")] }, Worded("b", 1)];
        Assert.Equal(2, await TellAsync(articles, both));
        Assert.Equal(0, await TellAsync(articles, both));
    }

    [Fact]
    public async Task When_the_article_between_two_others_goes_they_part()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        FamilyTraits between = Of("b") with { Editorial = "left", Links = [ArticleId.Of("c")] };
        await TellAsync(articles, Of("a") with { Editorial = "left" }, between, Of("c") with { Links = [ArticleId.Of("b")] });
        Assert.Equal(3, (await articles.Families.FindAsync(ArticleId.Of("a"), Cancel)).Length);

        await TellAsync(articles, between with { Editorial = null });
        Assert.Equal([ArticleId.Of("a")], await articles.Families.FindAsync(ArticleId.Of("a"), Cancel));
        Assert.Equal([ArticleId.Of("b"), ArticleId.Of("c")], await articles.Families.FindAsync(ArticleId.Of("c"), Cancel));

        await articles.DeleteAsync(ArticleId.Of("b"), Cancel);
        await articles.Families.UpdateAsync([new(await articles.RevisionAsync(Cancel), ArticleId.Of("b"), null)], Way, Cancel);
        Assert.Equal([ArticleId.Of("c")], await articles.Families.FindAsync(ArticleId.Of("c"), Cancel));
    }

    [Fact]
    public async Task What_is_known_is_the_revision_of_the_last_change_told_in_the_same_way()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        Assert.Equal(0, await articles.Families.RevisionAsync(Way, Cancel));
        await TellAsync(articles, Of("a"), Of("b"));
        Assert.Equal(2, await articles.Families.RevisionAsync(Way, Cancel));
        Assert.Equal(0, await articles.Families.RevisionAsync(Way + 1, Cancel));
    }

    [Fact]
    public async Task Changes_that_fail_half_way_leave_everything_as_it_was()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        await TellAsync(articles, Worded("a", 1));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => articles.Families.UpdateAsync([new(9, ArticleId.Of("b"), Worded("b", 1))], Way, stop.Token));
        Assert.Equal(1, await articles.Families.RevisionAsync(Way, Cancel));
        Assert.Single(await articles.Families.FindAsync(ArticleId.Of("a"), Cancel));
    }

    [Fact]
    public async Task Whatever_the_order_of_changes_the_stories_are_those_of_the_articles_that_are_there()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        var random = new Random(5);
        Dictionary<string, FamilyTraits> there = [];
        for (int step = 0; step < 150; step++)
        {
            string name = $"n{random.Next(20)}";
            if (random.Next(4) == 0 && there.Remove(name))
            {
                await articles.DeleteAsync(ArticleId.Of(name), Cancel);
                await articles.Families.UpdateAsync([new(await articles.RevisionAsync(Cancel), ArticleId.Of(name), null)], Way, Cancel);
            }
            else
            {
                await TellAsync(articles, there[name] = Random(name, random));
            }
        }
        ArticleId?[] expected = FamilyParts.Of(FamilyParts.WithoutCommonKeys([.. there.Values]), FamilyDecisions.None);
        Assert.Equal(
            PartsOf(there.Values.Select((traits, i) => (traits.Id, expected[i] ?? traits.Id))),
            PartsOf(await Task.WhenAll(there.Values.Select(async traits => (traits.Id, (await articles.Families.FindAsync(traits.Id, Cancel))[0])))));
        Assert.Contains(expected, family => family is null);
        Assert.True(expected.OfType<ArticleId>().Distinct().Count() > 1);
    }

    [Fact]
    public async Task A_key_tells_a_story_until_a_second_article_of_a_language_carries_it()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        Assert.Equal(2, await TellAsync(articles, Called("en", Language.English, 7), Called("ja", Language.Japanese, 7)));
        Assert.Equal([ArticleId.Of("en"), ArticleId.Of("ja")], await articles.Families.FindAsync(ArticleId.Of("en"), Cancel));

        Assert.Equal(2, await TellAsync(articles, Called("other", Language.Japanese, 7)));
        Assert.Equal([ArticleId.Of("en")], await articles.Families.FindAsync(ArticleId.Of("en"), Cancel));

        Assert.Equal(2, await TellAsync(articles, Called("other", Language.Japanese, 8)));
        Assert.Equal([ArticleId.Of("en"), ArticleId.Of("ja")], await articles.Families.FindAsync(ArticleId.Of("ja"), Cancel));
    }

    [Fact]
    public async Task A_template_s_constant_that_every_page_carries_joins_none()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        await TellAsync(articles, [.. Enumerable.Range(0, 30).Select(i => Called($"n{i}", Language.All[i % 3], 7))]);
        Assert.Empty(await articles.Families.FindAllAsync([.. Enumerable.Range(0, 30).Select(i => ArticleId.Of($"n{i}"))], Cancel));
    }

    [Fact]
    public async Task A_story_too_large_to_part_still_takes_in_and_lets_go()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        FamilyTraits[] many = [.. Enumerable.Range(0, 410).Select(i => Of($"n{i}") with { Editorial = "everybody" })];
        await TellAsync(articles, many);
        Assert.Equal(410, (await articles.Families.FindAsync(ArticleId.Of("n400"), Cancel)).Length);
        await TellAsync(articles, many[409] with { Editorial = null });
        Assert.Equal((409, 1), ((await articles.Families.FindAsync(ArticleId.Of("n0"), Cancel)).Length, (await articles.Families.FindAsync(ArticleId.Of("n409"), Cancel)).Length));
    }

    static FamilyTraits Random(string name, Random random) => random.Next(4) switch
    {
        0 => Of(name) with { Editorial = $"story {random.Next(3)}" },
        1 => Called(name, Language.All[random.Next(3)], random.Next(4)) with { Day = 4 * random.Next(3) },
        2 => Worded(name, random.Next(3)) with { Day = 30 * random.Next(2) },
        _ => Of(name) with { Links = [ArticleId.Of($"n{random.Next(20)}"), ArticleId.Of($"n{random.Next(20)}")] },
    };

    static IEnumerable<string> PartsOf(IEnumerable<(ArticleId Id, ArticleId Family)> pairs) =>
        pairs.GroupBy(pair => pair.Family).Select(group => string.Join(' ', group.Select(pair => pair.Id.Value).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);

    static async Task<int> TellAsync(ArticleStore articles, params FamilyTraits[] all)
    {
        List<FamilyChange> changes = [];
        foreach (FamilyTraits traits in all)
        {
            await articles.SaveAsync(Examples.Article(NameOf(traits.Id)!), Cancel);
            changes.Add(new(await articles.RevisionAsync(Cancel), traits.Id, traits));
        }
        return await articles.Families.UpdateAsync(changes, Way, Cancel);
    }

    static readonly Dictionary<ArticleId, string> Names =
        new[] { "a", "b", "c", "en", "ja", "other" }.Concat(Enumerable.Range(0, 410).Select(i => $"n{i}")).ToDictionary(ArticleId.Of);

    static string? NameOf(ArticleId? id) => id is { } known ? Names[known] : null;

    static FamilyTraits Of(string name) => new() { Id = ArticleId.Of(name) };

    static FamilyTraits Called(string name, Language language, long key) => Of(name) with { Language = language, Keys = [key], Day = 100 };

    static FamilyTraits Worded(string name, int wording) =>
        Of(name) with { Sketch = Sketch.Of([.. Enumerable.Range(1, 100).Select(i => (uint)(i + (1000 * wording)) * 2_654_435_761)], []) };
}

public sealed class SqliteFamilyTests : FamilyContract, IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("kb-ledger-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override Task<Ledger> OpenAsync() => Ledger.OpenFolderAsync(_folder, TestContext.Current.CancellationToken);
}

public sealed class PostgresFamilyTests(PostgresServer server) : FamilyContract, IClassFixture<PostgresServer>
{
    const string Missing = "PostgreSQL is not installed: apt-get install postgresql.";

    protected override async Task<Ledger> OpenAsync()
    {
        Assert.False(server.ConnectionString is null && Environment.GetEnvironmentVariable("KB_REQUIRE_POSTGRES") == "1", Missing);
        Assert.SkipWhen(server.ConnectionString is null, Missing);
        return await Ledger.OpenPostgresAsync(await server.MakeDatabaseAsync(), TestContext.Current.CancellationToken);
    }
}
