using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Search;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Showing;

/// <summary>Shows which articles are about the same as one of them.</summary>
sealed class RelatedList(Desk desk, Names names, ArticleIndex index, ArticleStore articles)
{
    // As many as a page of hits has.
    const int Most = SearchQuery.PageSize;

    /// <summary>Shows them; returns the exit code.</summary>
    /// <param name="like">The article's id, or its address.</param>
    /// <param name="asJson">True for one line of JSON.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="MistakeException">There is no such article.</exception>
    public async Task<int> ShowAsync(string like, bool asJson, CancellationToken cancel)
    {
        ArticleId id = ArticleId.Find(like) ?? ArticleId.Of(like);
        if (await articles.FindAsync(id, cancel) is null)
            throw new MistakeException($"There is no article '{like}': give an id as kb search --json prints it, or the address of an article.");
        ImmutableArray<RelatedArticle> related = index.FindRelated(id, Most);
        Dictionary<ArticleId, Article> known = (await articles.FindAllAsync([.. related.Select(each => each.Id)], cancel)).ToDictionary(each => each.Id);
        if (asJson)
            desk.Output.WriteLine(JsonSerializer.Serialize(new RelatedAnswer(id.Value, [.. related.Select(each => AnsweredRelated.Of(each, known.GetValueOrDefault(each.Id), names))]), PlainJson.Options));
        else
            Show(related, known);
        return 0;
    }

    void Show(ImmutableArray<RelatedArticle> related, Dictionary<ArticleId, Article> known)
    {
        desk.Output.WriteLine(Count.Of(related.Length, "related article"));
        foreach ((int i, RelatedArticle each) in related.Index())
        {
            desk.Output.WriteLine();
            desk.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {each.Headline}"));
            if (known.TryGetValue(each.Id, out Article? article))
                desk.Output.WriteLine($"   {article.Published?.ToString() ?? "undated"} · {article.Language.Endonym} · {names.Publisher(article.PublisherId)} · {article.Url}");
            if (!each.Shared.IsEmpty)
                desk.Output.WriteLine($"   {string.Join(", ", each.Shared.Select(shared => names.Of(shared.Facet, shared.Value)))}");
        }
    }
}

/// <summary>What <c>kb search --like --json</c> prints. Members may be added, but none is taken away or changed.</summary>
/// <param name="Like">The id of the article asked about.</param>
/// <param name="Related">The articles about the same, most alike first.</param>
sealed record RelatedAnswer(string Like, ImmutableArray<AnsweredRelated> Related);

/// <summary>An article about the same.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Likeness">How much it shares, up to about 1.</param>
/// <param name="Url">Its address; missing, like the language, when it was taken down since it was indexed.</param>
/// <param name="Language">The code of its language.</param>
/// <param name="Shared">What both are about.</param>
sealed record AnsweredRelated(string Id, string Headline, float Likeness, string? Url, string? Language, ImmutableArray<AnsweredShared> Shared)
{
    public static AnsweredRelated Of(RelatedArticle related, Article? article, Names names) => new(
        related.Id.Value, related.Headline, related.Likeness, article?.Url, article?.Language.Code,
        [.. related.Shared.Select(shared => new AnsweredShared(shared.Facet.Name, shared.Value, names.Of(shared.Facet, shared.Value)))]);
}

/// <summary>A value that two articles share.</summary>
/// <param name="Facet">The facet's name.</param>
/// <param name="Value">The value.</param>
/// <param name="Label">Its name in the language asked for.</param>
sealed record AnsweredShared(string Facet, string Value, string Label);
