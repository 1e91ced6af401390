using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Search.Families;

/// <summary>Tells the ledger which articles are versions of one story: the step before indexing. It asks for what changed since it last did so.</summary>
sealed class FamilyFinding(TextAnalysis analysis)
{
    // A step that is kept as a whole; other writers wait meanwhile, for some tens of milliseconds.
    const int BatchSize = 100;

    readonly Sketching _sketching = new(analysis);

    /// <summary>Takes in everything that changed.</summary>
    /// <param name="articles">The ledger's articles.</param>
    /// <param name="cancel">Stops between two steps; what was done is kept.</param>
    public async Task UpdateAsync(ArticleStore articles, CancellationToken cancel)
    {
        FamilyStore families = articles.Families;
        long known = await families.RevisionAsync(_sketching.Way, cancel);
        while (await articles.ChangesAfterAsync(known, BatchSize, cancel) is { IsEmpty: false } changes)
        {
            await families.UpdateAsync([.. changes.Select(ChangeOf)], _sketching.Way, cancel);
            known = changes[^1].Revision;
        }
    }

    FamilyChange ChangeOf(ArticleChange change) => new(change.Revision, change.Id, change.Article is null ? null : _sketching.TraitsOf(change.Article));
}
