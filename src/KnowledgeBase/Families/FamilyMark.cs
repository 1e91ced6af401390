namespace KnowledgeBase.Families;

/// <summary>What an article names, as all languages name it.</summary>
public enum FamilyMarkKind
{
    /// <summary>A person of <c>content/people</c>.</summary>
    Person,

    /// <summary>An organisation of <c>content/organizations</c>.</summary>
    Organization,

    /// <summary>A city of <c>content/cities</c>.</summary>
    City,

    /// <summary>An amount of money, a share or a count.</summary>
    Figure,

    /// <summary>A day other than that of publication.</summary>
    Day,
}

/// <summary>Something that an article names and that it has in common with its versions in other languages.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">An id of the vocabulary; a number with its unit (<c>3427000000 JPY</c>, <c>2.2 percent</c>), for what is counted without it, as its name depends on the language; a day in ISO 8601.</param>
public readonly record struct FamilyMark(FamilyMarkKind Kind, string Value)
{
    /// <summary>The mark as it was written by <see cref="ToString"/>.</summary>
    internal static FamilyMark Parse(string text)
    {
        int colon = text.IndexOf(':');
        return new(Enum.Parse<FamilyMarkKind>(text.AsSpan(0, colon)), text[(colon + 1)..]);
    }

    /// <summary>The mark as it is stored: <c>City:kobe</c>.</summary>
    public override string ToString() => $"{Kind}:{Value}";
}
