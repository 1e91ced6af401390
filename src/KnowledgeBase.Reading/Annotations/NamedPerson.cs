using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>What a name does in its sentence.</summary>
enum NameRole
{
    /// <summary>It begins a sentence or clause.</summary>
    Subject,

    /// <summary>It stands after a preposition.</summary>
    Governed,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>A name where it stands.</summary>
/// <param name="Name">The name without titles and possessive.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Title">The title before it; empty when there is none.</param>
/// <param name="Role">What it does there.</param>
sealed record NamedPerson(string Name, int Position, string Title, NameRole Role)
{
    static readonly string[] Possessives = ["'s", "’s", "’", "'"];

    /// <summary>The post beside the name and whose it is; null where there is none.</summary>
    public (string? Post, string? Organization) Description { get; init; }

    public bool IsFull { get; } = Name.Contains(' ');

    public string Surname { get; } = Name[(Name.LastIndexOf(' ') + 1)..];

    public string GivenName { get; } = Name.Split(' ')[0];

    public static NamedPerson Of(string text, TextSpan span, string title, NameRole role) =>
        new(WithoutPossessive(span.In(text)), span.Start, title.TrimEnd('.'), role);

    public static string WithoutPossessive(string name) =>
        Possessives.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.Ordinal)) is { } possessive ? name[..^possessive.Length] : name;
}
