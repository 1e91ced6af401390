using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Families;

namespace KnowledgeBase.Search.Tests.Families;

public sealed class SketchingTests
{
    static readonly Sketching Sketching = new(new TextAnalysis(Examples.Content.HanVariants));

    [Fact]
    public void A_mirror_in_traditional_characters_words_it_alike()
    {
        Assert.InRange(Likeness(Reprints.Simplified, Reprints.Traditional), 0.9, 1);
        Sketching unfolded = new(new TextAnalysis(HanVariants.None));
        Assert.InRange(unfolded.Find(Reprints.Simplified)!.LikenessTo(unfolded.Find(Reprints.Traditional)!), 0, 0.5);
    }

    [Fact]
    public void Width_case_and_blanks_mean_nothing() =>
        Assert.Equal(Sketching.Find(Reprints.English), Sketching.Find("  " + Reprints.English.ToUpperInvariant().Replace(" ", "\n\n", StringComparison.Ordinal).Replace('K', 'Ｋ')));

    [Fact]
    public void A_corrected_word_or_an_added_line_keeps_a_reprint_alike()
    {
        Assert.InRange(Likeness(Reprints.English, Reprints.English.Replace("half the rent", "a third of the rent", StringComparison.Ordinal)), 0.8, 0.99);
        Assert.InRange(Likeness(Reprints.Simplified, Reprints.Simplified + "（记者 王明）"), 0.8, 0.99);
    }

    [Fact]
    public void Texts_about_the_same_in_other_words_or_languages_are_not_alike()
    {
        Assert.InRange(Likeness(Reprints.Simplified, Reprints.Japanese), 0, 0.2);
        Assert.InRange(Likeness(Reprints.Other(1), Reprints.Other(2)), 0, 0.2);
    }

    [Fact]
    public void Short_notices_are_not_sketched()
    {
        Assert.Null(Sketching.Find("The exchange is closed today."));
        Assert.Null(Sketching.Find("本日は休業いたします。"));
        Assert.Null(Sketching.Find(""));
        Assert.NotNull(Sketching.Find(Reprints.Japanese));
    }

    [Fact]
    public void Addresses_of_language_versions_become_the_ids_of_their_articles()
    {
        Article article = Examples.English("https://example.org/en", "Rent") with { Alternates = ["https://example.org/ja", "https://example.org/en"], Family = "2024/rent" };
        Assert.Equal([ArticleId.Of("https://example.org/ja")], Sketching.TraitsOf(article).Links);
        Assert.Equal("2024/rent", Sketching.TraitsOf(article).Editorial);
    }

    [Fact]
    public void Other_forms_of_Han_are_another_way_of_sketching() =>
        Assert.NotEqual(Sketching.Way, new Sketching(new TextAnalysis(HanVariants.None)).Way);

    static double Likeness(string one, string other) => Sketching.Find(one)!.LikenessTo(Sketching.Find(other)!);
}
