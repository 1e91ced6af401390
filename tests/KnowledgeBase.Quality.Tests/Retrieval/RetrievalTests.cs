using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Quality.Tests.Extraction;
using KnowledgeBase.Search;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Quality.Tests.Retrieval;

public sealed class RetrievalTests
{
    [Theory]
    [InlineData("squad-en")]
    [InlineData("cmrc-zh")]
    [InlineData("drcd-zh-hant")]
    [InlineData("jsquad-ja")]
    [InlineData("qa-mixed")]
    public async Task Questions_find_their_article_among_the_first_ten(string set)
    {
        Assert.SkipUnless(Directory.Exists(QuestionSet.FolderOf(set)), $"The questions are not here: put the shared evaluation sets in {QuestionSet.FolderOf(set)}.");
        double measured = await MeanReciprocalRankAsync(QuestionSet.Read(set), TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set} MRR@10 {measured:0.0000}"));
        double floor = Floors.Of("retrieval")[$"{set}.mrr10"];
        Assert.True(measured >= floor, string.Create(CultureInfo.InvariantCulture, $"retrieval {set}.mrr10: {measured:0.0000} is below the floor {floor}"));
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
            return set.Questions.Average(question => ReciprocalRank(index.Search(new SearchQuery { Text = question.Text, IsUnfolded = true }), question.Answers));
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
