using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Languages;

namespace KnowledgeBase.Reading.Tests.Languages;

public class LanguageDetectorTests
{
    [Theory]
    [InlineData("神户市表示，新设办公室的外国企业最高可获得租金的一半。", "zh")]
    [InlineData("神戶市表示，新設辦公室的外國企業最高可獲得租金的一半。", "zh")]
    [InlineData("日本企业“ドトール”在上海开设分店，负责人说，今年还将在天津、大连等城市开设十家新店，并且雇用当地员工。", "zh")]
    [InlineData("神戸市は新たに進出する企業に賃料の半額を助成すると発表した。", "ja")]
    [InlineData("日本貿易振興機構、対中国投資動向調査の結果を公表", "ja")]
    [InlineData("The city covers half of the rent for three years, an official said on Friday.", "en")]
    [InlineData("JETRO (日本貿易振興機構) said that the number of Chinese firms in Kobe was up by a third from the year before.", "en")]
    public void A_text_is_in_the_language_of_its_script_and_words(string text, string code) =>
        Assert.Equal(code, LanguageDetector.Find(text, null)?.Code);

    [Theory]
    [InlineData("고베시는 외국 기업에 임대료의 절반을 지원한다고 밝혔다.")]
    [InlineData("La ville de Kobe prend en charge la moitié du loyer des entreprises étrangères pendant trois ans.")]
    [InlineData("Die Stadt Kobe übernimmt drei Jahre lang die Hälfte der Miete ausländischer Unternehmen.")]
    [InlineData("Город Кобе три года оплачивает половину аренды иностранным компаниям.")]
    [InlineData("ستغطي مدينة كوبي نصف الإيجار لمدة ثلاث سنوات")]
    [InlineData("1234 5678 !?")]
    [InlineData("")]
    public void Every_other_language_is_none_of_ours(string text) => Assert.Null(LanguageDetector.Find(text, null));

    [Fact]
    public void A_label_decides_only_what_the_text_leaves_open()
    {
        Assert.Equal(Language.Japanese, LanguageDetector.Find("神戸市、補助金拡充", Language.Japanese));
        Assert.Equal(Language.Chinese, LanguageDetector.Find("神戸市、補助金拡充", null));
        Assert.Equal(Language.English, LanguageDetector.Find("Kobe pays", Language.English));
        Assert.Equal(Language.Japanese, LanguageDetector.Find("神戸市は企業に賃料を助成する。", Language.English));
    }
}
