using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Cli.Inputs;

/// <summary>What the reader is asked to read.</summary>
abstract record ReaderInput
{
    ReaderInput()
    {
    }

    /// <summary>A page.</summary>
    /// <param name="Page">The page.</param>
    /// <param name="Following">The pages of the ledger on which its article goes on, in their order.</param>
    public sealed record OfPage(FetchedPage Page, IReadOnlyList<FetchedPage> Following) : ReaderInput;

    public sealed record OfBrief(Brief Brief) : ReaderInput;
}
