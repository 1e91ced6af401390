using System.Collections.Concurrent;
using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Search.Tests;

static class Examples
{
    static readonly ConcurrentDictionary<ArticleId, string> Names = [];

    /// <summary>The repository's own forms of Han, and a vocabulary of three topics, one below the other.</summary>
    public static ContentFolder Content { get; } = ContentFolder.Read(Path.Combine(FindRoot(AppContext.BaseDirectory), "content")) with { Vocabulary = Topics() };

    public static Article English(string name, string headline, string body = "") => Of(name, Language.English, headline, body);

    public static Article Chinese(string name, string headline, string body = "") => Of(name, Language.Chinese, headline, body);

    public static Article Japanese(string name, string headline, string body = "") => Of(name, Language.Japanese, headline, body);

    /// <summary>A topic that has a name in each language.</summary>
    public static Topic TopicOf(string english, string chinese, string japanese) => new(
        english,
        new Labels(ImmutableDictionary<Language, string>.Empty.Add(Language.English, english).Add(Language.Chinese, chinese).Add(Language.Japanese, japanese)),
        null,
        null,
        ImmutableDictionary<Language, ImmutableArray<Keyword>>.Empty);

    public static string NameOf(ArticleId id) => Names[id];

    static Vocabulary Topics()
    {
        static Topic Of(string id, string? broader) =>
            new(id, new Labels(ImmutableDictionary<Language, string>.Empty.Add(Language.English, id)), null, broader, ImmutableDictionary<Language, ImmutableArray<Keyword>>.Empty);

        return new Vocabulary([Of("economy", null), Of("investment", "economy"), Of("subsidies", "investment")], [], [], [], []);
    }

    static Article Of(string name, Language language, string headline, string body)
    {
        var id = ArticleId.Of(name);
        Names[id] = name;
        return new Article
        {
            Id = id,
            Url = name,
            Language = language,
            Kind = ArticleKind.News,
            PublisherId = "example",
            Headline = headline,
            Body = body,
        };
    }

    static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "KnowledgeBase.sln")) ? folder
        : FindRoot(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new DirectoryNotFoundException("KnowledgeBase.sln is in no folder above the tests."));
}
