using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading;

/// <summary>Turns a fetched page, or an editor's Markdown, into an article. Pure: no network, no database, no clock.</summary>
public sealed class ArticleReader(ContentFolder content)
{
    /// <summary>Raised whenever the same input may give another article: everything is then read again.</summary>
    public const int Version = 1;

    /// <summary>Names this reader with its vocabulary and rules, for <see cref="Storage.ReadingLog"/>.</summary>
    public string Stamp { get; } = $"{Version}-{content.VocabularyHash}";

    /// <summary>Reads a page.</summary>
    public ReadResult Read(FetchedPage page) => throw new NotImplementedException($"{page}");

    /// <summary>Reads an editor's file.</summary>
    public Article Read(Brief brief) => throw new NotImplementedException($"{brief}");
}
