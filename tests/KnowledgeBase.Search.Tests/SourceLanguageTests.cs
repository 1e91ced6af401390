using KnowledgeBase.Search.Translation;

namespace KnowledgeBase.Search.Tests;

public sealed class SourceLanguageTests
{
    [Theory]
    [InlineData("rent subsidies", "en")]
    [InlineData("RCEP", "en")]
    [InlineData("神戸市の補助金", "ja")]
    [InlineData("経済", "ja")]
    [InlineData("スタートアップ", "ja")]
    [InlineData("日本对华投资", "zh")]
    [InlineData("什麼是標準桿", "zh")]
    [InlineData("韓菓是哪一國家代表的甜點", "zh")]
    [InlineData("《となりのトトロ》是谁导演的动画电影作品这个问题谁来回答", "zh")]
    [InlineData("日中経済協会（中国語では 日中经济协会）のあゆみ", "ja")]
    [InlineData("投資", "zh ja")]
    [InlineData("中国", "zh ja")]
    public void The_language_of_a_query_shows_from_characters_that_only_one_language_uses(string text, string languages) =>
        Assert.Equal(languages, string.Join(' ', new SourceLanguage().Of(text).Select(language => language.Code)));
}
