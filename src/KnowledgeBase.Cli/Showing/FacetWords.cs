using KnowledgeBase.Articles;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli.Showing;

/// <summary>What facets and kinds are called in the three languages.</summary>
static class FacetWords
{
    public static string Of(Facet facet, Language language) => facet.Name switch
    {
        "topic" => In(language, "Topic", "主题", "テーマ"),
        "city" => In(language, "City", "城市", "都市"),
        "speaker" => In(language, "Speaker", "发言人", "発言者"),
        "org" => In(language, "Organisation", "机构", "組織"),
        "publisher" => In(language, "Publisher", "发布方", "発行元"),
        "lang" => In(language, "Language", "语言", "言語"),
        "year" => In(language, "Year", "年份", "年"),
        "kind" => In(language, "Kind", "类型", "種類"),
        _ => facet.Name,
    };

    public static string KindOf(ArticleKind kind, Language language) => kind switch
    {
        ArticleKind.News => In(language, "news", "新闻", "ニュース"),
        ArticleKind.Policy => In(language, "policy", "政策文件", "政策文書"),
        ArticleKind.Release => In(language, "press release", "新闻稿", "プレスリリース"),
        ArticleKind.Brief => In(language, "brief", "简报", "ブリーフ"),
        _ => kind.ToString(),
    };

    public static string KindOf(string value, Language language) =>
        Enum.TryParse(value, ignoreCase: true, out ArticleKind kind) && !char.IsAsciiDigit(value[0]) ? KindOf(kind, language) : value;

    static string In(Language language, string english, string chinese, string japanese) =>
        language == Language.Chinese ? chinese : language == Language.Japanese ? japanese : english;
}
