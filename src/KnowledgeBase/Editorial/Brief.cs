using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Editorial;

/// <summary>An editor's article: one language version of a story, as written in <c>content/articles</c>.</summary>
public sealed record Brief
{
    /// <summary>The file, relative to the content folder, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>The story it belongs to: <c>2019/kobe-foreign-firm-incentives</c>.</summary>
    public required string Family { get; init; }

    /// <summary>The language, by the file's name.</summary>
    public required Language Language { get; init; }

    /// <summary>What sort of text it is; a brief unless the front matter says otherwise.</summary>
    public ArticleKind Kind { get; init; } = ArticleKind.Brief;

    /// <summary>The headline.</summary>
    public required string Title { get; init; }

    /// <summary>The date the story is told of.</summary>
    public required PartialDate Date { get; init; }

    /// <summary>A sentence or two that sum it up.</summary>
    public required string Summary { get; init; }

    /// <summary>Ids of topics.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Ids of cities.</summary>
    public ImmutableArray<string> Cities { get; init; } = [];

    /// <summary>Ids of organisations.</summary>
    public ImmutableArray<string> Organizations { get; init; } = [];

    /// <summary>People and the posts they held.</summary>
    public ImmutableArray<PersonInPost> People { get; init; } = [];

    /// <summary>The sources drawn on.</summary>
    public ImmutableArray<SourceReference> Sources { get; init; } = [];

    /// <summary>The Markdown below the front matter.</summary>
    public required string Markdown { get; init; }

    /// <summary>The line of the file on which the Markdown begins, counted from 1.</summary>
    public required int MarkdownLine { get; init; }

    /// <summary>The SHA-256 of the file, in hex: another value means that an editor changed it.</summary>
    public required string Hash { get; init; }

    /// <summary>The canonical URL of the article: <c>brief:2019/kobe-foreign-firm-incentives/en</c>.</summary>
    public string Url => $"brief:{Family}/{Language.Code}";
}
