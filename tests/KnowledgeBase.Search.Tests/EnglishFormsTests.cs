using System.Text;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Translation;

namespace KnowledgeBase.Search.Tests;

public sealed class EnglishFormsTests
{
    [Theory]
    [InlineData("sold", "sell")]
    [InlineData("men", "man")]
    [InlineData("gone", "go")]
    [InlineData("sell", null)]
    public void An_irregular_form_leads_to_its_word(string form, string? word) =>
        Assert.Equal(word, new IrregularForms(new TextAnalysis(Examples.Content.HanVariants)).FindWord(form));

    [Fact]
    public void A_word_leads_to_its_irregular_forms() =>
        Assert.Equal(["went", "gone"], new IrregularForms(new TextAnalysis(Examples.Content.HanVariants)).FormsOf("go"));

    [Theory]
    [InlineData("invad", "invas")]
    [InlineData("safe", "safeti")]
    [InlineData("korea", "korean")]
    [InlineData("explod", "explos")]
    [InlineData("japan", "japanes")]
    [InlineData("growth", "grow")]
    public void Words_of_one_origin_are_kin(string stem, string other) => Assert.Equal([0, 1], KinOf(stem, other));

    [Theory]
    [InlineData("contract", "contrast")]
    [InlineData("seat", "season")]
    [InlineData("power cut", "power")]
    public void Other_words_are_not(string stem, string other) => Assert.Single(KinOf(stem, other));

    static IReadOnlyList<int> KinOf(string stem, string other)
    {
        using var file = new MemoryStream();
        using (var writer = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true))
            StringTable.Write(writer, [Encoding.UTF8.GetBytes(stem), Encoding.UTF8.GetBytes(other)]);
        byte[] bytes = file.ToArray();
        int length = BitConverter.ToInt32(bytes);
        var kin = new Kin(new StringTable(bytes.AsMemory(4, length), bytes.AsMemory(4 + length + 4)));
        return stem.Contains(' ', StringComparison.Ordinal) ? kin.Of(other) : kin.Of(stem);
    }
}
