using System.Collections.Immutable;
using System.Text.Json;

namespace KnowledgeBase.Quality.Tests.Annotations;

/// <summary>An article with what a careful reader marked in it; README.md says how.</summary>
sealed record AnnotatedArticle
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required ImmutableArray<MarkedName> Cities { get; init; }

    public required ImmutableArray<MarkedName> Organizations { get; init; }

    public required ImmutableArray<string> Topics { get; init; }

    public required ImmutableArray<MarkedFigure> Figures { get; init; }

    public static ImmutableArray<AnnotatedArticle> ReadAll(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<AnnotatedArticle>(line, Options)!)];
}

/// <summary>A city or organisation where it is first named.</summary>
sealed record MarkedName(string? Id, string Text, int Start, int End, string? Role);

/// <summary>A figure.</summary>
sealed record MarkedFigure(string Text, decimal Value, string Unit, int Start, int End);
