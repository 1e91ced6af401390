using KnowledgeBase.Search.Highlighting;

namespace KnowledgeBase.Search.Tests;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("Rents fall. |Kobe pays.")]
    [InlineData("Mr. Abe and the U.S. firm paid. |It was cheap.")]
    [InlineData("He said: “It pays.” |Kobe agreed.")]
    [InlineData("“It pays.” he said. |Kobe agreed.")]
    [InlineData("Toyota Motor Corp. of Japan grew. |Sales of No. 5 fell.")]
    [InlineData("「補助する。」と述べた。|市長は続けた。")]
    [InlineData("他说：“欢迎投资。”|会议随后结束。")]
    [InlineData("Head\n\n|body without a stop")]
    public void A_sentence_begins_where_the_one_before_has_ended(string marked)
    {
        string text = marked.Replace("|", "", StringComparison.Ordinal);
        Assert.Equal([0, marked.IndexOf('|', StringComparison.Ordinal)], Sentences.StartsIn(text));
    }

    [Fact]
    public async Task An_item_that_goes_on_with_the_sentence_before_its_list_is_marked_as_cut()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", "Tea", "The city gives:\n\na zeppelin to every firm that comes"), Examples.English("b", "Tea", "zeppelins fly"));
        Assert.Equal([("a", true), ("b", false)], index.Search("zeppelin").Hits.Select(hit => (Examples.NameOf(hit.Id), hit.Snippet.IsCutBefore)).Order());
    }

    [Theory]
    [InlineData("The trade talks between Mr. ")]
    [InlineData("「会談の日程はまだ決まっていない。」")]
    public async Task A_passage_that_begins_in_the_middle_of_a_sentence_is_marked_as_cut(string before)
    {
        bool isLatin = before[0] < 128;
        string body = isLatin ? $"{before}Zeppelin and others went on for long." : $"{before}と市場関係者は飛行船について述べた。";
        Assert.Equal([0], Sentences.StartsIn(body).Take(2));
        // The sentence is too long for a passage, so it begins within.
        string longer = (isLatin ? string.Concat(Enumerable.Repeat("a very long list of words, ", 10)) : string.Concat(Enumerable.Repeat("とても長い言葉の並び、", 10))) + body;
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", "Tea", longer));
        Assert.True(Assert.Single(index.Search(isLatin ? "zeppelin" : "飛行船").Hits).Snippet.IsCutBefore);
    }
}
