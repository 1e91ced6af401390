namespace KnowledgeBase.Articles;

/// <summary>Words attributed to somebody, with the evidence for it.</summary>
public sealed record Quote
{
    /// <summary>The quoted words, without quotation marks. For indirect speech, the reported clause.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>True for words between quotation marks, false for reported speech.</summary>
    public required bool IsDirect { get; init; }

    /// <summary>The speaker as named beside the quote ("Donoue", 堂ノ上氏, 他), or null when nobody is named.</summary>
    public string? Named { get; init; }

    /// <summary>Where the speaker is named, or null when nobody is.</summary>
    public TextSpan? NamedSpan { get; init; }

    /// <summary>The name in <see cref="Named"/>, without title, post and honorific; null where a pronoun or a noun (the spokesman) stands there.</summary>
    public string? Name { get; init; }

    /// <summary>The speaker's full name as this article introduces it, or null when it is not known.</summary>
    public string? Speaker { get; init; }

    /// <summary>What speaks; null where the text does not tell (insiders said), and in quotes read before there was this.</summary>
    public SpeakerKind? SpeakerKind { get; init; }

    /// <summary>The id of the speaker in <c>content/people</c>, or null when the link is not sure.</summary>
    public string? PersonId { get; init; }

    /// <summary>The post the text gives the speaker (it belongs to the quote, not to the person), or null.</summary>
    public string? Post { get; init; }

    /// <summary>The organisation the text gives the speaker, or null.</summary>
    public string? Organization { get; init; }

    /// <summary>The reporting verb, as written, or null.</summary>
    public string? Cue { get; init; }

    /// <summary>Where the reporting verb stands, or null.</summary>
    public TextSpan? CueSpan { get; init; }

    /// <summary>The value of the speaker facet: the person's id where the link is sure, else the full name; null when nobody is known to speak, and where no person does.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? SpeakerValue => PersonId ?? (SpeakerKind is null or Articles.SpeakerKind.Person ? Speaker : null);

    /// <summary>The speaker in the words of the text: the name beside the quote, else the name its pronoun or post stands for, else that pronoun or post.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? SpeakerInText => Name is null ? Speaker ?? Named : Name.Length > 1 ? Name : Named;
}
