using KnowledgeBase.Search.Translation;

namespace KnowledgeBase.Search.Tests;

public sealed class GlossesTests
{
    [Theory]
    [InlineData("to invest", "invest")]
    [InlineData("(n,vs,adj-no) investment", "investment")]
    [InlineData("(old-age) pension", "pension")]
    [InlineData("Joe Biden (1942-), US president (2021-), vice-president 2009-2017", "Joe Biden")]
    [InlineData("Tesla, an American electric vehicle and clean energy company", "Tesla")]
    [InlineData("Johnson or Johnston (name)", "Johnson|Johnston")]
    [InlineData("lit. to draw legs on a snake", "draw legs on a snake")]
    [InlineData("CL:家[jia1],座[zuo4]", "")]
    [InlineData("variant of 核[he2]", "")]
    public void An_explanation_is_cleaned_to_the_words_of_a_text(string wording, string words) =>
        Assert.Equal(words, string.Join('|', Glosses.Clean(wording)));

    [Theory]
    [InlineData("Hunan Province (湖南) in south central China, abbr. 湘[Xiang1], capital Changsha 長沙|长沙[Chang2 sha1]", "Hunan Province in south central China 1, Hunan 0.8")]
    [InlineData("Houma, a county-level city in Linfen City 臨汾市|临汾市[Lin2 fen2 Shi4], Shanxi", "Houma 1")]
    [InlineData("Yellow River", "Yellow River 1")]
    [InlineData("Premier League", "Premier League 1")]
    public void A_place_is_called_by_its_name_alone_too(string wording, string glosses) =>
        Assert.Equal(glosses, string.Join(", ", Glosses.Of([[wording]]).Select(gloss => FormattableString.Invariant($"{gloss.Text} {gloss.Weight:0.##}"))));

    [Fact]
    public void Later_senses_and_wordings_weigh_less_and_rare_ones_as_two_senses_later() =>
        Assert.Equal(
            "company 1, firm 0.83, troop 0.5, flock 0.2",
            string.Join(", ", Glosses.Of([["company", "firm"], ["troop"], ["(archaic) flock"]]).Select(gloss => FormattableString.Invariant($"{gloss.Text} {gloss.Weight:0.##}"))));
}
