namespace KnowledgeBase.Articles;

/// <summary>What a mention names.</summary>
public enum MentionKind
{
    /// <summary>A city of <c>content/cities</c>.</summary>
    City,

    /// <summary>An organisation of <c>content/organizations</c>.</summary>
    Organization,

    /// <summary>A person of <c>content/people</c>.</summary>
    Person,
}

/// <summary>What a name stands for where it stands.</summary>
public enum MentionRole
{
    /// <summary>The thing itself, in the text.</summary>
    Text,

    /// <summary>Where and when the text was filed (BEIJING, Oct. 3): it says nothing about its subject.</summary>
    Dateline,

    /// <summary>A capital's name that stands for its government (Beijing urged).</summary>
    Government,
}

/// <summary>A place in the body where something is named.</summary>
/// <param name="Kind">What is named.</param>
/// <param name="Id">Its id in the vocabulary; null when the vocabulary does not know it.</param>
/// <param name="Span">Where it is named.</param>
/// <param name="Role">What the name stands for there.</param>
public sealed record Mention(MentionKind Kind, string? Id, TextSpan Span, MentionRole Role = MentionRole.Text)
{
    /// <summary>True when the place is only the background of something else: the seat of a company (Osaka-based), a home, a market.</summary>
    public bool IsPassing { get; init; }
}
