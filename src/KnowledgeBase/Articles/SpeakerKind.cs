namespace KnowledgeBase.Articles;

/// <summary>What speaks in a quote.</summary>
public enum SpeakerKind
{
    /// <summary>A person. Only people are values of the speaker facet.</summary>
    Person,

    /// <summary>A company, ministry, association, paper or other body.</summary>
    Organization,

    /// <summary>A country, region or city, which stands for its government or its people (China said).</summary>
    Place,

    /// <summary>A text: a report, a white paper, a statement.</summary>
    Document,
}
