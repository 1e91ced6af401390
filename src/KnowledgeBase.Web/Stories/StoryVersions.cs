using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Web.Hosting;

namespace KnowledgeBase.Web.Stories;

/// <summary>The versions of a story, as seen from one of them: in other languages, and reprints.</summary>
/// <param name="Article">The version one is looking at.</param>
/// <param name="First">The id of the story's first version: it names the story for as long as that is there.</param>
/// <param name="Others">The other versions, in the order of the languages, first come first; at most <see cref="MaxShown"/>.</param>
/// <param name="Count">How many versions there are, this one included, also of those that are not shown.</param>
sealed record StoryVersions(Article Article, ArticleId First, ImmutableArray<Article> Others, int Count)
{
    /// <summary>A statement that a hundred papers print need not be listed a hundred times; a guess.</summary>
    public const int MaxShown = 30;

    /// <summary>How many of the shown versions are in each language, this one included.</summary>
    public IEnumerable<(Language Language, int Count)> Languages =>
        Language.All.Select(language => (language, Others.Append(Article).Count(each => each.Language == language))).Where(each => each.Item2 > 0);

    /// <summary>One version for each language, this one for its own: an editor's translation before any other.</summary>
    public ImmutableArray<Article> Translations =>
    [
        .. Language.All.Select(language => language == Article.Language
            ? Article
            : Others.Where(other => other.Language == language).OrderByDescending(other => other.Family is not null && other.Family == Article.Family).FirstOrDefault())
            .OfType<Article>(),
    ];

    /// <summary>The versions that are no translation: reprints.</summary>
    public IEnumerable<Article> Reprints => Others.Except(Translations);

    /// <summary>The version in a language, or null; null too for the language one is reading already.</summary>
    public Article? FindGloss(Language language) => language == Article.Language ? null : Translations.FirstOrDefault(version => version.Language == language);

    /// <summary>The versions of each article's story.</summary>
    public static async Task<ImmutableDictionary<ArticleId, StoryVersions>> LoadAsync(ImmutableArray<Article> articles, ReadingRoom room, CancellationToken cancel)
    {
        ImmutableDictionary<ArticleId, ImmutableArray<ArticleId>> families = await room.Articles.Families.FindAllAsync([.. articles.Select(article => article.Id)], cancel);
        ImmutableArray<Article> members = await room.Articles.FindAllAsync([.. families.Values.SelectMany(family => family.Take(MaxShown + 1)).Distinct()], cancel);
        Dictionary<ArticleId, Article> byId = members.ToDictionary(member => member.Id);
        return articles.ToImmutableDictionary(article => article.Id, article => Of(article, families.GetValueOrDefault(article.Id, [article.Id]), byId));
    }

    static StoryVersions Of(Article article, ImmutableArray<ArticleId> family, Dictionary<ArticleId, Article> byId) => new(
        article,
        family[0],
        [
            .. family.Take(MaxShown + 1).Where(id => id != article.Id).Select(byId.GetValueOrDefault).OfType<Article>().Take(MaxShown)
                .OrderBy(other => Language.All.ToList().IndexOf(other.Language)),
        ],
        family.Length);
}
