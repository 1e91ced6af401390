using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Families;

namespace KnowledgeBase.Storage;

/// <summary>A line of the table of stories. Properties, not a constructor: SQLite gives a column without a value no type, and a constructor's types must fit.</summary>
sealed record FamilyRow
{
    public required string Article { get; init; }

    public required long Since { get; init; }

    public string? Family { get; init; }

    public string? Editorial { get; init; }

    public string? Links { get; init; }

    public long? Day { get; init; }

    public string? Language { get; init; }

    public string? Keys { get; init; }

    public string? Marks { get; init; }

    public byte[]? Sketch { get; init; }

    public FamilyTraits Traits => new()
    {
        Id = new(Article),
        Editorial = Editorial,
        Links = Links is null ? [] : [.. Links.Split(' ').Select(id => new ArticleId(id))],
        Language = Articles.Language.Find(Language),
        Keys = Keys is null ? [] : [.. Keys.Split(' ').Select(key => long.Parse(key, CultureInfo.InvariantCulture))],
        Marks = Marks is null ? [] : [.. Marks.Split('\n').Select(FamilyMark.Parse)],
        Day = (int?)Day,
        Sketch = Sketch is null ? null : Families.Sketch.Read(Sketch),
    };

    public static FamilyRow Of(FamilyTraits traits, long since, string? family) => new()
    {
        Article = traits.Id.Value,
        Since = since,
        Family = family,
        Editorial = traits.Editorial,
        Links = traits.Links.IsEmpty ? null : string.Join(' ', traits.Links.Select(id => id.Value)),
        Day = traits.Day,
        Marks = traits.Marks.IsEmpty ? null : string.Join('\n', traits.Marks),
        Language = traits.Language?.Code,
        Keys = traits.Keys.IsEmpty ? null : string.Join(' ', traits.Keys.Select(key => key.ToString(CultureInfo.InvariantCulture))),
        Sketch = traits.Sketch?.Bytes.ToArray(),
    };
}
