using KnowledgeBase.Search.Translation;

namespace KnowledgeBase.Search.Tests;

public sealed class SoundTests
{
    [Theory]
    [InlineData("ジョンソン", "johnson")]
    [InlineData("约翰逊", "johnson")]
    [InlineData("阿斯顿", "アストン")]
    [InlineData("曼宁", "manning")]
    [InlineData("特斯拉", "tesla")]
    public void A_name_sounds_alike_in_every_script(string name, string other) =>
        Assert.InRange(Sound.Find(name)!.ConsonantsLike(Sound.Find(other)!), 0.72f, 1f);

    [Theory]
    [InlineData("ジョンソン", "manning")]
    [InlineData("特斯拉", "johnson")]
    [InlineData("アストン", "gupta")]
    public void Other_names_do_not(string name, string other) =>
        Assert.InRange(Sound.Find(name)!.ConsonantsLike(Sound.Find(other)!), 0f, 0.71f);

    [Theory]
    [InlineData("ioe")]
    [InlineData("アイ")]
    [InlineData("")]
    public void A_name_of_hardly_a_consonant_has_no_sound_to_compare(string name) => Assert.Null(Sound.Find(name));

    [Fact]
    public void Vowels_count_for_less() =>
        Assert.InRange(Sound.Find("阿斯顿")!.LettersLike(Sound.Find("aston")!), 0.75f, 1f);

    [Fact]
    public void A_name_is_as_much_like_itself_as_can_be()
    {
        Sound sound = Sound.Find("Mitterrand")!;

        Assert.Equal((1f, 1f), (sound.ConsonantsLike(sound), sound.LettersLike(sound)));
    }
}
