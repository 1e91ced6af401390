using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Quality.Tests.Extraction;
using KnowledgeBase.Search;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Quality.Tests.Retrieval;

public sealed class RetrievalTests
{
    [Fact]
    public async Task Questions_in_three_languages_find_their_article_among_the_first_ten()
    {
        const string Set = "qa-mixed";
        Assert.SkipUnless(Directory.Exists(QuestionSet.FolderOf(Set)), $"The questions are not here: put the shared evaluation sets in {QuestionSet.FolderOf(Set)}.");
        double measured = await MeanReciprocalRankAsync(QuestionSet.Read(Set), TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Set} MRR@10 {measured:0.0000}"));
        Floors.Check("retrieval", _ => measured);
    }

    static async Task<double> MeanReciprocalRankAsync(QuestionSet set, CancellationToken cancel)
    {
        string folder = Directory.CreateTempSubdirectory("kb-retrieval-").FullName;
        try
        {
            await using Ledger ledger = await Ledger.OpenFolderAsync(folder, cancel);
            var articles = new ArticleStore(ledger);
            foreach (Article article in set.Articles)
                await articles.SaveAsync(article, cancel);
            using ArticleIndex index = ArticleIndex.OpenForWriting(folder, ContentFolder.Read(Path.Combine(SharedPages.RootFolder(), "content")));
            await index.UpdateAsync(articles, TimeProvider.System, null, cancel);
            return set.Questions.Average(question => ReciprocalRank(index.Search(new SearchQuery { Text = question.Text }), question.Answers));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static double ReciprocalRank(SearchResults results, IReadOnlySet<ArticleId> answers)
    {
        int rank = results.Hits.Take(10).Select(hit => hit.Id).ToList().FindIndex(answers.Contains);
        return rank < 0 ? 0 : 1.0 / (rank + 1);
    }
}
