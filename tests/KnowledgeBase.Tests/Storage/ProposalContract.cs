using KnowledgeBase.Articles;
using KnowledgeBase.Families;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Tests.Storage;

/// <summary>What the ledger promises of proposed versions and of editors' decisions, whichever database keeps it.</summary>
public abstract class ProposalContract
{
    const string Story = "Figure:3427000000 JPY|Organization:jetro|City:kobe|City:tokyo";

    protected abstract Task<Ledger> OpenAsync();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Articles_that_share_what_is_rare_are_proposed_whichever_comes_first_and_not_folded()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        await TellAsync(articles, Of("ja", Language.Japanese, 101, Story), Of("other", Language.Japanese, 101, "City:tokyo|Organization:jetro"), Of("en", Language.English, 100, Story));

        FamilyProposal proposal = Assert.Single(await articles.Families.FindProposalsAsync(10, Cancel));
        Assert.Equal(Pair("en", "ja"), Pair(proposal));
        Assert.Equal("Figure:3427000000 JPY", $"{proposal.Shared[0]}");
        Assert.Equal(4, proposal.Shared.Length);
        Assert.Single(await articles.Families.FindAsync(ArticleId.Of("en"), Cancel));
    }

    [Fact]
    public async Task Other_languages_and_near_days_are_asked_for()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        await TellAsync(
            articles, Of("en", Language.English, 100, Story), Of("same language", Language.English, 100, Story), Of("later", Language.Japanese, 104, Story), Of("undated", Language.Japanese, null, Story));
        Assert.Empty(await articles.Families.FindProposalsAsync(10, Cancel));
        await TellAsync(articles, Of("later", Language.Japanese, 103, Story));
        Assert.Equal([Pair("en", "later"), Pair("same language", "later")], (await articles.Families.FindProposalsAsync(10, Cancel)).Select(Pair).OrderBy(pair => pair == Pair("en", "later") ? 0 : 1));
    }

    [Fact]
    public async Task A_sum_that_everybody_names_these_days_proposes_nothing()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        await TellAsync(articles, [.. Enumerable.Range(0, 60).Select(i => Of($"n{i}", Language.English, 100, Story))]);
        await TellAsync(articles, Of("ja", Language.Japanese, 101, Story));
        Assert.Empty(await articles.Families.FindProposalsAsync(10, Cancel));
    }

    [Fact]
    public async Task An_article_changed_or_taken_down_is_proposed_no_longer()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        await TellAsync(articles, Of("en", Language.English, 100, Story), Of("ja", Language.Japanese, 100, Story), Of("zh", Language.Chinese, 100, Story));
        Assert.Equal(3, (await articles.Families.FindProposalsAsync(10, Cancel)).Length);
        Assert.Single(await articles.Families.FindProposalsAsync(1, Cancel));
        await TellAsync(articles, Of("ja", Language.Japanese, 100, "City:kobe"));
        await TakeDownAsync(articles, "zh");
        Assert.Empty(await articles.Families.FindProposalsAsync(10, Cancel));
    }

    [Fact]
    public async Task What_an_editor_accepts_is_one_story_at_once_and_after_every_change()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        await TellAsync(articles, Of("en", Language.English, 100, Story), Of("ja", Language.Japanese, 100, Story));
        long before = await articles.RevisionAsync(Cancel);
        Assert.Equal(2, await DecideAsync(articles, "ja", "en", true));
        Assert.Equal(before + 2, await articles.RevisionAsync(Cancel));
        Assert.Empty(await articles.Families.FindProposalsAsync(10, Cancel));

        await TellAsync(articles, Of("ja", Language.Japanese, 300, "City:osaka"));
        Assert.Equal([ArticleId.Of("en"), ArticleId.Of("ja")], await articles.Families.FindAsync(ArticleId.Of("ja"), Cancel));
        await TakeDownAsync(articles, "en");
        Assert.Single(await articles.Families.FindAsync(ArticleId.Of("ja"), Cancel));
        await TellAsync(articles, Of("en", Language.English, 100, Story));
        Assert.Equal(2, (await articles.Families.FindAsync(ArticleId.Of("ja"), Cancel)).Length);
    }

    [Fact]
    public async Task What_an_editor_rejects_is_proposed_and_joined_by_rules_no_more_until_that_is_taken_back()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        FamilyTraits english = Of("en", Language.English, 100, Story), japanese = Of("ja", Language.Japanese, 100, Story);
        await TellAsync(articles, english, japanese);
        Assert.Equal(0, await DecideAsync(articles, "en", "ja", false));
        Assert.Empty(await articles.Families.FindProposalsAsync(10, Cancel));

        Assert.Equal(0, await TellAsync(articles, english with { Keys = [7] }, japanese with { Keys = [7] }));
        Assert.Single(await articles.Families.FindAsync(ArticleId.Of("en"), Cancel));
        Assert.Equal(2, await DecideAsync(articles, "en", "ja", true));
        Assert.Equal(2, await DecideAsync(articles, "en", "ja", false));
        FamilyDecision decision = Assert.Single(await articles.Families.FindDecisionsAsync(Cancel));
        Assert.Equal((false, Examples.Noon), (decision.IsOneStory, decision.DecidedAt));
    }

    [Fact]
    public async Task A_decision_on_articles_that_no_run_has_seen_yet_is_applied_by_the_first_that_does()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        Assert.Equal(0, await DecideAsync(articles, "en", "ja", true));
        Assert.Equal(2, await TellAsync(articles, Of("en", Language.English, 100, Story), Of("ja", Language.Japanese, 500, "City:osaka")));
    }

    [Fact]
    public async Task Articles_that_are_one_story_anyway_are_not_proposed()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        await TellAsync(articles, Of("en", Language.English, 100, Story) with { Editorial = "kobe" }, Of("ja", Language.Japanese, 100, Story) with { Editorial = "kobe" });
        Assert.Empty(await articles.Families.FindProposalsAsync(10, Cancel));
    }

    [Fact]
    public async Task Articles_of_one_key_that_have_nothing_in_common_are_not_joined()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        FamilyTraits english = Of("en", Language.English, 100, Story) with { Keys = [7] };
        Assert.Equal(0, await TellAsync(articles, english, Of("ja", Language.Japanese, 100, "City:osaka|Person:a|Figure:12 percent") with { Keys = [7] }));
        Assert.Equal(2, await TellAsync(articles, Of("ja", Language.Japanese, 100, "City:osaka|City:kobe|Figure:12 percent") with { Keys = [7] }));
    }

    static Task<int> DecideAsync(ArticleStore articles, string one, string other, bool isOneStory) =>
        articles.Families.DecideAsync(FamilyDecision.Of(ArticleId.Of(one), ArticleId.Of(other), isOneStory, Examples.Noon), Cancel);

    static async Task TakeDownAsync(ArticleStore articles, string name)
    {
        await articles.DeleteAsync(ArticleId.Of(name), Cancel);
        await articles.Families.UpdateAsync([new(await articles.RevisionAsync(Cancel), ArticleId.Of(name), null)], 7, Cancel);
    }

    static async Task<int> TellAsync(ArticleStore articles, params FamilyTraits[] all)
    {
        await articles.SaveAllAsync([.. all.Select(traits => Examples.Article("") with { Id = traits.Id })], Cancel);
        long revision = await articles.RevisionAsync(Cancel);
        return await articles.Families.UpdateAsync([.. all.Select(traits => new FamilyChange(revision, traits.Id, traits))], 7, Cancel);
    }

    static FamilyTraits Of(string name, Language language, int? day, string marks) => new()
    {
        Id = ArticleId.Of(name),
        Language = language,
        Day = day,
        Marks = [.. marks.Split('|').Select(FamilyMark.Parse)],
    };

    static string Pair(string one, string other) => Pair(ArticleId.Of(one), ArticleId.Of(other));

    static string Pair(FamilyProposal proposal) => Pair(proposal.One, proposal.Other);

    static string Pair(ArticleId one, ArticleId other) => string.Join(' ', new[] { one.Value, other.Value }.Order(StringComparer.Ordinal));
}

public sealed class SqliteProposalTests : ProposalContract, IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("kb-ledger-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override Task<Ledger> OpenAsync() => Ledger.OpenFolderAsync(_folder, TestContext.Current.CancellationToken);
}

public sealed class PostgresProposalTests(PostgresServer server) : ProposalContract, IClassFixture<PostgresServer>
{
    const string Missing = "PostgreSQL is not installed: apt-get install postgresql.";

    protected override async Task<Ledger> OpenAsync()
    {
        Assert.False(server.ConnectionString is null && Environment.GetEnvironmentVariable("KB_REQUIRE_POSTGRES") == "1", Missing);
        Assert.SkipWhen(server.ConnectionString is null, Missing);
        return await Ledger.OpenPostgresAsync(await server.MakeDatabaseAsync(), TestContext.Current.CancellationToken);
    }
}
