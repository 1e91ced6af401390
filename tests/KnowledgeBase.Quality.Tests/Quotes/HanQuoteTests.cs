using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Quality.Tests.Extraction;
using KnowledgeBase.Reading.Annotations;

namespace KnowledgeBase.Quality.Tests.Quotes;

/// <summary>Chinese and Japanese passages in the manner of agencies, ministries and newspapers: who said what against what was marked in them.</summary>
/// <remarks>
/// The untouched half is no blind test: its author knew the rules, two of its annotations were corrected later, and its score decided when the rules were good enough.
/// No rule was written from its mistakes. Expect less on texts by others.
/// </remarks>
public sealed class HanQuoteTests
{
    const int LeastPassages = 75;

    [Theory]
    [InlineData("zh", "tuned")]
    [InlineData("zh", "untouched")]
    [InlineData("ja", "tuned")]
    [InlineData("ja", "untouched")]
    public void Quotations_and_their_speakers_are_found(string code, string half)
    {
        string root = SharedPages.RootFolder();
        var finder = new QuoteFinder(ContentFolder.Read(Path.Combine(root, "content")), Language.Find(code)!);
        List<GoldPassage> passages = [.. GoldPassage.Read(Path.Combine(root, "tests", "KnowledgeBase.Quality.Tests", "Quotes", code, half + ".md"))];

        var score = new QuoteScore();
        foreach (GoldPassage passage in passages)
            score.Add(passage, finder.Find(passage.Text, []));

        TestContext.Current.TestOutputHelper?.WriteLine(score.ToString());
        // Who reads the mistakes of the untouched half tunes on it.
        if (half == "tuned")
            score.Mistakes.ForEach(TestContext.Current.TestOutputHelper!.WriteLine);
        Assert.True(passages.Count >= LeastPassages);
        Floors.Check($"quotes {code}", floor => floor == $"{half} pairs F1" ? score.PairsF1 : floor == $"{half} quotes F1" ? score.QuotesF1 : 1);
    }
}
