using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Families;
using KnowledgeBase.Quality.Tests.Extraction;
using KnowledgeBase.Reading;
using KnowledgeBase.Search.Families;

namespace KnowledgeBase.Quality.Tests.Families;

/// <summary>Which of the bundled articles would be proposed as versions of one story, if all had come out on one day: a harder day than any real one, for all are about the same matter.</summary>
public sealed class ProposalTests
{
    [Theory]
    // Alone in a new ledger only guesses from the kind of mark tell what is rare; with all of them there it is counted.
    [InlineData("guessed")]
    [InlineData("counted")]
    public void Versions_are_proposed_and_other_articles_are_not(string rarity)
    {
        (Article Article, ImmutableArray<FamilyMark> Marks)[] articles = [.. ReadAll().Select(article => (article, StoryMarks.Of(article))).Where(each => !each.Item2.IsEmpty)];
        Dictionary<FamilyMark, int> carriers = articles.SelectMany(each => each.Marks).GroupBy(mark => mark).ToDictionary(group => group.Key, group => group.Count());
        double RarityOf(FamilyMark mark) => rarity == "guessed"
            ? MarkRarity.Of(mark, default, default)
            : MarkRarity.Of(mark, new(carriers[mark], carriers[mark]), new(articles.Length, articles.Length));

        int versions = 0, found = 0, wrong = 0, others = 0;
        foreach (var (one, other) in articles.SelectMany((one, i) => articles[..i].Select(other => (one, other))).Where(pair => pair.one.Article.Language != pair.other.Article.Language))
        {
            bool areVersions = one.Article.Family == other.Article.Family, areProposed = StoryLikeness.Find(one.Marks, other.Marks, RarityOf) is not null;
            versions += areVersions ? 1 : 0;
            others += areVersions ? 0 : 1;
            found += areVersions && areProposed ? 1 : 0;
            wrong += !areVersions && areProposed ? 1 : 0;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{rarity}: {found} of {versions} versions are proposed, and {wrong} of {others} other pairs");
        Assert.True(versions >= 60 && others >= 1000);
        Floors.Check("proposed versions", measure => measure == "recall" ? (double)found / versions : (double)found / (found + wrong));
    }

    static IEnumerable<Article> ReadAll()
    {
        ContentFolder content = ContentFolder.Read(Path.Combine(SharedPages.RootFolder(), "content"));
        return content.Briefs.Select(new ArticleReader(content).Read);
    }
}
