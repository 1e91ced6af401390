using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Web.Stories;

/// <summary>What a publisher's page says of its article beside the text, as far as its display policy lets the site show it.</summary>
sealed record PublishersWords
{
    /// <summary>More keywords are written for machines. A guess, not yet measured.</summary>
    const int MaxKeywords = 12;

    /// <summary>The words of a link that are longer are a sentence; its file's name stands for them.</summary>
    const int MaxNameCharacters = 80;

    /// <summary>The section of the paper; null when it is not told, or may not be shown.</summary>
    public string? Section { get; private init; }

    /// <summary>The day of the last change; null when there was none.</summary>
    public PartialDate? Updated { get; private init; }

    /// <summary>True when only subscribers may read all of it there.</summary>
    public bool IsPaywalled { get; private init; }

    /// <summary>The publisher's keywords, in its order.</summary>
    public ImmutableArray<string> Keywords { get; private init; } = [];

    /// <summary>The PDF documents that the text links to, which are not read.</summary>
    public ImmutableArray<LinkedDocument> Documents { get; private init; } = [];

    /// <summary>What a page says of an article; nothing for an editor's brief, which has no page.</summary>
    public static PublishersWords Of(Article article, Publisher? publisher)
    {
        if (article.Page is not { } page)
            return new();
        var told = new PublishersWords { IsPaywalled = page.IsPaywalled, Updated = page.Updated };
        return DisplayedStory.IsHeadlineOnly(publisher) ? told : told with
        {
            Section = page.Section,
            Keywords = [.. page.Keywords.Take(MaxKeywords)],
            Documents = [.. page.Documents.Select(address => new LinkedDocument(NameOf(address, article), address))],
        };
    }

    static string NameOf(string address, Article article)
    {
        string? words = article.Marks.FirstOrDefault(mark => mark.Target == address)?.Span.In(article.Body);
        if (words is { Length: > 1 and <= MaxNameCharacters })
            return words;
        string path = new Uri(address).AbsolutePath;
        return Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
    }
}

/// <summary>A document that a text links to.</summary>
/// <param name="Name">The words of the link, else the name of the file.</param>
/// <param name="Address">Where it is.</param>
sealed record LinkedDocument(string Name, string Address);
