using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading;

/// <summary>What came of reading a page or an editor's file.</summary>
public abstract record ReadResult
{
    ReadResult()
    {
    }

    /// <summary>An article.</summary>
    /// <param name="Article">The article.</param>
    public sealed record Read(Article Article) : ReadResult;

    /// <summary>No article: the input is a picture, a home page, empty, in no language of ours, or out of scope.</summary>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record NoArticle(string Reason) : ReadResult;
}
