using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Cli.Inputs;

/// <summary>What the reader is asked to read.</summary>
abstract record ReaderInput
{
    ReaderInput()
    {
    }

    public sealed record OfPage(FetchedPage Page) : ReaderInput;

    public sealed record OfBrief(Brief Brief) : ReaderInput;
}
