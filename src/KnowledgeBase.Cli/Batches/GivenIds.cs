using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Inputs;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Batches;

/// <summary>The ids under which articles were imported.</summary>
sealed class GivenIds
{
    readonly Dictionary<ArticleId, string> _ids = [];

    GivenIds(IEnumerable<Storage.Reading> imports)
    {
        foreach (Storage.Reading import in imports)
        {
            if (import.Article is { } article)
                _ids[article] = import.Origin[ArticleLine.Scheme.Length..];
        }
    }

    public static async Task<GivenIds> ReadAsync(Ledger ledger, CancellationToken cancel) =>
        new(await new ReadingLog(ledger).FindAsync(ArticleLine.Scheme, cancel));

    /// <summary>The id an article was imported under, else its own.</summary>
    public string Of(ArticleId id) => _ids.GetValueOrDefault(id) ?? id.Value;
}
