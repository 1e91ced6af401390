namespace KnowledgeBase.Articles;

/// <summary>A stretch of an article's body, in UTF-16 code units.</summary>
/// <param name="Start">The first code unit.</param>
/// <param name="Length">How many code units.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first code unit after the stretch.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int End => Start + Length;

    /// <summary>The stretch from one position up to, not including, another.</summary>
    public static TextSpan Between(int start, int end) => new(start, end - start);

    /// <summary>The words of the stretch.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The stretch does not lie within the body.</exception>
    public string In(string body) => body.Substring(Start, Length);

    /// <summary>True when the two stretches share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>True when the other stretch lies within this one.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;
}
