using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Quality.Tests.Extraction;
using KnowledgeBase.Reading.Annotations;

namespace KnowledgeBase.Quality.Tests.Annotations;

/// <summary>Cities, organisations, topics and figures against what somebody marked who knew none of the rules.</summary>
/// <remarks>An article kept apart is scored once, after the last change of a rule: expect those figures, not those of the tuned ones, on new articles. What is known by now is tuned on.</remarks>
public sealed class AnnotationTests
{
    const int LeastArticles = 30;

    static readonly ContentFolder Content = ContentFolder.Read(Path.Combine(SharedPages.RootFolder(), "content"));

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ja")]
    public void Cities_organisations_topics_and_figures_are_found_where_rules_were_tuned(string code) =>
        Measure(code, "dev").Mistakes.ToList().ForEach(TestContext.Current.TestOutputHelper!.WriteLine);

    // Prints no mistakes: who reads them tunes on them.
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ja")]
    public void Cities_organisations_topics_and_figures_are_found_in_the_half_kept_apart(string code)
    {
        if (ArticlesOf(code, "held") is [_, ..])
            Measure(code, "held");
    }

    // In one language most topics have two or three articles, and one mistake moves the mean: together it is steadier.
    [Theory]
    [InlineData("dev")]
    [InlineData("held")]
    public void Topics_are_found_in_the_three_languages_together(string half)
    {
        if (Language.All.All(language => ArticlesOf(language.Code, half) is [_, ..]))
            Floors.Check($"annotations {half}", Score(half, [.. Language.All.Select(language => language.Code)]).Of);
    }

    static AnnotationScore Measure(string code, string half)
    {
        AnnotationScore score = Score(half, [code]);
        Floors.Check($"annotations {code} {half}", score.Of);
        return score;
    }

    static AnnotationScore Score(string half, ImmutableArray<string> codes)
    {
        var annotator = new Annotator(Content);
        var score = new AnnotationScore();
        foreach (string code in codes)
        {
            ImmutableArray<AnnotatedArticle> articles = ArticlesOf(code, half);
            Assert.True(articles.Length >= LeastArticles);
            foreach (AnnotatedArticle article in articles)
                score.Add(article, annotator.Annotate(Language.Find(code)!, article.Title, article.Text));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{string.Join(' ', codes)} {half}\n{score}");
        return score;
    }

    /// <summary>The articles of a half; an article that has come among the tuned ones is kept apart no longer.</summary>
    static ImmutableArray<AnnotatedArticle> ArticlesOf(string code, string half)
    {
        string file = Path.Combine(SharedPages.RootFolder(), "tests", "KnowledgeBase.Quality.Tests", "Annotations", code, half + ".jsonl");
        ImmutableArray<AnnotatedArticle> articles = File.Exists(file) ? AnnotatedArticle.ReadAll(file) : [];
        return half == "dev" ? articles : [.. articles.ExceptBy(ArticlesOf(code, "dev").Select(known => known.Text), article => article.Text)];
    }
}
