using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Search.Tests;

public sealed class RelatedTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_shares_more_and_rarer_values_is_more_alike_in_any_language()
    {
        await using TestIndex index = await TestIndex.OpenAsync([
            About(Examples.English("source", "Rent"), ["subsidies"], ["kobe"], ["jetro"]),
            About(Examples.Japanese("both", "賃料"), ["subsidies"], ["kobe"], ["jetro"]),
            About(Examples.Chinese("city", "租金"), ["tourism"], ["kobe"], []),
            About(Examples.English("nothing", "Tea"), ["tourism"], ["osaka"], []),
            .. Noise(20)]);

        ImmutableArray<RelatedArticle> related = Related(index, "source");
        Assert.Equal(["both", "city"], related.Select(each => Examples.NameOf(each.Id)));
        Assert.Equal(["jetro", "kobe", "subsidies"], related[0].Shared.Select(shared => shared.Value).Where(value => value is "jetro" or "kobe" or "subsidies").Order());
        Assert.Equal([new(Facet.City, "kobe")], related[1].Shared);
        Assert.True(related[0].Likeness > related[1].Likeness);
        Assert.InRange(related[0].Likeness, 0.3, 1.1);
    }

    [Fact]
    public async Task What_only_its_own_story_has_does_not_hide_what_others_share()
    {
        PersonInPost[] people = [.. Enumerable.Range(0, 12).Select(i => new PersonInPost($"person-{i}", null))];
        await using TestIndex index = await TestIndex.OpenAsync([
            About(Examples.English("source", "Rent"), ["tourism"], ["kobe"], []) with { Family = "rent", People = [.. people] },
            About(Examples.Japanese("translation", "賃料"), ["tourism"], ["kobe"], []) with { Family = "rent", People = [.. people] },
            About(Examples.Chinese("city", "租金"), ["subsidies"], ["kobe"], []), .. Noise(20)]);
        Assert.Equal(["city"], Related(index, "source").Select(each => Examples.NameOf(each.Id)));
    }

    [Fact]
    public async Task Rare_words_in_common_relate_articles_without_any_value()
    {
        await using TestIndex index = await TestIndex.OpenAsync([
            Examples.English("source", "Hydrogen ferries", "A hydrogen ferry will cross the bay."), Examples.English("other", "The ferry", "It runs on hydrogen."), .. Noise(20)]);
        Assert.Equal(["other"], Related(index, "source").Select(each => Examples.NameOf(each.Id)));
        Assert.Empty(Related(index, "noise-1").Where(each => Examples.NameOf(each.Id) is "source" or "other"));
    }

    [Fact]
    public async Task Terms_of_trade_relate_articles_that_share_no_word()
    {
        await using TestIndex index = await TestIndex.OpenAsync();
        index.Reopen(ContentFolder.Read(Examples.Content.Path));
        GlossaryTerm term = ContentFolder.Read(Examples.Content.Path).Vocabulary.Glossary.First(each => each.Labels.Find(Language.Japanese) is not null && each.Labels.Find(Language.Chinese) is not null && each.Labels.English.All(char.IsAsciiLetter));
        await index.AddAsync([
            Examples.English("source", $"All about {term.Labels.English}", $"So {term.Labels.English} it is."),
            Examples.Japanese("ja", $"ある{term.Labels.Find(Language.Japanese)}"), .. Noise(20)]);
        Assert.Contains("ja", Related(index, "source").Select(each => Examples.NameOf(each.Id)));
    }

    [Fact]
    public async Task Versions_of_the_same_story_are_not_more_of_it_and_other_stories_come_once()
    {
        await using TestIndex index = await TestIndex.OpenAsync([
            About(Examples.English("source", "Rent"), ["subsidies"], ["kobe"], []) with { Family = "rent" },
            About(Examples.Japanese("translation", "賃料"), ["subsidies"], ["kobe"], []) with { Family = "rent" },
            About(Examples.English("other-1", "Port"), ["subsidies"], ["kobe"], []) with { Family = "port" },
            About(Examples.Chinese("other-2", "港口"), ["subsidies"], ["kobe"], []) with { Family = "port" }, .. Noise(20)]);
        Assert.StartsWith("other", Examples.NameOf(Assert.Single(Related(index, "source")).Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_gone_or_was_never_there_has_no_relatives_and_is_none()
    {
        await using TestIndex index = await TestIndex.OpenAsync([
            About(Examples.English("source", "Rent"), ["subsidies"], ["kobe"], []), About(Examples.English("gone", "Rent"), ["subsidies"], ["kobe"], []), .. Noise(20)]);
        Assert.Single(Related(index, "source"));
        await index.Articles.DeleteAsync(ArticleId.Of("gone"), Cancel);
        await index.UpdateAsync();
        Assert.Empty(Related(index, "source"));
        Assert.Empty(Related(index, "gone"));
        Assert.Empty(Related(index, "never"));
    }

    static ImmutableArray<RelatedArticle> Related(TestIndex index, string name) => index.Index.FindRelated(ArticleId.Of(name), 5);

    static Article About(Article article, string[] topics, string[] cities, string[] organizations) => article with { Topics = [.. topics], Cities = [.. cities], Organizations = [.. organizations] };

    // Many articles that share nothing, so that what is shared is rare.
    static IEnumerable<Article> Noise(int count) => Enumerable.Range(0, count).Select(i => Examples.English($"noise-{i}", $"Alpha{i} beta{i}", $"Gamma{i}.") with { Cities = [$"city-{i}"] });
}
