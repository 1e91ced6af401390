using System.Collections.Immutable;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Search.Embedded;

/// <summary>What an index is made from: articles in the order in which they changed.</summary>
/// <param name="CountAsync">About how many there are.</param>
/// <param name="AfterAsync">What changed after a revision, in order, no article twice, at most a number of changes; empty at the end.</param>
sealed record ArticleChanges(Func<CancellationToken, Task<int>> CountAsync, Func<long, int, CancellationToken, Task<ImmutableArray<ArticleChange>>> AfterAsync)
{
    /// <summary>The changes of a ledger.</summary>
    public static ArticleChanges Of(ArticleStore articles) => new(
        async cancel => (int)Math.Min(await articles.RevisionAsync(cancel), (await articles.CountAsync(cancel)).Sum(count => count.Articles)),
        articles.ChangesAfterAsync);
}
