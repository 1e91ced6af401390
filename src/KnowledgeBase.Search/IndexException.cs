namespace KnowledgeBase.Search;

/// <summary>The index can't be used; the message says why and what to do.</summary>
public sealed class IndexException(string message, Exception? inner = null) : Exception(message, inner)
{
    internal static IndexException NotThereYet(string place) => new($"There is no index in {place} yet. Make one with: kb index (or start the site, which makes it by itself).");

    internal static IndexException Damaged(string place, Exception e) =>
        new($"The index {place} is damaged: {e.Message} Nothing is lost: kb index, or a restart of the site, makes it anew from the ledger.", e);
}
