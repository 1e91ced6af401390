using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Quality.Tests.Extraction;
using KnowledgeBase.Search;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Quality.Tests.Retrieval;

public sealed class RetrievalTests
{
    static readonly string[] Dictionaries = ["cedict_ts.u8.gz", "jmdict-edict2.utf8.gz", "enamdict.utf8.gz"];

    [Theory]
    [InlineData("squad-en")]
    [InlineData("cmrc-zh")]
    [InlineData("drcd-zh-hant")]
    [InlineData("jsquad-ja")]
    [InlineData("qa-mixed")]
    public Task Questions_find_their_article_among_the_first_ten(string set) => CheckAsync($"{set}.mrr10", set, [], FirstTen);

    [Fact]
    public Task Dictionaries_cost_questions_in_one_language_nearly_nothing() => CheckAsync("qa-mixed.mrr10.dictionaries", "qa-mixed", Dictionaries, FirstTen);

    [Fact]
    public Task The_vocabulary_finds_articles_in_other_languages() => CheckAsync("wmt22-news.mrr10.vocabulary", "wmt22-news", [], FirstTenInOtherLanguages);

    [Theory]
    [InlineData("wmt22-news")]
    [InlineData("wmt23-sent")]
    [InlineData("xquad-en-zh")]
    public Task Dictionaries_find_articles_in_other_languages(string set) => CheckAsync($"{set}.mrr10.dictionaries", set, Dictionaries, FirstTenInOtherLanguages);

    static async Task CheckAsync(string measure, string set, string[] dictionaries, Func<ArticleIndex, QuestionSet, Question, IEnumerable<ArticleId>> ask)
    {
        Assert.SkipUnless(Directory.Exists(QuestionSet.FolderOf(set)), $"The questions are not here: put the shared evaluation sets in {QuestionSet.FolderOf(set)}.");
        string[] files = [.. dictionaries.Select(file => Path.Combine(SharedPages.Folder(), "dictionaries", file))];
        Assert.SkipUnless(Array.TrueForAll(files, File.Exists), $"The dictionaries are not here: {string.Join(", ", files)}.");
        double measured = await MeanReciprocalRankAsync(QuestionSet.Read(set), files, ask, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measure} {measured:0.0000}"));
        double floor = Floors.Of("retrieval")[measure];
        Assert.True(measured >= floor, string.Create(CultureInfo.InvariantCulture, $"retrieval {measure}: {measured:0.0000} is below the floor {floor}"));
    }

    static async Task<double> MeanReciprocalRankAsync(
        QuestionSet set, string[] dictionaries, Func<ArticleIndex, QuestionSet, Question, IEnumerable<ArticleId>> ask, CancellationToken cancel)
    {
        string folder = Directory.CreateTempSubdirectory("kb-retrieval-").FullName;
        try
        {
            ContentFolder content = ContentFolder.Read(Path.Combine(SharedPages.RootFolder(), "content"));
            foreach (string file in dictionaries)
                new DictionaryFolder(folder, content).Import(file, TimeProvider.System, cancel);
            await using Ledger ledger = await Ledger.OpenFolderAsync(folder, cancel);
            var articles = new ArticleStore(ledger);
            foreach (Article article in set.Articles)
                await articles.SaveAsync(article, cancel);
            using ArticleIndex index = ArticleIndex.OpenForWriting(folder, content);
            await index.UpdateAsync(articles, TimeProvider.System, null, cancel);
            return set.Questions.AsParallel().WithCancellation(cancel).Average(question => ReciprocalRank(ask(index, set, question), question.Answers));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static IEnumerable<ArticleId> FirstTen(ArticleIndex index, QuestionSet set, Question question) =>
        index.Rank(new SearchQuery { Text = question.Text }, 10).Select(hit => hit.Id);

    // As the scorer of the sets does it: of the first hundred those in the question's own language do not count.
    static IEnumerable<ArticleId> FirstTenInOtherLanguages(ArticleIndex index, QuestionSet set, Question question) =>
        index.Rank(new SearchQuery { Text = question.Text }, 100).Select(hit => hit.Id).Where(id => set.LanguageOf(id) != question.Language).Take(10);

    static double ReciprocalRank(IEnumerable<ArticleId> found, IReadOnlySet<ArticleId> answers)
    {
        int rank = found.ToList().FindIndex(answers.Contains);
        return rank < 0 ? 0 : 1.0 / (rank + 1);
    }
}
