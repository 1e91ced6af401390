using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Tests.Families;

public sealed class FamilyTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reprint_in_other_characters_is_one_hit_with_its_source()
    {
        await using TestIndex index = await TestIndex.OpenAsync(
            Examples.Chinese("source", "神户补贴租金", Reprints.Simplified).WithDate("2024-04-01"),
            Examples.Chinese("mirror", "神戶補貼租金", Reprints.Traditional).WithDate("2024-04-03"),
            Examples.Chinese("other", "神户的另一件事", "神户市的租金。"));

        SearchResults results = index.Search("租金");
        Assert.Equal((3, 2, 2), (results.Total, results.Stories, results.Hits.Length));
        Assert.Equal(["mirror", "source"], await VersionsAsync(index, "source"));
        Assert.Equal(3, index.Index.Search(new SearchQuery { Text = "租金", IsUnfolded = true }) is var each ? each.Hits.Length : 0);
    }

    [Fact]
    public async Task Language_versions_are_one_story_by_the_editors_folder_and_by_pages_that_name_one_another()
    {
        await using TestIndex index = await TestIndex.OpenAsync(
            Examples.English("brief-en", "Rent", "Rent") with { Family = "2024/rent" },
            Examples.Japanese("brief-ja", "賃料", "Rent") with { Family = "2024/rent" },
            Examples.English("page-en", "Port", "Rent") with { Alternates = ["page-zh"] },
            Examples.Chinese("page-zh", "港口", "Rent") with { Alternates = ["page-en"] },
            Examples.Japanese("page-ja", "港", "Rent") with { Alternates = ["page-en"] });

        Assert.Equal((5, 3), Totals(index.Search("rent")));
        Assert.Equal(["brief-en", "brief-ja"], await VersionsAsync(index, "brief-ja"));
        Assert.Equal(["page-en", "page-zh"], await VersionsAsync(index, "page-en"));
        Assert.Equal(["page-ja"], await VersionsAsync(index, "page-ja"));
    }

    [Fact]
    public async Task The_version_in_the_reader_s_language_stands_for_its_story_where_the_best_one_stood()
    {
        await using TestIndex index = await TestIndex.OpenAsync(
            Version("en", Language.English) with { Headline = "Rent rent" },
            Version("ja", Language.Japanese) with { Headline = "Note" },
            Examples.English("other", "Office", "An office has many costs, of which the rent is only one."));

        Assert.Equal(["en", "other"], NamesFor(null));
        Assert.Equal(["ja", "other"], NamesFor(Language.Japanese));
        Assert.Equal(["en", "other"], NamesFor(Language.Chinese));

        IEnumerable<string> NamesFor(Language? reader) => index.Index.Search(new SearchQuery { Text = "rent", Reader = reader }).Hits.Select(hit => Examples.NameOf(hit.Id));
    }

    [Fact]
    public async Task The_same_notice_with_other_numbers_and_the_same_words_months_later_are_stories_of_their_own()
    {
        await using TestIndex index = await TestIndex.OpenAsync(
            Examples.English("monday", "Rates", Reprints.Rates(101)).WithDate("2024-04-01"),
            Examples.English("tuesday", "Rates", Reprints.Rates(112)).WithDate("2024-04-02"),
            Examples.English("april", "Rent", Reprints.English).WithDate("2024-04-01"),
            Examples.English("october", "Rent", Reprints.English).WithDate("2024-10-01"));
        Assert.Equal((4, 4), Totals(index.Search("the for")));
    }

    [Fact]
    public async Task Facet_counts_count_articles_whatever_is_folded()
    {
        await using TestIndex index = await TestIndex.OpenAsync(
            Version("en", Language.English) with { Cities = ["kobe"] },
            Version("ja", Language.Japanese) with { Cities = ["kobe"] },
            Examples.English("other", "Rent", "Rent") with { Cities = ["osaka"] });

        SearchResults results = index.Search("rent");
        Assert.Equal((3, 2), Totals(results));
        Assert.Equal([new("kobe", 2), new("osaka", 1)], results.Facets[Facet.City]);
        Assert.Equal((2, 1), (results.Languages[Language.English], results.Languages[Language.Japanese]));
        SearchResults japanese = index.Index.Search(new SearchQuery { Text = "rent" }.Toggle(Facet.Language, "ja"));
        Assert.Equal((1, 1, "ja"), (japanese.Total, japanese.Stories, Examples.NameOf(Assert.Single(japanese.Hits).Id)));
        Assert.Equal([new("en", 2), new("ja", 1)], japanese.Facets[Facet.Language]);
    }

    [Theory]
    [InlineData("harbour", SearchOrder.Relevance)]
    [InlineData("harbour", SearchOrder.Newest)]
    [InlineData("", SearchOrder.Oldest)]
    public async Task Pages_to_the_end_tell_each_story_once_and_none_is_missing(string text, SearchOrder order)
    {
        // 70 stories in 210 articles: every number's versions are spread over the segments.
        await using TestIndex index = await TestIndex.OpenAsync();
        for (int version = 0; version < 3; version++)
            await index.AddAsync(Enumerable.Range(0, 70).Select(i => Examples.English($"s{i}-{version}", $"Story {i}", Reprints.Other(i)).WithDate($"20{10 + (i % 10)}-0{version + 1}") with { Family = $"s{i}" }));

        List<string> seen = [];
        SearchResults first = index.Index.Search(new SearchQuery { Text = text, Order = order });
        for (int page = 1; page <= first.Pages; page++)
            seen.AddRange(index.Index.Search(new SearchQuery { Text = text, Order = order, Page = page }).Hits.Select(hit => Examples.NameOf(hit.Id).Split('-')[0]));
        Assert.Equal((210, 70, 4), (first.Total, first.Stories, first.Pages));
        Assert.Equal(Enumerable.Range(0, 70).Select(i => $"s{i}").Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        Assert.Empty(index.Index.Search(new SearchQuery { Text = text, Order = order, Page = 5 }).Hits);
    }

    [Fact]
    public async Task The_newest_version_stands_for_its_story_where_the_newest_come_first()
    {
        await using TestIndex index = await TestIndex.OpenAsync(
            Version("first", Language.English).WithDate("2024-04-01"), Version("last", Language.English).WithDate("2024-04-05"), Examples.English("between", "Rent", "Rent").WithDate("2024-04-03"));
        SearchQuery newest = new() { Text = "rent", Order = SearchOrder.Newest };
        Assert.Equal(["last", "between"], index.Index.Search(newest).Hits.Select(hit => Examples.NameOf(hit.Id)));
        Assert.Equal(["first", "between"], index.Index.Search(newest with { Order = SearchOrder.Oldest }).Hits.Select(hit => Examples.NameOf(hit.Id)));
    }

    [Fact]
    public async Task An_article_edited_or_taken_down_leaves_its_story_and_the_index_follows()
    {
        Article mirror = Examples.Chinese("mirror", "租金", Reprints.Traditional);
        await using TestIndex index = await TestIndex.OpenAsync(Examples.Chinese("source", "租金", Reprints.Simplified), mirror);
        Assert.Equal((2, 1), Totals(index.Search("租金")));

        await index.AddAsync(mirror with { Body = "租金。" + Reprints.Japanese });
        Assert.Equal((2, 2), Totals(index.Search("租金")));
        await index.AddAsync(mirror);
        Assert.Equal((2, 1), Totals(index.Search("租金")));
        await index.Articles.DeleteAsync(mirror.Id, Cancel);
        await index.UpdateAsync();
        Assert.Equal((1, 1), Totals(index.Search("租金")));
        Assert.Equal(["source"], await VersionsAsync(index, "source"));
    }

    [Fact]
    public async Task An_index_made_anew_folds_as_before_and_a_quiet_update_does_nothing()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Version("en", Language.English), Version("ja", Language.Japanese));
        Assert.Equal(0, (await index.UpdateAsync()).Done);
        long revision = index.Index.Revision;
        index.Index.Dispose();
        Directory.Delete(Path.Combine(index.Folder, $"articles.v{Embedded.IndexFolder.Format}"), recursive: true);
        index.Reopen();
        Assert.Equal(2, (await index.UpdateAsync()).Done);
        Assert.Equal(revision, index.Index.Revision);
        Assert.Equal((2, 1), Totals(index.Search("rent")));
    }

    [Fact]
    public async Task Stopped_after_any_step_the_next_update_goes_on_and_all_comes_out_the_same()
    {
        await using TestIndex index = await TestIndex.OpenAsync();
        for (int i = 0; i < 250; i++)
            await index.Articles.SaveAsync(Examples.English($"s{i}", "Rent", Reprints.Other(i / 2)) with { Published = new(2024) }, Cancel);
        var finding = new Search.Families.FamilyFinding(new Analysis.TextAnalysis(index.Content.HanVariants));

        // Stories are known for the first hundred, then for all; the index knows nothing of it, as after a process that was killed.
        using var stop = new CancellationTokenSource();
        Task first = finding.UpdateAsync(index.Articles, stop.Token);
        await stop.CancelAsync();
        await Record.ExceptionAsync(() => first);
        await finding.UpdateAsync(index.Articles, Cancel);
        index.Reopen();
        Assert.Equal(0, index.Index.Count);
        await index.UpdateAsync();

        Assert.Equal((250, 125), Totals(index.Search("rent")));
        Assert.Equal(0, (await index.UpdateAsync()).Done);
    }

    [Fact]
    public async Task Other_forms_of_Han_tell_the_stories_anew()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.Chinese("source", "租金", Reprints.Simplified), Examples.Chinese("mirror", "租金", Reprints.Traditional));
        Assert.Equal((2, 1), Totals(index.Search("租金")));
        index.Reopen(index.Content with { HanVariants = Editorial.HanVariants.None });
        await index.UpdateAsync();
        Assert.Equal((2, 2), Totals(index.Search("租金")));
    }

    [Fact]
    public async Task Whatever_is_relaxed_is_folded_too()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Version("en", Language.English), Version("ja", Language.Japanese));
        SearchResults results = index.Search("rent zeppelin");
        Assert.True(results.IsRelaxed);
        Assert.Equal((2, 1, 1), (results.Total, results.Stories, results.Hits.Length));
    }

    static Article Version(string name, Language language) => Examples.English(name, "Rent", "Rent") with { Language = language, Family = "2024/rent" };

    static (int Articles, int Stories) Totals(SearchResults results) => (results.Total, results.Stories);

    static async Task<ImmutableArray<string>> VersionsAsync(TestIndex index, string name) =>
        [.. (await index.Articles.Families.FindAsync(ArticleId.Of(name), Cancel)).Select(Examples.NameOf).Order(StringComparer.Ordinal)];
}
