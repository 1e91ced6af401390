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

/// <summary>A place in the body where something of the vocabulary is named.</summary>
/// <param name="Kind">What is named.</param>
/// <param name="Id">Its id in the vocabulary.</param>
/// <param name="Span">Where it is named.</param>
public sealed record Mention(MentionKind Kind, string Id, TextSpan Span);
